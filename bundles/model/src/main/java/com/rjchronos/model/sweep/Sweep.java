package com.rjchronos.model.sweep;

import com.rjchronos.model.acs.AcsId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A sweep as operators see it; its counts grow while it runs.
 *
 * @param since what it asked from; empty for a full one
 * @param endedAt empty while it runs
 * @param reason why it broke, or what made it run
 * @param rejected the first documents that failed, then those with a remark, at most {@value #MAX_REJECTED}
 */
public record Sweep(
        SweepId id,
        AcsId acs,
        SweepKind kind,
        Optional<Instant> since,
        Instant startedAt,
        Optional<Instant> endedAt,
        SweepOutcome outcome,
        SweepCounts counts,
        Optional<String> reason,
        List<RejectedDocument> rejected) {
    public static final int MAX_REJECTED = 20;

    public Sweep {
        rejected = List.copyOf(rejected);
    }
}
