package com.rjchronos.postgresql;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way from a directory to a server that runs on it: check, unpack, initialise, then adopt or start. */
final class Startup {
    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

    private final ServerSettings settings;
    private final Layout layout;
    private final StopSignal stop;
    private final PortChoice ports;

    Startup(ServerSettings settings, Layout layout, StopSignal stop) {
        this.settings = settings;
        this.layout = layout;
        this.stop = stop;
        this.ports = new PortChoice(settings.port(), layout.port());
    }

    /**
     * A server process and the port that it listens on, or soon will.
     *
     * @param postmaster the process
     * @param port on 127.0.0.1
     */
    record Server(Postmaster postmaster, int port) {}

    /**
     * Answers with a running server; it may not accept connections yet.
     *
     * @param portIsKnown whether clients know the port already, so that it cannot change
     */
    Server begin(boolean portIsKnown) throws IOException, NoServerException, StopSignal.StoppedException {
        Cluster cluster = new Cluster(layout);
        cluster.refuseForeign();
        new Binaries(layout).ensure(stop);
        RunAs runAs = new RunAsChoice(layout, stop).choose();
        cluster.ensureInitialised(runAs, stop);
        stop.throwIfAsked();
        Optional<Server> adopted = adopt();
        if (adopted.isPresent()) {
            return adopted.get();
        }
        cluster.giveTo(runAs);
        int port = ports.free(portIsKnown);
        List<String> line = settings.commandLine(layout, port);
        return new Server(Postmaster.start(line, runAs, new ServerLog(layout.log()), layout.root()), port);
    }

    /** A server that a killed JVM left running is as good as a new one, if it runs as it would be started now. */
    private Optional<Server> adopt() throws IOException, NoServerException {
        Optional<Postmaster> running = Postmaster.runningOn(layout.cluster());
        if (running.isEmpty()) {
            return Optional.empty();
        }
        Postmaster postmaster = running.get();
        int port = ports.known().orElse(0);
        if (postmaster.commandLine().equals(settings.commandLine(layout, port))) {
            LOG.info(
                    "Adopting the PostgreSQL that still runs. pid={} directory={}", postmaster.pid(), layout.cluster());
            return Optional.of(new Server(postmaster, port));
        }
        LOG.info("Stopping a PostgreSQL that still runs with other settings. pid={}", postmaster.pid());
        postmaster.stop();
        return Optional.empty();
    }
}
