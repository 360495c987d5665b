package com.rjchronos.model.reading;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the transceiver of an ONU reports.
 *
 * @param rx received power
 * @param tx transmitted power
 * @param celsius temperature of the transceiver in °C
 * @param volts supply voltage in V
 * @param milliamperes laser bias current in mA
 */
public record OpticalReading(
        Optional<Measured<OpticalPower>> rx,
        Optional<Measured<OpticalPower>> tx,
        Optional<Measured<Double>> celsius,
        Optional<Measured<Double>> volts,
        Optional<Measured<Double>> milliamperes) {
    /** Nothing reported. */
    public static final OpticalReading NONE = new OpticalReading(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public OpticalReading {
        Objects.requireNonNull(rx);
        Objects.requireNonNull(tx);
        Objects.requireNonNull(celsius);
        Objects.requireNonNull(volts);
        Objects.requireNonNull(milliamperes);
    }

    public static OpticalReading power(Optional<Measured<OpticalPower>> rx, Optional<Measured<OpticalPower>> tx) {
        return new OpticalReading(rx, tx, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** When the newest of its parts was read from the device. */
    public Optional<Instant> measuredAt() {
        return Stream.of(rx, tx, celsius, volts, milliamperes)
                .flatMap(Optional::stream)
                .flatMap(m -> m.at().stream())
                .max(Instant::compareTo);
    }
}
