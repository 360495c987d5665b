package com.rjchronos.persistence.device;

import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.sweep.SweepId;
import com.rjchronos.model.sweep.SweepKind;
import com.rjchronos.persistence.TestServer;
import com.rjchronos.persistence.TestServer.TestDatabase;
import com.rjchronos.persistence.connection.Pool;
import com.rjchronos.persistence.connection.Transactions;
import com.rjchronos.persistence.sweep.JdbcSweepStore;
import com.rjchronos.port.DeviceStore.Change;
import com.rjchronos.port.DeviceStore.Known;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The store on an empty database. */
final class Shelf implements AutoCloseable {
    private static final String EMPTY =
            """
            truncate devices, device_state, device_details, device_network, device_search, device_conflicts, device_assignments, status_intervals, sweeps,
                acs_progress, faults, tasks, users, subscribers, olts, olt_ports, activity_logs restart identity;
            select drop_days_before('device_readings', '2100-01-01'), drop_days_before('change_log', '2100-01-01');
            """;
    private static TestDatabase shared;

    final TestDatabase database = emptied();
    final Pool pool = database.pool();
    final JdbcDeviceStore store = storeAt(Fleet.NOW);
    final SweepId sweep =
            new JdbcSweepStore(pool).open(Fleet.ACS, SweepKind.FULL, Optional.empty(), "a test", Fleet.NOW);

    private static TestDatabase emptied() {
        if (shared == null) {
            shared = TestServer.shared().database();
        }
        asOwner(shared, EMPTY);
        return shared;
    }

    /** A store with empty memories. */
    JdbcDeviceStore storeAt(Instant now) {
        return new JdbcDeviceStore(new Transactions(pool), Clock.fixed(now, ZoneOffset.UTC));
    }

    void apply(Instant at, Change... changes) {
        store.apply(Fleet.batch(sweep, at, List.of(changes)));
    }

    Known discover(DeviceReading reading) {
        apply(Fleet.NOW, Fleet.discovered(reading));
        return known(reading);
    }

    Known known(DeviceReading reading) {
        String id = reading.identity().genieacsId();
        return store.known(Fleet.ACS, List.of(id)).get(id);
    }

    DeviceId id(DeviceReading reading) {
        return known(reading).id();
    }

    /** Rows as text, columns joined by a bar. */
    List<String> rows(String sql) {
        return new Transactions(pool).read(connection -> {
            List<String> rows = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    List<String> columns = new ArrayList<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        columns.add(String.valueOf(row.getString(i)));
                    }
                    rows.add(String.join("|", columns));
                }
            }
            return rows;
        });
    }

    void asOwner(String sql) {
        asOwner(database, sql);
    }

    private static void asOwner(TestDatabase database, String sql) {
        try (Connection connection = database.connect(database.owner());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
