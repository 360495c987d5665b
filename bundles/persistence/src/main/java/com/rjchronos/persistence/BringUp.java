package com.rjchronos.persistence;

import com.rjchronos.model.health.Health;
import com.rjchronos.persistence.connection.Availability;
import com.rjchronos.persistence.connection.Endpoint;
import com.rjchronos.persistence.connection.Pool;
import com.rjchronos.persistence.connection.Transactions;
import com.rjchronos.persistence.schema.Changelog;
import com.rjchronos.persistence.schema.Migrations;
import com.rjchronos.persistence.schema.Partitions;
import com.rjchronos.persistence.schema.Prepared;
import com.rjchronos.persistence.schema.RefusedException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prepares, migrates and opens the database on a thread of its own, again and again until it succeeds; then keeps it.
 */
final class BringUp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BringUp.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final ServerChoice server;
    private final DatabaseSettings settings;
    private final PoolService service;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "chronos-database");
    private volatile Health preparing = Health.down("The database is being prepared.");
    private final AtomicReference<Live> live = new AtomicReference<>();

    /** What a successful attempt made. */
    private record Live(Pool pool, Upkeep upkeep, Runnable takeBack, Endpoint endpoint, String version) {
        void end() {
            takeBack.run();
            upkeep.close();
            pool.close();
        }
    }

    BringUp(ServerChoice server, DatabaseSettings settings, PoolService service, Clock clock) {
        this.server = server;
        this.settings = settings;
        this.service = service;
        this.clock = clock;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Answers at once. */
    Health health() {
        Live now = live.get();
        if (now == null) {
            return preparing;
        }
        Availability.State state = now.pool().state();
        return state.up()
                ? Health.up("PostgreSQL " + now.version() + " at " + now.endpoint() + ".")
                : Health.down("PostgreSQL at " + now.endpoint() + " has been away since " + state.since() + ": "
                        + state.reason()
                        + " Start it, or see why it stopped; the appliance goes on by itself.");
    }

    @Override
    public void close() {
        stopped.countDown();
        thread.interrupt();
        try {
            thread.join(FAREWELL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end();
        server.close();
    }

    private void end() {
        Live now = live.getAndSet(null);
        if (now != null) {
            now.end();
        }
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        String last = "";
        try {
            while (stopped.getCount() > 0) {
                Optional<Throwable> failure = attempt();
                if (failure.isEmpty() || stopped.getCount() == 0) {
                    return;
                }
                String reason = reason(failure.get());
                preparing = Health.down("The database is not ready: " + reason);
                if (!reason.equals(last)) {
                    tell(reason, failure.get());
                }
                last = reason;
                if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the component is stopping
        }
    }

    private static void tell(String reason, Throwable failure) {
        if (failure instanceof RuntimeException || failure instanceof Error) {
            LOG.error("Preparing the database failed unexpectedly; trying again. reason=\"{}\"", reason, failure);
        } else {
            LOG.error("Database is not ready; trying again until it is. reason=\"{}\"", reason);
            LOG.debug("The attempt failed.", failure);
        }
    }

    /** In words: the message of some failures is but the name of a file or a class. */
    private static String reason(Throwable failure) {
        if (failure instanceof NoSuchFileException missing) {
            return "the file " + missing.getFile() + " is missing";
        }
        if (failure instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile() + "; give it to the account of the appliance";
        }
        boolean bare = failure instanceof FileSystemException || failure instanceof Error;
        return bare || failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    /** Empty if the database is ready, else why it is not. */
    private Optional<Throwable> attempt() throws InterruptedException {
        long began = System.nanoTime();
        try {
            Prepared prepared = server.prepare();
            preparing = Health.down("The database at " + prepared.endpoint() + " is being migrated.");
            boolean migrated = new Migrations(prepared.endpoint(), prepared.owner(), Changelog.shipped()).apply();
            open(prepared);
            LOG.info(
                    "Database is ready. database={} version=\"{}\" migrated={} millis={}",
                    prepared.endpoint(),
                    prepared.version(),
                    migrated,
                    Duration.ofNanos(System.nanoTime() - began).toMillis());
            return Optional.empty();
        } catch (RefusedException | SQLException | IOException | RuntimeException | Error e) {
            return Optional.of(
                    e); // an Error too: a class that is missing for a moment must not end this thread unheard
        }
    }

    private void open(Prepared prepared) throws InterruptedException {
        Pool pool = Pool.open(prepared.endpoint(), prepared.app(), settings.limits(), clock);
        boolean kept = false;
        try {
            Transactions app = new Transactions(pool);
            new Partitions(app).ensureAhead(clock.instant());
            if (stopped.getCount() == 0) {
                throw new InterruptedException("stopping");
            }
            Runnable takeBack = service.offer(pool);
            Upkeep upkeep = new Upkeep(app, prepared, settings.kept(), clock);
            live.set(new Live(pool, upkeep, takeBack, prepared.endpoint(), prepared.version()));
            kept = true;
        } finally {
            if (!kept) {
                pool.close();
            }
        }
        if (stopped.getCount() == 0) {
            end(); // close() may have come too early to see it
        }
    }
}
