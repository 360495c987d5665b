package com.rjchronos.inventory.fake;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.page.Page;
import com.rjchronos.model.sweep.Sweep;
import com.rjchronos.model.sweep.SweepCounts;
import com.rjchronos.model.sweep.SweepId;
import com.rjchronos.model.sweep.SweepKind;
import com.rjchronos.model.sweep.SweepOutcome;
import com.rjchronos.model.sweep.SweepQuery;
import com.rjchronos.port.SweepStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows and watermarks in memory. */
public final class MemorySweepStore implements SweepStore {
    public final List<Sweep> rows = new ArrayList<>();
    public final Map<AcsId, Progress> progress = new HashMap<>();
    public int tidied;
    public Runnable beforeClose = () -> {};

    @Override
    public synchronized SweepId open(AcsId acs, SweepKind kind, Optional<Instant> since, String reason, Instant at) {
        SweepId id = new SweepId(rows.size() + 1);
        rows.add(new Sweep(
                id,
                acs,
                kind,
                since,
                at,
                Optional.empty(),
                SweepOutcome.RUNNING,
                SweepCounts.ZERO,
                Optional.of(reason),
                List.of()));
        return id;
    }

    @Override
    public synchronized Sweep close(
            SweepId id, SweepOutcome outcome, Optional<String> reason, Optional<Progress> moved, Instant at) {
        beforeClose.run();
        Sweep open = rows.get((int) id.value() - 1);
        Sweep closed = new Sweep(
                id,
                open.acs(),
                open.kind(),
                open.since(),
                open.startedAt(),
                Optional.of(at),
                outcome,
                open.counts(),
                reason.or(open::reason),
                List.of());
        rows.set((int) id.value() - 1, closed);
        moved.ifPresent(p -> progress.put(open.acs(), p));
        return closed;
    }

    @Override
    public synchronized int interruptRunning(Instant at) {
        return ++tidied;
    }

    @Override
    public synchronized Progress progress(AcsId acs) {
        return progress.getOrDefault(acs, Progress.NONE);
    }

    @Override
    public synchronized Page<Sweep> page(SweepQuery query) {
        return new Page<>(rows, rows.size());
    }

    /** Kind and outcome of every row, e.g. {@code FULL COMPLETE}. */
    public synchronized List<String> story() {
        return rows.stream().map(r -> r.kind() + " " + r.outcome()).toList();
    }
}
