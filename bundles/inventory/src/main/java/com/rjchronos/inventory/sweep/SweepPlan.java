package com.rjchronos.inventory.sweep;

import com.rjchronos.model.sweep.SweepKind;
import com.rjchronos.model.sweep.SweepReport;
import com.rjchronos.port.SweepStore.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * From where a sweep asks, and how far it moves the watermark. Pure.
 *
 * @param kind what is really run: an incremental sweep without a watermark is a full one
 * @param since the ACS's time it asks from; empty for all devices
 */
record SweepPlan(SweepKind kind, Optional<Instant> since) {
    /** GenieACS stores a device at the end of a session with the time of its start. */
    static final Duration OVERLAP = Duration.ofMinutes(5);

    /** A new device is stored within its first session. */
    static final Duration NEW_OVERLAP = Duration.ofMinutes(1);

    /** What our clock may be ahead of the ACS's where that one is not told. */
    static final Duration CLOCK_MARGIN = Duration.ofMinutes(1);

    /** Empty if there is nothing to run: new devices are looked for once all old ones are known. */
    static Optional<SweepPlan> of(SweepKind wanted, Progress progress) {
        return switch (wanted) {
            case INCREMENTAL ->
                Optional.of(progress.informedUntil()
                        .map(t -> new SweepPlan(SweepKind.INCREMENTAL, Optional.of(t.minus(OVERLAP))))
                        .orElse(new SweepPlan(SweepKind.FULL, Optional.empty())));
            case NEW ->
                progress.registeredUntil().map(t -> new SweepPlan(SweepKind.NEW, Optional.of(t.minus(NEW_OVERLAP))));
            case FULL, SELECTED -> Optional.of(new SweepPlan(wanted, Optional.empty()));
        };
    }

    /** Whether the ACS's clock is so far behind the watermark that the overlap does not cover it: it was restored or corrected. */
    static boolean backwards(Progress progress, SweepReport report, Instant startedAt) {
        Instant until = until(report, startedAt);
        return progress.informedUntil()
                .filter(t -> until.isBefore(t.minus(OVERLAP)))
                .isPresent();
    }

    private static Instant until(SweepReport report, Instant startedAt) {
        return report.acsTime().orElse(startedAt.minus(CLOCK_MARGIN));
    }

    /** How far the ACS has been read after this sweep came whole; empty if it does not move anything. */
    Optional<Progress> after(Progress before, SweepReport report, Instant startedAt, Instant endedAt) {
        Optional<Instant> until = Optional.of(until(report, startedAt));
        return switch (kind) {
            case FULL -> Optional.of(new Progress(until, until, Optional.of(endedAt)));
            case INCREMENTAL ->
                backwards(before, report, startedAt)
                        ? Optional.empty()
                        : Optional.of(new Progress(until, before.registeredUntil(), Optional.of(endedAt)));
            case NEW ->
                backwards(before, report, startedAt)
                        ? Optional.empty()
                        : Optional.of(new Progress(before.informedUntil(), until, before.lastComplete()));
            case SELECTED -> Optional.empty();
        };
    }
}
