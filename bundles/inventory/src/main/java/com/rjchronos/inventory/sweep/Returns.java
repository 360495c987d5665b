package com.rjchronos.inventory.sweep;

import com.rjchronos.inventory.connector.ConnectorDesk;
import com.rjchronos.inventory.connector.InstalledConnector;
import com.rjchronos.model.acs.AcsHealth;
import com.rjchronos.model.sweep.SweepKind;
import com.rjchronos.port.AcsGateway;
import com.rjchronos.port.DeviceStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads at once what came or came back: all of an ACS, or the devices of a connector. Without it they would wait for the
 * clock.
 */
@Component(
        immediate = true,
        service = {})
public final class Returns {
    private static final Logger LOG = LoggerFactory.getLogger(Returns.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int MAX_ATTEMPTS = 3;

    private final AcsRoster roster;
    private final SweepRunner runner;
    private final ConnectorDesk desk;
    private final Rereading rereading;
    private final Set<String> seen = new HashSet<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final Thread thread = new Thread(this::work, "returns");
    private String lastFailure = "";
    private volatile boolean stopped;

    /** A connector whose devices are to be read; {@code again} if one of its name was here before. */
    private record Waiting(InstalledConnector connector, boolean again, int attempts) {}

    @Activate
    public Returns(
            @Reference AcsRoster roster,
            @Reference SweepRunner runner,
            @Reference ConnectorDesk desk,
            @Reference DeviceStore store) {
        this(roster, runner, desk, new Rereading(runner, desk, store));
        thread.setDaemon(true);
        thread.start();
    }

    Returns(AcsRoster roster, SweepRunner runner, ConnectorDesk desk, Rereading rereading) {
        this.roster = roster;
        this.runner = runner;
        this.desk = desk;
        this.rereading = rereading;
    }

    @Deactivate
    void stop() {
        stopped = true;
        thread.interrupt();
    }

    private void work() {
        while (!stopped) {
            try {
                look(desk.awaitArrivals(TICK));
                lastFailure = "";
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                complain(e);
            }
        }
    }

    /** One look around; {@code came} are the connectors that came since the last. They come in groups: it waits until it is calm. */
    void look(List<InstalledConnector> came) {
        came.forEach(c -> waiting.add(new Waiting(c, !seen.add(c.name()), 0)));
        if (!came.isEmpty() || desk.isEmpty()) {
            return;
        }
        roster.gateways().stream()
                .filter(this::cameBack)
                .forEach(g -> runner.sweep(g, SweepKind.INCREMENTAL, "ACS " + g.acs() + " came"));
        waiting.removeIf(w -> !desk.connectors().contains(w.connector()));
        boolean answering = roster.gateways().stream().anyMatch(g -> g.health().reachable());
        if (answering && !waiting.isEmpty()) {
            read(waiting.get(0));
        }
    }

    /** Whether it answers again, or was never asked for devices since we are here. */
    private boolean cameBack(AcsGateway gateway) {
        AcsHealth health = gateway.health();
        Optional<Instant> end = runner.lastEnd(gateway.acs());
        return end.isEmpty()
                || health.state() == AcsHealth.State.REACHABLE && health.since().isAfter(end.get());
    }

    private void read(Waiting first) {
        boolean whole = true;
        for (AcsGateway gateway : roster.gateways()) {
            whole &= rereading.of(first.connector(), first.again(), gateway);
        }
        waiting.remove(first);
        if (!whole && first.attempts() + 1 < MAX_ATTEMPTS) {
            waiting.add(new Waiting(first.connector(), first.again(), first.attempts() + 1));
        } else if (!whole) {
            LOG.warn("Devices of a connector wait for the next sweep. connector={}", first.connector());
        }
    }

    private void complain(RuntimeException e) {
        String failure = e.getClass().getName() + ": " + e.getMessage();
        if (!failure.equals(lastFailure)) {
            LOG.warn("What came back is not read yet; it is tried again. detail=\"{}\"", e.getMessage(), e);
        }
        lastFailure = failure;
    }
}
