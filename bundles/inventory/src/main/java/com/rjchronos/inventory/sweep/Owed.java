package com.rjchronos.inventory.sweep;

import com.rjchronos.inventory.connector.ConnectorDesk;
import com.rjchronos.inventory.connector.InstalledConnector;
import com.rjchronos.inventory.sweep.Rereading.Reach;
import com.rjchronos.model.acs.AcsHealth;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.sweep.Sweep;
import com.rjchronos.model.sweep.SweepKind;
import com.rjchronos.model.sweep.SweepOutcome;
import com.rjchronos.port.AcsGateway;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is owed to one ACS: a sweep when it came back, and a reading of the devices of each connector that came. An ACS that
 * answers and then breaks off is asked ever more seldom, until it comes through.
 */
final class Owed {
    private static final Logger LOG = LoggerFactory.getLogger(Owed.class);
    private static final int MAX_ATTEMPTS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final AcsId acs;
    private final SweepRunner runner;
    private final ConnectorDesk desk;
    private final Rereading rereading;
    private final Clock clock;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Map<String, List<String>>> claims = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private Duration pause = Duration.ZERO;
    private Instant brokenAt = Instant.MIN;
    private String lastFailure = "";
    private volatile boolean sweptOnce;

    /** A connector whose devices are to be read. */
    private record Waiting(InstalledConnector connector, Reach reach, int attempts) {}

    Owed(AcsId acs, SweepRunner runner, ConnectorDesk desk, Rereading rereading, Clock clock) {
        this.acs = acs;
        this.runner = runner;
        this.desk = desk;
        this.rereading = rereading;
        this.clock = clock;
    }

    void came(Collection<InstalledConnector> connectors) {
        synchronized (waiting) {
            connectors.forEach(c -> waiting.add(new Waiting(c, reach(c), 0)));
        }
    }

    /** While a start gathers connectors none takes devices from another: that is no swap, and the first sweep is yet to come. */
    private Reach reach(InstalledConnector connector) {
        boolean first = seen.add(connector.name());
        boolean news = !connector.claims().spoken().equals(claims.get(connector.name()));
        if (news && sweptOnce()) {
            return Reach.ALL_IT_CLAIMS;
        }
        return first ? Reach.WAITING : Reach.ITS_OWN;
    }

    /** Whether a sweep of this life came whole: one that an absent ACS broke off at the start leaves the first yet to come. */
    private boolean sweptOnce() {
        sweptOnce |= Optional.ofNullable(runner.last().get(acs))
                .filter(s -> s.outcome() == SweepOutcome.COMPLETE)
                .isPresent();
        return sweptOnce;
    }

    /** Does what can be done now, unless another thread is at it. */
    void settle(AcsGateway gateway) {
        if (!underWay.compareAndSet(false, true)) {
            return;
        }
        try {
            work(gateway);
            lastFailure = "";
        } catch (RuntimeException e) {
            complain(e);
        } finally {
            underWay.set(false);
        }
    }

    private void work(AcsGateway gateway) {
        if (gateway.health().state() == AcsHealth.State.MAINTENANCE) {
            return;
        }
        cameThrough(Optional.ofNullable(runner.last().get(acs)));
        sweptOnce();
        if (resting()) {
            return;
        }
        if (cameBack(gateway)) {
            Optional<Sweep> sweep = runner.sweep(gateway, SweepKind.INCREMENTAL, "ACS " + acs + " came");
            if (sweep.filter(s -> s.outcome() != SweepOutcome.COMPLETE).isPresent()) {
                broke();
            }
            cameThrough(sweep);
        }
        Optional<Waiting> next = next();
        while (next.isPresent() && !resting() && gateway.health().reachable()) {
            read(next.get(), gateway);
            next = next();
        }
    }

    /** Whether it answers again, or was never asked for devices since we are here. */
    private boolean cameBack(AcsGateway gateway) {
        AcsHealth health = gateway.health();
        Optional<Instant> end = runner.lastEnd(acs);
        return end.isEmpty()
                || health.state() == AcsHealth.State.REACHABLE && health.since().isAfter(end.get());
    }

    private Optional<Waiting> next() {
        synchronized (waiting) {
            waiting.removeIf(w -> !desk.connectors().contains(w.connector()));
            return waiting.stream().findFirst();
        }
    }

    private void read(Waiting first, AcsGateway gateway) {
        boolean whole = rereading.of(first.connector(), first.reach(), gateway);
        if (!whole && !gateway.health().reachable()) { // that is the ACS's fault, and it stays owed
            broke();
            return;
        }
        synchronized (waiting) {
            waiting.remove(first);
            claims.put(first.connector().name(), first.connector().claims().spoken());
            if (!whole && first.attempts() + 1 < MAX_ATTEMPTS) {
                waiting.add(new Waiting(first.connector(), first.reach(), first.attempts() + 1));
            } else if (!whole) {
                LOG.warn("Devices of a connector wait for the next sweep. acs={} connector={}", acs, first.connector());
            }
        }
    }

    private boolean resting() {
        return !pause.isZero() && clock.instant().isBefore(brokenAt.plus(pause));
    }

    private void broke() {
        brokenAt = clock.instant();
        Duration longer = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    /** A complete sweep since, whoever asked for it, ends the caution. */
    private void cameThrough(Optional<Sweep> sweep) {
        boolean since = sweep.filter(s -> s.outcome() == SweepOutcome.COMPLETE)
                .flatMap(Sweep::endedAt)
                .filter(end -> !end.isBefore(brokenAt))
                .isPresent();
        if (since) {
            pause = Duration.ZERO;
        }
    }

    private void complain(RuntimeException e) {
        String failure = e.getClass().getName() + ": " + e.getMessage();
        if (!failure.equals(lastFailure)) {
            LOG.warn("What came back is not read yet; it is tried again. acs={} detail=\"{}\"", acs, e.getMessage(), e);
        }
        lastFailure = failure;
    }
}
