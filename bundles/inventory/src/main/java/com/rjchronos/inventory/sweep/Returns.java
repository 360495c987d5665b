package com.rjchronos.inventory.sweep;

import com.rjchronos.inventory.connector.ConnectorDesk;
import com.rjchronos.inventory.connector.InstalledConnector;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.port.AcsGateway;
import com.rjchronos.port.DeviceStore;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads at once what came or came back: all of an ACS, or the devices of a connector. Without it they would wait for the
 * clock. No ACS waits for another.
 */
@Component(
        immediate = true,
        service = {})
public final class Returns {
    private static final Logger LOG = LoggerFactory.getLogger(Returns.class);
    private static final Duration TICK = Duration.ofSeconds(1);

    private final AcsRoster roster;
    private final SweepRunner runner;
    private final ConnectorDesk desk;
    private final Rereading rereading;
    private final Clock clock;
    private final Executor hands;
    private final Map<AcsId, Owed> owed = new HashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(Returns::thread);

    @Activate
    public Returns(
            @Reference AcsRoster roster,
            @Reference SweepRunner runner,
            @Reference ConnectorDesk desk,
            @Reference DeviceStore store) {
        this.roster = roster;
        this.runner = runner;
        this.desk = desk;
        this.rereading = new Rereading(runner, desk, store);
        this.clock = Clock.systemUTC();
        this.hands = threads;
        threads.execute(this::work);
    }

    /** For tests, who look themselves, and choose who does the work. */
    Returns(
            AcsRoster roster,
            SweepRunner runner,
            ConnectorDesk desk,
            Rereading rereading,
            Clock clock,
            Executor hands) {
        this.roster = roster;
        this.runner = runner;
        this.desk = desk;
        this.rereading = rereading;
        this.clock = clock;
        this.hands = hands;
    }

    @Deactivate
    void stop() {
        threads.shutdownNow();
    }

    private void work() {
        while (!threads.isShutdown()) {
            try {
                look(desk.awaitArrivals(TICK));
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) { // the next look may go better
                LOG.debug("A look around failed.", e);
            }
        }
    }

    /** One look around; {@code came} are the connectors that came since the last. They come in groups: it waits until it is calm. */
    void look(List<InstalledConnector> came) {
        owed.values().forEach(o -> o.came(came));
        List<AcsGateway> gateways = roster.gateways();
        gateways.forEach(g -> owed.computeIfAbsent(g.acs(), this::first));
        if (!came.isEmpty() || desk.isEmpty()) {
            return;
        }
        for (AcsGateway gateway : gateways) {
            Owed due = owed.get(gateway.acs());
            hands.execute(() -> due.settle(gateway));
        }
    }

    /** To an ACS that is new here every connector is. */
    private Owed first(AcsId acs) {
        Owed first = new Owed(acs, runner, desk, rereading, clock);
        first.came(desk.connectors());
        return first;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "returns");
        thread.setDaemon(true);
        return thread;
    }
}
