package com.rjchronos.persistence.device;

import com.rjchronos.persistence.row.RowArrays;
import com.rjchronos.persistence.row.StoredInstant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Who may hold which PON serial: among devices not retired the first that came. The others are kept without it, and
 * people see the clash.
 */
final class PonSerials {
    private static final String HOLDERS =
            "select pon_serial, id from devices where pon_serial = any(?) and lifecycle <> 'retired'";
    private static final String RECORD =
            """
            insert into device_conflicts as c (kind, value, device_id, other_device_id, first_seen_at, last_seen_at)
            select 'pon_serial', n.value, n.device_id, n.other_device_id, ?, ?
            from unnest(?::text[], ?::int8[], ?::int8[]) as n(value, device_id, other_device_id)
            order by n.device_id, n.value
            on conflict (kind, value, device_id) do update
                set last_seen_at = excluded.last_seen_at, other_device_id = excluded.other_device_id, resolved_at = null
            """;

    /** One statement could not swap two serials: the unique index looks at every row in its turn. */
    private static final String RELEASE = "update devices set pon_serial = null where id = any(?)";

    private static final String RESOLVE =
            "update device_conflicts set resolved_at = ? where resolved_at is null and last_seen_at < ? and device_id = any(?)";

    private record Conflict(String serial, String device, String holder) {}

    /** By serial the key of its holder. */
    private final Map<String, String> holders = new HashMap<>();
    /** By key our id, of every device that a conflict may name. */
    private final Map<String, Long> ids = new HashMap<>();

    private final List<Conflict> conflicts = new ArrayList<>();
    /** Holders that report another serial now, or none. */
    private final List<Long> releasing = new ArrayList<>();

    private PonSerials() {}

    /** Who holds the serials of these rows now. */
    static PonSerials of(Connection connection, List<DeviceRow> rows) throws SQLException {
        PonSerials serials = new PonSerials();
        String[] wanted = rows.stream()
                .flatMap(row -> row.ponSerial().stream())
                .distinct()
                .sorted()
                .toArray(String[]::new);
        if (wanted.length == 0) {
            return serials;
        }
        Map<Long, Optional<String>> reported = new HashMap<>();
        rows.stream().filter(row -> row.id() > 0).forEach(row -> reported.put(row.id(), row.ponSerial()));
        try (PreparedStatement query = connection.prepareStatement(HOLDERS)) {
            query.setArray(1, connection.createArrayOf("text", wanted));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    serials.held(row.getString(1), row.getLong(2), reported);
                }
            }
        }
        return serials;
    }

    private void held(String serial, long holder, Map<Long, Optional<String>> reported) {
        Optional<String> now = reported.getOrDefault(holder, Optional.of(serial));
        if (now.equals(Optional.of(serial))) {
            holders.put(serial, stored(holder));
            ids.put(stored(holder), holder);
        } else {
            releasing.add(holder);
        }
    }

    /** Frees the serials whose holders gave them up, before somebody else is given them. */
    void release(Connection connection) throws SQLException {
        if (releasing.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(RELEASE)) {
            update.setArray(1, connection.createArrayOf("int8", releasing.toArray()));
            update.executeUpdate();
        }
    }

    /** Closes the older conflicts of devices that were read again; those that still clash were recorded anew. */
    static void resolve(Connection connection, Instant at, List<Long> read) throws SQLException {
        if (read.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(RESOLVE)) {
            update.setObject(1, StoredInstant.parameter(at));
            update.setObject(2, StoredInstant.parameter(at));
            update.setArray(3, connection.createArrayOf("int8", read.toArray()));
            update.executeUpdate();
        }
    }

    /** The row with the serial if it may hold it, else without; decides for the first that asks. */
    DeviceRow granted(DeviceRow row) {
        if (row.ponSerial().isEmpty()) {
            return row;
        }
        String serial = row.ponSerial().get();
        String key = key(row);
        String holder = holders.putIfAbsent(serial, key);
        if (holder == null || Objects.equals(holder, key)) {
            return row;
        }
        conflicts.add(new Conflict(serial, key, holder));
        return row.withoutPonSerial();
    }

    /** The database gave a new row its id, or told the id of a row that somebody else stored meanwhile. */
    void identified(DeviceRow discovered, long id) {
        ids.put(found(discovered.key()), id);
    }

    /** A row that was taken for new and is not: what it holds already is no conflict. */
    DeviceRow regranted(DeviceRow discovered, long id) {
        String self = found(discovered.key());
        boolean holdsIt = conflicts.removeIf(
                conflict -> conflict.device().equals(self) && conflict.holder().equals(stored(id)));
        boolean refused =
                conflicts.stream().anyMatch(conflict -> conflict.device().equals(self));
        DeviceRow known = discovered.id(id);
        return refused && !holdsIt ? known.withoutPonSerial() : known;
    }

    /** Forgets conflicts of stored devices that are not there any more. */
    void keepOnly(Set<Long> present) {
        conflicts.removeIf(conflict -> conflict.device().startsWith("=")
                && !present.contains(Long.parseLong(conflict.device().substring(1))));
    }

    void record(Connection connection, Instant at) throws SQLException {
        if (conflicts.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(RECORD)) {
            insert.setObject(1, StoredInstant.parameter(at));
            insert.setObject(2, StoredInstant.parameter(at));
            new RowArrays<>(insert, 2, conflicts)
                    .text(Conflict::serial)
                    .number(conflict -> id(conflict.device()))
                    .number(conflict -> id(conflict.holder()));
            insert.executeUpdate();
        }
    }

    private long id(String key) {
        return key.startsWith("=") ? Long.parseLong(key.substring(1)) : ids.get(key);
    }

    private static String key(DeviceRow row) {
        return row.id() > 0 ? stored(row.id()) : found(row.key());
    }

    private static String stored(long id) {
        return "=" + id;
    }

    private static String found(String genieacsId) {
        return "+" + genieacsId;
    }
}
