package com.rjchronos.model.reading;

import java.util.Optional;

/** Optical power at the fibre end, in dBm. */
public record OpticalPower(double dbm) {
    public OpticalPower {
        if (!(dbm >= -50 && dbm <= 20)) { // also refuses NaN
            throw new IllegalArgumentException("optical power must be within -50..20 dBm but was " + dbm);
        }
    }

    /** A value as a device reports it: nonsense (no light, sensor off) is no measurement. */
    public static Optional<OpticalPower> measured(double dbm) {
        return dbm >= -50 && dbm <= 20
                ? Optional.of(new OpticalPower(Math.round(dbm * 1000) / 1000.0))
                : Optional.empty();
    }
}
