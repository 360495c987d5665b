package com.rjchronos.persistence;

import com.rjchronos.persistence.connection.Credentials;
import com.rjchronos.persistence.connection.Endpoint;
import com.rjchronos.persistence.schema.Partitions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every hour: makes the partitions of the next days, and lets the retention role drop the oldest. */
final class Upkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Partitions partitions;
    private final Endpoint endpoint;
    private final Credentials retention;
    private final DatabaseSettings settings;
    private final Clock clock;
    private final ScheduledExecutorService hourly = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "chronos-database-upkeep");
        thread.setDaemon(true);
        return thread;
    });

    Upkeep(Partitions partitions, Endpoint endpoint, Credentials retention, DatabaseSettings settings, Clock clock) {
        this.partitions = partitions;
        this.endpoint = endpoint;
        this.retention = retention;
        this.settings = settings;
        this.clock = clock;
        hourly.scheduleWithFixedDelay(this::run, 5, 60, TimeUnit.MINUTES);
    }

    @Override
    public void close() {
        hourly.shutdownNow();
    }

    private void run() {
        try {
            partitions.ensureAhead(clock.instant());
            dropOld();
        } catch (SQLException | RuntimeException e) { // or the timer would stop
            LOG.warn("Upkeep of the database failed; it is tried again in an hour. reason=\"{}\"", e.getMessage());
        }
    }

    /** Drops whole days that are older than the settings allow. */
    void dropOld() throws SQLException {
        try (Connection connection =
                endpoint.as(retention, Duration.ofSeconds(5), PATIENCE).getConnection()) {
            drop(connection, "device_readings", settings.readingsKept());
            drop(connection, "change_log", settings.changesKept());
        }
    }

    private void drop(Connection connection, String table, Duration kept) throws SQLException {
        try (PreparedStatement call = connection.prepareStatement("select drop_days_before(?, ?)")) {
            call.setString(1, table);
            call.setObject(2, Partitions.day(clock.instant().minus(kept)));
            try (ResultSet row = call.executeQuery()) {
                row.next();
                if (row.getInt(1) > 0) {
                    LOG.info("Old partitions dropped. table={} partitions={}", table, row.getInt(1));
                }
            }
        }
    }
}
