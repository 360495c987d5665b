package com.rjchronos.genieacs;

import com.rjchronos.genieacs.command.NbiCommands;
import com.rjchronos.genieacs.command.NbiDevices;
import com.rjchronos.genieacs.command.NbiFaults;
import com.rjchronos.genieacs.command.NbiFleet;
import com.rjchronos.genieacs.setup.NbiFiles;
import com.rjchronos.genieacs.setup.NbiSetup;
import com.rjchronos.genieacs.wire.Connections;
import com.rjchronos.genieacs.wire.Limit;
import com.rjchronos.genieacs.wire.NbiClient;
import com.rjchronos.port.AcsCommands;
import com.rjchronos.port.AcsDevices;
import com.rjchronos.port.AcsFaults;
import com.rjchronos.port.AcsFiles;
import com.rjchronos.port.AcsFleet;
import com.rjchronos.port.AcsSetup;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;

/** All that is asked of one ACS beside sweeps: one client, the roles over it, and what they hold until they leave. */
final class Calls implements AutoCloseable {
    /** How often connections that idle are closed: GenieACS closes them after 5 s. */
    private static final long EVICT_SECONDS = 2;

    private final ScheduledExecutorService watch;
    private final NbiClient client;
    private final AcsCommands commands;
    private final AcsDevices devices;
    private final AcsFleet fleet;
    private final AcsFaults faults;
    private final AcsSetup setup;
    private final AcsFiles files;

    Calls(NbiSettings settings, Contact contact) {
        this.watch = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "genieacs-" + settings.acs() + "-watch");
            thread.setDaemon(true);
            return thread;
        });
        int atMost = settings.limits().values().stream().mapToInt(Limit::atOnce).sum();
        Failures failures = new Failures(settings, new Lifeline());
        PoolingHttpClientConnectionManager pool =
                Connections.pool(atMost, settings.connectTimeout(), settings.responseTimeout(), settings.trust());
        watch.scheduleWithFixedDelay(() -> Connections.evict(pool), EVICT_SECONDS, EVICT_SECONDS, TimeUnit.SECONDS);
        this.client = new NbiClient(
                new NbiClient.Address(settings.baseUrl(), settings.authorization(), failures::inWords),
                settings.limits(),
                settings.patience(),
                new Breaker(contact),
                Connections.client(pool),
                watch);
        this.commands = new NbiCommands(client);
        this.devices = new NbiDevices(settings.acs(), client);
        this.fleet = new NbiFleet(settings.acs(), settings.scope(), settings.scopeTag(), client);
        this.faults = new NbiFaults(client);
        this.setup = new NbiSetup(client);
        this.files = new NbiFiles(client);
    }

    AcsCommands commands() {
        return commands;
    }

    AcsDevices devices() {
        return devices;
    }

    AcsFleet fleet() {
        return fleet;
    }

    AcsFaults faults() {
        return faults;
    }

    AcsSetup setup() {
        return setup;
    }

    AcsFiles files() {
        return files;
    }

    /** Begins nothing more; what is under way goes on. */
    void leave() {
        client.leave();
    }

    /** Waits for commands under way, within bounds, and cuts what is left. */
    @Override
    public void close() {
        client.close();
        watch.shutdownNow();
    }
}
