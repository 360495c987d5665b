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
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
    private volatile Live live;

    /** What a successful attempt made. */
    private record Live(Pool pool, Upkeep upkeep, Runnable takeBack, Endpoint endpoint, String version) {}

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
        Live now = live;
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
        Live now = live;
        live = null;
        if (now != null) {
            now.takeBack().run();
            now.upkeep().close();
            now.pool().close();
        }
        server.close();
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        String last = "";
        try {
            while (stopped.getCount() > 0) {
                String reason = attempt();
                if (reason.isEmpty()) {
                    return;
                }
                preparing = Health.down("The database is not ready: " + reason);
                if (!reason.equals(last)) {
                    LOG.error("Database is not ready; trying again until it is. reason=\"{}\"", reason);
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

    /** Empty text if the database is ready, else the reason. */
    private String attempt() throws InterruptedException {
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
            return "";
        } catch (RefusedException | SQLException | IOException e) {
            LOG.debug("An attempt failed.", e);
            return String.valueOf(e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Preparing the database failed unexpectedly.", e);
            return String.valueOf(e.getMessage());
        }
    }

    private void open(Prepared prepared) throws InterruptedException {
        Pool pool = Pool.open(prepared.endpoint(), prepared.app(), settings.limits(), clock);
        boolean kept = false;
        try {
            Partitions partitions = new Partitions(new Transactions(pool));
            partitions.ensureAhead(clock.instant());
            if (stopped.getCount() == 0) {
                throw new InterruptedException("stopping");
            }
            Upkeep upkeep = new Upkeep(partitions, prepared.endpoint(), prepared.retention(), settings, clock);
            live = new Live(pool, upkeep, service.offer(pool), prepared.endpoint(), prepared.version());
            kept = true;
        } finally {
            if (!kept) {
                pool.close();
            }
        }
    }
}
