package com.rjchronos.inventory.sweep;

import com.rjchronos.inventory.connector.ConnectorDesk;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.sweep.Sweep;
import com.rjchronos.model.sweep.SweepId;
import com.rjchronos.model.sweep.SweepKind;
import com.rjchronos.model.sweep.SweepOutcome;
import com.rjchronos.model.sweep.SweepQuestion;
import com.rjchronos.model.sweep.SweepReport;
import com.rjchronos.port.AcsGateway;
import com.rjchronos.port.SweepStore;
import com.rjchronos.port.SweepStore.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one sweep of one ACS, never two at once, and keeps its row and the watermark. */
@Component(service = SweepRunner.class)
public final class SweepRunner {
    private static final Logger LOG = LoggerFactory.getLogger(SweepRunner.class);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    /** What a full sweep, which comes once a day, waits for a lesser one, and an incremental one for a look for new devices. */
    private static final Duration PATIENCE_OF_FULL = Duration.ofMinutes(15);

    private static final Duration PATIENCE_OF_INCREMENTAL = Duration.ofMinutes(1);

    private final SweepStore store;
    private final ConnectorDesk desk;
    private final Assessor assessor;
    private final Clock clock;
    private final Map<AcsId, ReentrantLock> turns = new ConcurrentHashMap<>();
    private final Map<AcsId, SweepKind> kinds = new ConcurrentHashMap<>();
    private final Map<AcsId, Instant> ends = new ConcurrentHashMap<>();
    private final Map<AcsId, Sweep> last = new ConcurrentHashMap<>();
    private final Set<Thread> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;
    private boolean tidy;

    @Activate
    public SweepRunner(@Reference SweepStore store, @Reference ConnectorDesk desk, @Reference Assessor assessor) {
        this(store, desk, assessor, Clock.systemUTC());
    }

    SweepRunner(SweepStore store, ConnectorDesk desk, Assessor assessor, Clock clock) {
        this.store = store;
        this.desk = desk;
        this.assessor = assessor;
        this.clock = clock;
    }

    /** Interrupts what is under way, so that it ends before its neighbours go. */
    @Deactivate
    void stop() {
        stopping = true;
        underWay.forEach(Thread::interrupt);
        long deadline = System.nanoTime() + FAREWELL.toNanos();
        for (ReentrantLock turn : turns.values()) {
            try {
                if (turn.tryLock(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                    turn.unlock();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** When a sweep of this ACS last ended, however it did. */
    Optional<Instant> lastEnd(AcsId acs) {
        return Optional.ofNullable(ends.get(acs));
    }

    /** The last full or incremental sweep of each ACS. */
    Map<AcsId, Sweep> last() {
        return Map.copyOf(last);
    }

    /** Sweeps, unless the ACS is being swept by as much or there is nothing to run. */
    Optional<Sweep> sweep(AcsGateway gateway, SweepKind wanted, String reason) {
        Optional<Sweep> earlier = Optional.ofNullable(last.get(gateway.acs()));
        return inTurn(gateway, patience(wanted, gateway.acs()), () -> {
            Optional<Sweep> meanwhile = Optional.ofNullable(last.get(gateway.acs()));
            if (!meanwhile.equals(earlier)
                    && meanwhile.filter(s -> covers(s, wanted)).isPresent()) {
                return Optional.empty();
            }
            Progress before = store.progress(gateway.acs());
            return SweepPlan.of(wanted, before).map(plan -> sweep(gateway, plan, List.of(), before, reason));
        });
    }

    /** What the clock fires in the second of a lesser sweep must not be lost to it: its next time may be tomorrow. */
    private Duration patience(SweepKind wanted, AcsId acs) {
        SweepKind current = kinds.get(acs);
        return switch (wanted) {
            case FULL -> current == SweepKind.FULL ? Duration.ZERO : PATIENCE_OF_FULL;
            case INCREMENTAL ->
                current == SweepKind.FULL || current == SweepKind.INCREMENTAL ? Duration.ZERO : PATIENCE_OF_INCREMENTAL;
            case NEW, SELECTED -> Duration.ZERO;
        };
    }

    private static boolean covers(Sweep done, SweepKind wanted) {
        return done.outcome() == SweepOutcome.COMPLETE && (done.kind() == SweepKind.FULL || done.kind() == wanted);
    }

    /** Reads named devices as soon as no other sweep is under way; empty if that takes longer than the patience. */
    Optional<Sweep> select(AcsGateway gateway, List<String> genieacsIds, String reason, Duration patience) {
        SweepPlan plan = new SweepPlan(SweepKind.SELECTED, Optional.empty());
        return inTurn(
                gateway,
                patience,
                () -> Optional.of(sweep(gateway, plan, genieacsIds, store.progress(gateway.acs()), reason)));
    }

    private interface Turn {
        Optional<Sweep> take();
    }

    private Optional<Sweep> inTurn(AcsGateway gateway, Duration patience, Turn turn) {
        ReentrantLock lock = turns.computeIfAbsent(gateway.acs(), a -> new ReentrantLock(true));
        if (stopping || lock.isHeldByCurrentThread() || !locked(lock, patience)) {
            return Optional.empty();
        }
        Thread current = Thread.currentThread();
        underWay.add(current);
        try {
            if (stopping) { // it may not have seen this thread
                return Optional.empty();
            }
            tidyUp();
            return turn.take();
        } catch (RuntimeException e) {
            leftOpen();
            throw e;
        } finally {
            underWay.remove(current);
            kinds.remove(gateway.acs());
            lock.unlock();
        }
    }

    /**
     * Before the first row of this life is opened, and after one that could not be closed, while no other row is open. Not at
     * activation, for the store may be away then.
     */
    private synchronized void tidyUp() {
        if (tidy || underWay.size() > 1) {
            return;
        }
        int interrupted = store.interruptRunning(clock.instant());
        if (interrupted > 0) {
            LOG.info("Sweeps that were left open are marked as interrupted. count={}", interrupted);
        }
        tidy = true;
    }

    private synchronized void leftOpen() {
        tidy = false;
    }

    private static boolean locked(ReentrantLock lock, Duration patience) {
        try {
            return lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Sweep sweep(AcsGateway gateway, SweepPlan plan, List<String> ids, Progress before, String reason) {
        kinds.put(gateway.acs(), plan.kind());
        Instant startedAt = clock.instant();
        SweepId id = store.open(gateway.acs(), plan.kind(), plan.since(), reason, startedAt);
        SweepReport report = ask(gateway, id, question(plan, ids));
        Sweep row = close(id, plan, before, report, startedAt);
        ends.put(gateway.acs(), clock.instant());
        log(row);
        if (plan.kind() == SweepKind.FULL || plan.kind() == SweepKind.INCREMENTAL) {
            last.put(gateway.acs(), row);
        }
        if (row.outcome() != SweepOutcome.COMPLETE) {
            return row;
        }
        if (plan.kind() != SweepKind.FULL && SweepPlan.backwards(before, report, startedAt)) {
            LOG.warn("The ACS's clock ran backwards; it is read anew. acs={}", gateway.acs());
            return sweep(
                    gateway,
                    new SweepPlan(SweepKind.FULL, Optional.empty()),
                    List.of(),
                    before,
                    "the ACS's clock ran backwards");
        }
        if (plan.kind() == SweepKind.FULL || plan.kind() == SweepKind.INCREMENTAL) {
            assessor.afterSweep(gateway.acs(), before.lastComplete());
        }
        return row;
    }

    private SweepQuestion question(SweepPlan plan, List<String> ids) {
        boolean registered = plan.kind() == SweepKind.NEW;
        return new SweepQuestion(
                plan.kind(),
                desk.projection(),
                registered ? Optional.empty() : plan.since(),
                registered ? plan.since() : Optional.empty(),
                ids);
    }

    private static SweepReport ask(AcsGateway gateway, SweepId id, SweepQuestion question) {
        try {
            return gateway.sweep(id, question);
        } catch (RuntimeException e) {
            LOG.error("The gateway failed. acs={} sweep={}", gateway.acs(), id, e);
            return SweepReport.broken(Optional.empty(), "The gateway failed: " + e);
        }
    }

    private Sweep close(SweepId id, SweepPlan plan, Progress before, SweepReport report, Instant startedAt) {
        Instant endedAt = clock.instant();
        if (report.brokenBecause().isPresent()) {
            SweepOutcome outcome = stopping ? SweepOutcome.INTERRUPTED : SweepOutcome.BROKEN;
            boolean interrupted = Thread.interrupted(); // the row is closed all the same
            try {
                return store.close(id, outcome, report.brokenBecause(), Optional.empty(), endedAt);
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
        Optional<Progress> progress = plan.after(before, report, startedAt, endedAt);
        return store.close(id, SweepOutcome.COMPLETE, Optional.empty(), progress, endedAt);
    }

    private static void log(Sweep row) {
        var counts = row.counts();
        long millis = row.endedAt()
                .map(e -> Duration.between(row.startedAt(), e).toMillis())
                .orElse(0L);
        boolean quiet = row.kind() == SweepKind.NEW && row.outcome() == SweepOutcome.COMPLETE && counts.read() == 0;
        if (quiet) {
            LOG.debug("Sweep ended. sweep={} acs={} kind={} read=0 millis={}", row.id(), row.acs(), row.kind(), millis);
            return;
        }
        LOG.info(
                "Sweep ended. sweep={} acs={} kind={} outcome={} read={} stored={} unchanged={} parked={} failed={} remarked={} bytes={}"
                        + " millis={} reason=\"{}\"",
                row.id(),
                row.acs(),
                row.kind().code(),
                row.outcome().code(),
                counts.read(),
                counts.stored(),
                counts.unchanged(),
                counts.parked(),
                counts.failed(),
                counts.remarked(),
                counts.bytes(),
                millis,
                row.reason().orElse(""));
    }
}
