package com.rjchronos.persistence.device;

import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.sweep.RejectedDocument;
import com.rjchronos.model.sweep.SweepCounts;
import com.rjchronos.persistence.device.HistoryRows.Turn;
import com.rjchronos.persistence.row.JsonText;
import com.rjchronos.persistence.row.StoredText;
import com.rjchronos.persistence.sweep.SweepCounter;
import com.rjchronos.persistence.trail.ChangeLog;
import com.rjchronos.persistence.trail.ChangeLog.Line;
import com.rjchronos.persistence.trail.Trail;
import com.rjchronos.port.DeviceStore.Batch;
import com.rjchronos.port.DeviceStore.Change;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One batch in one transaction, about a dozen statements whatever its size. May be run again from the start after a
 * rollback.
 */
final class BatchWriter {
    /** Any Inform may bring these: whoever listens to the change log wants to hear of changes. */
    private static final Set<String> QUIET = Set.of("last_inform", "uptime", "hosts", "wan_counters", "wifi_clients");

    private final Connection connection;
    private final Batch batch;
    private final List<AuditEntry> entries = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    /** The devices whose reading was stored. */
    private final List<Long> read = new ArrayList<>();

    BatchWriter(Connection connection, Batch batch) {
        this.connection = connection;
        this.batch = batch;
    }

    void write(Worklist work) throws SQLException {
        List<DeviceRow> known = new ArrayList<>(work.updated());
        PonSerials serials = serials(work);
        serials.release(connection);
        known.replaceAll(serials::granted);
        known.addAll(store(work.discovered(), serials));
        update(known, serials);
        park(work.parked());
        serials.record(connection, batch.at());
        PonSerials.resolve(connection, batch.at(), read);
        ChangeLog.append(connection, batch.at(), "device", lines);
        Trail.append(connection, batch.at(), entries);
        count();
    }

    private void count() throws SQLException {
        List<RejectedDocument> remarks = lines.isEmpty()
                ? List.of()
                : SerialRemarks.of(connection, lines.stream().map(Line::id).toList(), batch.at());
        List<RejectedDocument> named = new ArrayList<>(batch.rejected());
        named.addAll(remarks);
        SweepCounts counts = batch.counts().plus(SweepCounts.ZERO.remarked(remarks.size()));
        SweepCounter.add(connection, batch.sweep(), counts, named);
    }

    private PonSerials serials(Worklist work) throws SQLException {
        List<DeviceRow> all = new ArrayList<>(work.updated());
        all.addAll(work.discovered());
        return PonSerials.of(connection, all);
    }

    /** Stores the new devices, and returns those that somebody else stored meanwhile. */
    private List<DeviceRow> store(List<DeviceRow> discovered, PonSerials serials) throws SQLException {
        if (discovered.isEmpty()) {
            return List.of();
        }
        List<DeviceRow> granted = discovered.stream().map(serials::granted).toList();
        Map<String, Long> ids = IdentityRows.insert(connection, batch.acs(), batch.at(), granted);
        List<DeviceRow> fresh = new ArrayList<>();
        List<DeviceRow> late = new ArrayList<>();
        for (DeviceRow row : granted) {
            Long id = ids.get(row.key());
            if (id == null) {
                late.add(row);
            } else {
                serials.identified(row, id);
                fresh.add(row.id(id));
            }
        }
        insert(fresh);
        return late.isEmpty() ? List.of() : identified(late, discovered, serials);
    }

    private List<DeviceRow> identified(List<DeviceRow> late, List<DeviceRow> discovered, PonSerials serials)
            throws SQLException {
        List<String> keys = late.stream().map(DeviceRow::key).toList();
        Map<String, Long> ids = IdentityRows.ids(connection, batch.acs(), keys);
        List<DeviceRow> rows = new ArrayList<>();
        for (DeviceRow row : discovered) {
            Long id = ids.get(row.key());
            if (id != null) {
                serials.identified(row, id);
                rows.add(serials.regranted(row, id));
            }
        }
        return rows;
    }

    private void insert(List<DeviceRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        StateRows.insert(connection, batch.acs(), batch.at(), rows);
        HistoryRows.open(
                connection,
                batch.at(),
                rows.stream().map(row -> new Turn(row.id(), row.connectivity())).toList());
        rows.forEach(row -> lines.add(new Line(row.id(), "discovered", payload(row))));
        finish(rows);
    }

    private void update(List<DeviceRow> rows, PonSerials serials) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        rows.sort(Comparator.comparingLong(DeviceRow::id));
        Map<Long, DeviceStatus> before =
                StateRows.lock(connection, rows.stream().map(DeviceRow::id).toList());
        List<DeviceRow> present =
                rows.stream().filter(row -> before.containsKey(row.id())).toList();
        serials.keepOnly(before.keySet());
        IdentityRows.update(connection, batch.at(), present);
        StateRows.update(connection, batch.at(), present);
        List<Turn> turns = present.stream()
                .filter(row -> before.get(row.id()) != row.connectivity())
                .map(row -> new Turn(row.id(), row.connectivity()))
                .toList();
        HistoryRows.move(connection, batch.at(), turns);
        present.stream()
                .filter(row -> !QUIET.containsAll(row.fields()) || before.get(row.id()) != row.connectivity())
                .forEach(row -> lines.add(new Line(row.id(), "updated", payload(row))));
        finish(present);
    }

    private void finish(List<DeviceRow> rows) throws SQLException {
        NetworkRows.store(connection, rows);
        HistoryRows.addReadings(
                connection,
                rows.stream()
                        .flatMap(row -> Measurement.of(row, batch.at()).stream())
                        .toList());
        entries.addAll(DeviceRow.entries(rows));
        rows.forEach(row -> read.add(row.id()));
    }

    private void park(List<Change.Parked> parked) throws SQLException {
        if (parked.isEmpty()) {
            return;
        }
        Set<Long> changed = StateRows.park(connection, batch.at(), parked);
        Set<Long> told = new HashSet<>();
        for (Change.Parked away : parked) {
            long id = away.id().value();
            if (changed.contains(id) && told.add(id)) {
                String reason = StoredText.limited(away.reason(), 500);
                lines.add(new Line(id, "parked", JsonText.object(json -> json.writeStringField("reason", reason))));
            }
        }
    }

    private static String payload(DeviceRow row) {
        return JsonText.object(json -> {
            json.writeStringField("status", row.connectivity().code());
            if (!row.fields().isEmpty()) {
                JsonText.array(json, "fields", row.fields().stream().sorted().toList());
            }
            Optional<String> parked = row.parkedBecause();
            if (parked.isPresent()) {
                json.writeStringField("parked", StoredText.limited(parked.get(), 500));
            }
        });
    }
}
