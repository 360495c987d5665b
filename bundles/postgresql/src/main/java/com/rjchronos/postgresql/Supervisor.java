package com.rjchronos.postgresql;

import com.rjchronos.postgresql.ServerState.Accepting;
import com.rjchronos.postgresql.ServerState.Down;
import com.rjchronos.postgresql.Startup.Server;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that starts the server, watches it, starts it again when it dies, and stops it. All others only read the
 * {@link ServerStatus}.
 */
final class Supervisor {
    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final Duration GLANCE = Duration.ofMillis(250);
    private static final Duration KNOCK = Duration.ofMillis(40);
    private static final Duration STABLE = Duration.ofSeconds(10);
    private static final Duration END_LIMIT = Duration.ofSeconds(35);
    private static final String TOO_MANY_CONNECTIONS = "53300";

    private final ServerSettings settings;
    private final Layout wanted;
    private final ServerStatus status;
    private final StopSignal stop = new StopSignal();
    private final Backoff backoff = new Backoff();
    private final Thread thread = new Thread(this::run, "postgresql-supervisor");

    private Optional<DirectoryLock> lock = Optional.empty();
    private Optional<Server> server = Optional.empty();
    private boolean portIsKnown;

    Supervisor(ServerSettings settings, Layout layout, ServerStatus status) {
        this.settings = settings;
        this.wanted = layout;
        this.status = status;
    }

    void start() {
        thread.start();
    }

    /** Returns when the server has stopped: after a fast shutdown of at most 20 s and an immediate one of at most 5 s. */
    void stop() {
        stop.ask();
        try {
            thread.join(END_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.error("The embedded PostgreSQL did not stop in time; the next start adopts it. root={}", wanted.root());
        }
    }

    private void run() {
        try {
            while (!stop.isAsked()) {
                attempt();
                stop.askedWithin(backoff.next());
            }
        } finally {
            end();
        }
    }

    private void attempt() {
        try {
            serve(wanted.realised());
        } catch (StopSignal.StoppedException e) {
            LOG.debug("Starting PostgreSQL was given up, because it is no longer wanted.");
        } catch (NoServerException e) {
            status.become(new Down(e.getMessage()));
        } catch (IOException e) {
            status.become(new Down(reason(e)));
        } catch (RuntimeException e) {
            LOG.error("Supervising PostgreSQL failed; trying again. root={}", wanted.root(), e);
            status.become(new Down(e.toString()));
        }
    }

    private void serve(Layout layout) throws IOException, NoServerException, StopSignal.StoppedException {
        if (lock.isEmpty()) {
            lock = Optional.of(DirectoryLock.take(layout));
        }
        ServerLog log = new ServerLog(layout.log());
        long said = log.size();
        Server running = new Startup(settings, layout, stop).begin(portIsKnown);
        server = Optional.of(running);
        awaitAccepting(running, log, said);
        portIsKnown = true;
        status.become(new Accepting(running.port()));
        tidy(layout);
        watch(running.postmaster(), log);
    }

    private void awaitAccepting(Server running, ServerLog log, long said)
            throws IOException, NoServerException, StopSignal.StoppedException {
        long deadline = System.nanoTime() + settings.startTimeout().toNanos();
        Superuser superuser = new Superuser(wanted.passwordFile());
        while (!accepts(superuser, running.port())) {
            stop.throwIfAsked();
            if (!running.postmaster().isAlive()) {
                throw new NoServerException(
                        "the server ended while it was starting: " + log.lastSince(said) + " (see " + log.file() + ")");
            }
            if (System.nanoTime() > deadline) {
                status.become(new Down("it runs but has not accepted connections for more than "
                        + settings.startTimeout().toSeconds() + " s, perhaps recovering from a crash; see "
                        + log.file()));
            }
            stop.askedWithin(KNOCK);
        }
    }

    private static boolean accepts(Superuser superuser, int port) throws IOException, NoServerException {
        try (Connection connection = superuser.dataSource(port).getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            String code = String.valueOf(e.getSQLState());
            if (code.startsWith("28")) {
                throw new NoServerException("it does not accept the password in " + superuser.passwordFile()
                        + "; restore that file from the backup that belongs to the data");
            }
            return code.equals(TOO_MANY_CONNECTIONS);
        }
    }

    private void watch(Postmaster postmaster, ServerLog log) throws IOException, NoServerException {
        long began = System.nanoTime();
        while (!stop.askedWithin(GLANCE)) {
            if (System.nanoTime() - began > STABLE.toNanos()) {
                backoff.reset();
            }
            if (!postmaster.isAlive()) {
                throw new NoServerException(
                        "its process " + postmaster.pid() + " died; starting it again (see " + log.file() + ")");
            }
            log.bound();
        }
    }

    private static void tidy(Layout layout) {
        try {
            new Binaries(layout).removeOthers();
        } catch (IOException e) {
            LOG.warn("The binaries of other releases remain. root={} reason=\"{}\"", layout.root(), e.toString());
        }
    }

    private void end() {
        try {
            Optional<Postmaster> last = server.map(Server::postmaster);
            if (last.isEmpty() && lock.isPresent()) {
                last = Postmaster.runningOn(wanted.realised().cluster()); // of a killed JVM, not adopted yet
            }
            if (last.isPresent() && last.get().isAlive()) {
                last.get().stop();
            }
            if (lock.isPresent()) {
                lock.get().close();
            }
        } catch (IOException | NoServerException e) {
            LOG.error("Stopping PostgreSQL failed; the next start adopts it. root={}", wanted.root(), e);
        }
        status.stopped();
    }

    private String reason(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile()
                    + "; give the data directory to the account of the appliance";
        }
        boolean bare =
                e instanceof FileSystemException file && file.getReason() == null; // then the message is but a path
        return "reading or writing in " + wanted.root() + " failed: "
                + (bare ? e.getClass().getSimpleName() + " " : "") + e.getMessage();
    }
}
