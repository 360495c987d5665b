package com.rjchronos.simulator;

import com.rjchronos.simulator.control.Chaos;
import com.rjchronos.simulator.control.Ledger;
import com.rjchronos.simulator.control.Poison;
import com.rjchronos.simulator.cwmp.ForcedFaults;
import com.rjchronos.simulator.cwmp.Heartbeat;
import com.rjchronos.simulator.cwmp.Sessions;
import com.rjchronos.simulator.cwmp.Tasks;
import com.rjchronos.simulator.fleet.Fleet;
import com.rjchronos.simulator.fleet.ShiftedClock;
import com.rjchronos.simulator.nbi.Acs;
import com.rjchronos.simulator.nbi.Collections;
import com.rjchronos.simulator.nbi.ControlRoutes;
import com.rjchronos.simulator.nbi.NbiServer;
import com.rjchronos.simulator.query.JsonCollection;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.log.Log;

/** The whole simulator, put together: a fleet, its heartbeat and the NBI in front of it. */
public final class NbiLookalike implements AutoCloseable {
    private static final long BEAT_MILLIS = 250;
    private static final long SESSION_MILLIS = 510;

    private final Fleet fleet;
    private final Heartbeat heartbeat;
    private final NbiServer server;
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "simulator-heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    /** Makes the fleet; nothing runs before {@link #start}. */
    public NbiLookalike(SimulatorSettings settings, Clock clock, Optional<Runnable> stop) {
        this(settings, clock, stop, SESSION_MILLIS);
    }

    /** The same with sessions that take another time than the real NBI's 510 ms. */
    NbiLookalike(SimulatorSettings settings, Clock clock, Optional<Runnable> stop, long sessionMillis) {
        ShiftedClock shifted = new ShiftedClock(clock);
        Ledger ledger = new Ledger(shifted);
        Chaos chaos = new Chaos();
        ForcedFaults forced = new ForcedFaults();
        JsonCollection files = new JsonCollection();
        Tasks tasks = new Tasks(shifted, settings.seed(), ledger);
        Map<String, JsonCollection> collections = Collections.fresh(tasks, files);
        Sessions sessions = new Sessions(shifted, tasks, collections, forced, ledger);
        fleet = Fleet.of(settings.devices(), settings.seed(), shifted);
        heartbeat = new Heartbeat(
                fleet,
                sessions,
                shifted,
                ledger,
                new Heartbeat.Pace(settings.timeScale(), settings.frozen(), settings.seed()));
        Acs acs = new Acs(fleet, tasks, sessions, collections, shifted, ledger);
        ControlRoutes control = new ControlRoutes(
                acs,
                new ControlRoutes.Strings(ledger, chaos, new Poison(fleet, shifted), forced, heartbeat, shifted, stop));
        NbiServer.Plan plan = new NbiServer.Plan(
                settings.host(), settings.port(), settings.pace(), settings.crashDelayMs(), sessionMillis);
        server = new NbiServer(plan, acs, control, chaos, ledger);
    }

    /** Opens the port and lets the fleet live. */
    public NbiLookalike start() throws IOException {
        server.start();
        pulse.scheduleWithFixedDelay(this::beat, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    public URI url() {
        return server.url();
    }

    public Fleet fleet() {
        return fleet;
    }

    @Override
    public void close() throws IOException {
        pulse.shutdownNow();
        server.stop();
    }

    private void beat() {
        try {
            heartbeat.beat();
        } catch (RuntimeException e) {
            // the scheduler would drop the task, and the fleet would die of one bad device
            Log.getLogger(NbiLookalike.class).warn("The heartbeat stumbled and goes on.", e);
        }
    }
}
