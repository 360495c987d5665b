package com.rjchronos.model.sweep;

import java.time.Instant;
import java.util.Optional;

/**
 * How the ACS's answer to a question ended.
 *
 * @param acsTime the ACS's clock when it began to answer (its {@code Date} header)
 * @param brokenBecause what broke the answer off, for operators; empty if it came whole
 */
public record SweepReport(Optional<Instant> acsTime, Optional<String> brokenBecause) {

    public static SweepReport whole(Optional<Instant> acsTime) {
        return new SweepReport(acsTime, Optional.empty());
    }

    public static SweepReport broken(Optional<Instant> acsTime, String because) {
        return new SweepReport(acsTime, Optional.of(because));
    }
}
