package com.rjchronos.persistence;

import com.rjchronos.persistence.DatabaseSettings.Kept;
import com.rjchronos.persistence.connection.Transactions;
import com.rjchronos.persistence.device.OldIntervals;
import com.rjchronos.persistence.fault.OldFaults;
import com.rjchronos.persistence.schema.Partitions;
import com.rjchronos.persistence.schema.Prepared;
import com.rjchronos.persistence.sweep.OldSweeps;
import com.rjchronos.persistence.trail.RetentionClass;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every hour: makes the partitions of the next days, lets the retention role drop the oldest, and deletes what has no
 * partitions.
 */
final class Upkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Period DEBUG_KEPT = Period.ofMonths(1);

    private final Transactions app;
    private final Partitions partitions;
    private final Prepared server;
    private final Kept kept;
    private final Clock clock;
    private final ScheduledExecutorService hourly = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "chronos-database-upkeep");
        thread.setDaemon(true);
        return thread;
    });

    Upkeep(Transactions app, Prepared server, Kept kept, Clock clock) {
        this.app = app;
        this.partitions = new Partitions(app);
        this.server = server;
        this.kept = kept;
        this.clock = clock;
        hourly.scheduleWithFixedDelay(this::run, 5, 60, TimeUnit.MINUTES);
    }

    @Override
    public void close() {
        hourly.shutdownNow();
    }

    /** Something that shall not keep the others from being done. */
    @FunctionalInterface
    private interface Chore {
        void run() throws SQLException;
    }

    private void run() {
        attempt(() -> partitions.ensureAhead(clock.instant()));
        attempt(this::dropOld);
        attempt(this::deleteOld);
    }

    private static void attempt(Chore chore) {
        try {
            chore.run();
        } catch (SQLException | RuntimeException e) { // or the timer would stop
            LOG.warn("Upkeep of the database failed; it is tried again in an hour. reason=\"{}\"", e.getMessage());
        }
    }

    /** Drops whole days and months that are older than the settings allow. */
    void dropOld() throws SQLException {
        try (Connection connection = server.endpoint()
                .as(server.retention(), Duration.ofSeconds(5), PATIENCE)
                .getConnection()) {
            dropDays(connection, "device_readings", kept.readings());
            dropDays(connection, "change_log", kept.changes());
            for (RetentionClass retention : RetentionClass.values()) {
                LocalDate first = Partitions.day(clock.instant()).minus(kept(retention));
                drop(connection, "select drop_trail_months_before(?, ?)", retention.code(), first);
            }
        }
    }

    /** Deletes what is older than the settings allow, a batch a transaction. */
    void deleteOld() {
        Instant now = clock.instant();
        int intervals = inBatches(
                OldIntervals.BATCH, connection -> OldIntervals.forget(connection, now.minus(kept.statuses())));
        int faults = inBatches(OldFaults.BATCH, connection -> OldFaults.forget(connection, now.minus(kept.faults())));
        int sweeps = app.write(connection -> OldSweeps.forget(connection, now));
        if (intervals + sweeps + faults > 0) {
            LOG.info("Old rows deleted. statusIntervals={} sweeps={} faults={}", intervals, sweeps, faults);
        }
    }

    private int inBatches(int size, Transactions.Work<Integer> forget) {
        int all = 0;
        int batch;
        do {
            batch = app.write(forget);
            all += batch;
        } while (batch == size);
        return all;
    }

    private Period kept(RetentionClass retention) {
        return switch (retention) {
            case SECURITY -> kept.security();
            case STANDARD -> kept.trail();
            case DEBUG -> DEBUG_KEPT;
        };
    }

    private void dropDays(Connection connection, String table, Duration age) throws SQLException {
        LocalDate first = Partitions.day(clock.instant().minus(age));
        drop(connection, "select drop_days_before(?, ?)", table, first);
    }

    private static void drop(Connection connection, String call, String what, LocalDate before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(call)) {
            statement.setString(1, what);
            statement.setObject(2, before);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (row.getInt(1) > 0) {
                    LOG.info("Old partitions dropped. of={} before={} partitions={}", what, before, row.getInt(1));
                }
            }
        }
    }
}
