package com.rjchronos.persistence.device;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.model.connector.UnmatchedGroup;
import com.rjchronos.model.device.Device;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.device.DeviceQuery;
import com.rjchronos.model.device.FleetMetrics;
import com.rjchronos.model.page.Page;
import com.rjchronos.model.page.PageRequest;
import com.rjchronos.persistence.connection.Transactions;
import com.rjchronos.persistence.schema.Partitions;
import com.rjchronos.persistence.trail.RetentionClass;
import com.rjchronos.persistence.trail.Trail;
import com.rjchronos.port.DeviceStore;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Devices in plain SQL: batches for sweeps, narrow tables for lists. */
@Component
public final class JdbcDeviceStore implements DeviceStore {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String CHECK_VIOLATION = "23514";
    private static final String KNOWN =
            """
            select d.genieacs_id, d.id, x.reading, s.status_id, s.connector, s.parked_because
            from devices d
            join device_state s on s.device_id = d.id
            join device_details x on x.device_id = d.id
            where d.acs_id = ? and d.genieacs_id = any(?)
            """;
    private static final String BOUND =
            "select connector, count(*), count(parked_because) from device_state where connector is not null group by connector";
    private static final String BOUND_TO =
            """
            select d.genieacs_id from devices d join device_state s on s.device_id = d.id
            where d.acs_id = ? and s.connector is not distinct from nullif(?, '') and d.genieacs_id > ?
            order by d.genieacs_id limit ?
            """;

    private final Transactions transactions;
    private final Partitions partitions;
    private final DevicePages pages;
    private final Clock clock;
    private final ShortMemory<String, FleetMetrics> metrics = new ShortMemory<>(1);

    @Activate
    public JdbcDeviceStore(@Reference(target = "(osgi.jndi.service.name=chronos)") DataSource pool) {
        this(new Transactions(pool), Clock.systemUTC());
    }

    JdbcDeviceStore(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.partitions = new Partitions(transactions);
        this.pages = new DevicePages(transactions);
        this.clock = clock;
    }

    @Override
    public Map<String, Known> known(AcsId acs, Collection<String> genieacsIds) {
        Map<String, String> asked = new HashMap<>();
        genieacsIds.forEach(id -> asked.put(DeviceColumns.genieacsId(id), id));
        return transactions.read(connection -> {
            Map<String, Known> known = new HashMap<>();
            try (PreparedStatement query = connection.prepareStatement(KNOWN)) {
                query.setString(1, acs.value());
                query.setArray(
                        2, connection.createArrayOf("text", asked.keySet().toArray()));
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        known.put(asked.get(row.getString(1)), known(row));
                    }
                }
            }
            return known;
        });
    }

    @Override
    public void apply(Batch batch) {
        Worklist work = Worklist.of(batch);
        // After a lost race for a PON serial, or after retention dropped a partition that we remember, the second try
        // sees the world as it is.
        transactions.write(
                connection -> {
                    new BatchWriter(connection, batch).write(work);
                    return null;
                },
                Set.of(UNIQUE_VIOLATION, CHECK_VIOLATION),
                repeated -> ensurePartitions(batch, work, repeated));
    }

    @Override
    public int reassess(Assessment assessment) {
        return transactions.write(
                connection -> Reassessment.of(connection, assessment),
                Set.of(CHECK_VIOLATION),
                repeated -> partitions.ensureChangeLog(assessment.at(), repeated));
    }

    @Override
    public Optional<Device> find(DeviceId id) {
        return pages.find(id);
    }

    @Override
    public Page<Device> page(DeviceQuery query) {
        return pages.page(query);
    }

    @Override
    public FleetMetrics metrics() {
        return metrics.get(
                "fleet", () -> transactions.read(connection -> FleetFigures.of(connection, clock.instant())));
    }

    @Override
    public Map<String, Bound> bound() {
        return transactions.read(connection -> {
            Map<String, Bound> bound = new HashMap<>();
            try (PreparedStatement query = connection.prepareStatement(BOUND);
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    bound.put(row.getString(1), new Bound(row.getLong(2), row.getLong(3)));
                }
            }
            return bound;
        });
    }

    @Override
    public List<String> boundTo(AcsId acs, String connector, Optional<String> after, int limit) {
        return transactions.read(connection -> {
            List<String> ids = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(BOUND_TO)) {
                query.setString(1, acs.value());
                query.setString(2, connector);
                query.setString(3, after.orElse(""));
                query.setInt(4, limit);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        ids.add(row.getString(1));
                    }
                }
            }
            return ids;
        });
    }

    @Override
    public Page<UnmatchedGroup> alike(Set<String> connectors, PageRequest window) {
        return transactions.read(connection -> AlikeDevices.of(connection, connectors, window));
    }

    @Override
    public long unbind(String connector, String reason, AuditEntry entry, Instant at) {
        Unbinding unbinding = new Unbinding(connector, reason, at);
        long total = 0;
        while (true) {
            List<AuditEntry> entries = total == 0 ? List.of(entry) : List.of();
            int some = transactions.write(
                    connection -> unbinding.handful(connection, entries), Set.of(CHECK_VIOLATION), repeated -> {
                        partitions.ensureChangeLog(at, repeated);
                        partitions.ensureTrail(RetentionClass.STANDARD, at);
                    });
            total += some;
            if (some < Unbinding.HANDFUL) {
                return total;
            }
        }
    }

    private void ensurePartitions(Batch batch, Worklist work, boolean repeated) {
        partitions.ensureChangeLog(batch.at(), repeated);
        partitions.ensureTrail(RetentionClass.STANDARD, batch.at());
        List<DeviceRow> rows = Stream.concat(work.discovered().stream(), work.updated().stream())
                .toList();
        if (rows.stream().flatMap(row -> row.audit().stream()).anyMatch(Trail::isDebug)) {
            partitions.ensureTrail(RetentionClass.DEBUG, batch.at());
        }
        Set<LocalDate> days = new TreeSet<>();
        rows.stream()
                .flatMap(row -> Measurement.of(row, batch.at()).stream())
                .forEach(measurement -> days.add(Partitions.day(measurement.at())));
        days.forEach(partitions::ensureReadings);
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                new DeviceId(row.getLong(2)),
                ReadingJson.read(row.getString(3)),
                StatusId.status(row.getInt(4)),
                Optional.ofNullable(row.getString(5)),
                Optional.ofNullable(row.getString(6)));
    }
}
