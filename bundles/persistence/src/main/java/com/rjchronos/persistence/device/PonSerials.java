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

    private record Conflict(String serial, String device, String holder) {}

    /** By serial the key of its holder. */
    private final Map<String, String> holders = new HashMap<>();
    /** By key our id, of every device that a conflict may name. */
    private final Map<String, Long> ids = new HashMap<>();

    private final List<Conflict> conflicts = new ArrayList<>();

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
        try (PreparedStatement query = connection.prepareStatement(HOLDERS)) {
            query.setArray(1, connection.createArrayOf("text", wanted));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    serials.holders.put(row.getString(1), stored(row.getLong(2)));
                    serials.ids.put(stored(row.getLong(2)), row.getLong(2));
                }
            }
        }
        return serials;
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
