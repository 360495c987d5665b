package com.rjchronos.persistence.device;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.persistence.row.RowArrays;
import com.rjchronos.persistence.row.StoredInstant;
import com.rjchronos.persistence.row.StoredText;
import com.rjchronos.port.DeviceStore.Change;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The tables {@code device_state}, {@code device_details} and {@code device_search}: what sweeps bring. */
final class StateRows {
    private static final int REASON = 500;
    private static final String STATE =
            """
            unnest(?::int8[], ?::text[], ?::int8[], ?::bool[], ?::int8[], ?::float4[], ?::float4[], ?::float4[], ?::float4[], ?::int8[],
                ?::int8[], ?::int8[], ?::int8[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
            as n(device_id, kind, status, wifi_enabled, interval, rx, tx, celsius, signal, informed, rx_at, tx_at, celsius_at, connector, parked, external_ip,
                lan_ip, wan_type, software, ssid)
            """;
    private static final String INSERT_STATE =
            """
            insert into device_state (acs_id, updated_at, heard_at, device_id, kind, status_id, wifi_enabled, inform_interval, rx_dbm, tx_dbm,
                temperature_celsius, wifi_signal_dbm, last_inform, rx_measured_at, tx_measured_at, temperature_measured_at, connector,
                parked_because, external_ip, lan_ip, wan_type, software_version, wifi_ssid)
            select ?, ?, case when n.informed is not null then least(%1$s, ?) end, n.device_id, n.kind, n.status::smallint, n.wifi_enabled,
                n.interval::integer, n.rx, n.tx, n.celsius, n.signal, %1$s, %2$s, %3$s, %4$s,
                n.connector, n.parked, n.external_ip, n.lan_ip, n.wan_type, n.software, n.ssid
            from %5$s
            """
                    .formatted(
                            StoredInstant.sql("n.informed"),
                            StoredInstant.sql("n.rx_at"),
                            StoredInstant.sql("n.tx_at"),
                            StoredInstant.sql("n.celsius_at"),
                            STATE);
    private static final String UPDATE_STATE =
            """
            update device_state s set updated_at = ?,
                heard_at = case when s.last_inform is not distinct from %1$s then s.heard_at when n.informed is not null then least(%1$s, ?) end,
                kind = n.kind, status_id = n.status::smallint,
                stale_since = case when n.status = 6 then s.stale_since end, wifi_enabled = n.wifi_enabled,
                inform_interval = n.interval::integer, rx_dbm = n.rx, tx_dbm = n.tx, temperature_celsius = n.celsius,
                wifi_signal_dbm = n.signal, last_inform = %1$s, rx_measured_at = %2$s, tx_measured_at = %3$s,
                temperature_measured_at = %4$s, connector = n.connector, parked_because = n.parked,
                external_ip = n.external_ip, lan_ip = n.lan_ip, wan_type = n.wan_type, software_version = n.software, wifi_ssid = n.ssid
            from %5$s
            where s.device_id = n.device_id
            """
                    .formatted(
                            StoredInstant.sql("n.informed"),
                            StoredInstant.sql("n.rx_at"),
                            StoredInstant.sql("n.tx_at"),
                            StoredInstant.sql("n.celsius_at"),
                            STATE);
    private static final String DETAILS = "unnest(?::int8[], ?::text[]) as n(device_id, reading)";
    private static final String INSERT_DETAILS =
            "insert into device_details (device_id, reading) select n.device_id, n.reading from " + DETAILS;
    private static final String UPDATE_DETAILS =
            "update device_details d set reading = n.reading from " + DETAILS + " where d.device_id = n.device_id";
    private static final String SEARCH =
            """
            select n.device_id, n.words, string_to_array(n.ssids, E'\\x1f') as ssids, string_to_array(n.securities, E'\\x1f') as securities
            from unnest(?::int8[], ?::text[], ?::text[], ?::text[]) as n(device_id, words, ssids, securities)
            """;
    private static final String INSERT_SEARCH =
            "insert into device_search (device_id, words, ssids, securities) " + SEARCH;
    private static final String UPDATE_SEARCH =
            """
            update device_search s set words = n.words, ssids = n.ssids, securities = n.securities from (%s) n
            where s.device_id = n.device_id and (s.words, s.ssids, s.securities) is distinct from (n.words, n.ssids, n.securities)
            """
                    .formatted(SEARCH);
    private static final String LOCK =
            "select device_id, status_id from device_state where device_id = any(?) order by device_id for update";
    private static final String PARK =
            """
            update device_state s set parked_because = n.reason, updated_at = ?
            from unnest(?::int8[], ?::text[]) as n(device_id, reason)
            where s.device_id = n.device_id and s.parked_because is distinct from n.reason
            returning s.device_id
            """;

    /** That a parked device informed is known though nobody reads what it said. */
    private static final String HEARD =
            """
            update device_state s set last_inform = %1$s, heard_at = least(%1$s, ?)
            from unnest(?::int8[], ?::int8[]) as n(device_id, informed)
            where s.device_id = n.device_id and %1$s > coalesce(s.heard_at, '-infinity') and %1$s is distinct from s.last_inform
            """
                    .formatted(StoredInstant.sql("n.informed"));

    private StateRows() {}

    /**
     * Locks these devices in the order of their ids, and tells their connectivity; those that are gone are missing.
     */
    static Map<Long, DeviceStatus> lock(Connection connection, List<Long> ids) throws SQLException {
        Map<Long, DeviceStatus> statuses = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(LOCK)) {
            query.setArray(1, connection.createArrayOf("int8", ids.toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    statuses.put(row.getLong(1), StatusId.status(row.getInt(2)));
                }
            }
        }
        return statuses;
    }

    static void insert(Connection connection, AcsId acs, Instant at, List<DeviceRow> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_STATE)) {
            insert.setString(1, acs.value());
            insert.setObject(2, StoredInstant.parameter(at));
            insert.setObject(3, StoredInstant.parameter(at));
            bindState(insert, 3, rows);
            insert.executeUpdate();
        }
        execute(connection, INSERT_DETAILS, rows, StateRows::bindDetails);
        execute(connection, INSERT_SEARCH, rows, StateRows::bindSearch);
    }

    static void update(Connection connection, Instant at, List<DeviceRow> rows) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE_STATE)) {
            update.setObject(1, StoredInstant.parameter(at));
            update.setObject(2, StoredInstant.parameter(at));
            bindState(update, 2, rows);
            update.executeUpdate();
        }
        execute(connection, UPDATE_DETAILS, rows, StateRows::bindDetails);
        execute(connection, UPDATE_SEARCH, rows, StateRows::bindSearch);
    }

    /** Notes why devices are not read at the moment; returns those to which this is new. */
    static Set<Long> park(Connection connection, Instant at, List<Change.Parked> parked) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(HEARD)) {
            update.setObject(1, StoredInstant.parameter(at));
            new RowArrays<>(update, 1, parked).number(away -> away.id().value()).instant(Change.Parked::lastInform);
            update.executeUpdate();
        }
        Set<Long> changed = new HashSet<>();
        try (PreparedStatement update = connection.prepareStatement(PARK)) {
            update.setObject(1, StoredInstant.parameter(at));
            new RowArrays<>(update, 1, parked)
                    .number(away -> away.id().value())
                    .text(away -> StoredText.limited(away.reason(), REASON));
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    changed.add(row.getLong(1));
                }
            }
        }
        return changed;
    }

    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement statement, List<DeviceRow> rows) throws SQLException;
    }

    private static void execute(Connection connection, String sql, List<DeviceRow> rows, Binding binding)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement, rows);
            statement.executeUpdate();
        }
    }

    private static void bindState(PreparedStatement statement, int before, List<DeviceRow> rows) throws SQLException {
        new RowArrays<>(statement, before, rows)
                .number(DeviceRow::id)
                .text(row -> row.reading().kind().name().toLowerCase(Locale.ROOT))
                .number(row -> StatusId.of(row.connectivity()))
                .flag(row -> row.reading().wifiEnabled())
                .optionalNumber(row -> DeviceColumns.informInterval(row.reading()))
                .real(row -> DeviceColumns.dbm(row.reading().optical().rx()))
                .real(row -> DeviceColumns.dbm(row.reading().optical().tx()))
                .real(row -> DeviceColumns.number(row.reading().optical().celsius()))
                .real(row -> row.reading().wifiSignalDbm())
                .instant(row -> row.reading().lastInform())
                .instant(row -> row.reading().optical().rx().flatMap(Measured::at))
                .instant(row -> row.reading().optical().tx().flatMap(Measured::at))
                .instant(row -> row.reading().optical().celsius().flatMap(Measured::at))
                .text(row -> DeviceColumns.text(row.connector()))
                .text(row -> StoredText.limited(row.parkedBecause(), REASON))
                .text(row -> DeviceColumns.address(row.reading().externalIp()))
                .text(row -> DeviceColumns.address(row.reading().lanIp()))
                .text(row -> DeviceColumns.wanType(row.reading()))
                .text(row -> DeviceColumns.text(row.reading().softwareVersion()))
                .text(row -> DeviceColumns.text(row.reading().wifiSsid()));
    }

    private static void bindDetails(PreparedStatement statement, List<DeviceRow> rows) throws SQLException {
        new RowArrays<>(statement, 0, rows).number(DeviceRow::id).text(row -> ReadingJson.write(row.reading()));
    }

    private static void bindSearch(PreparedStatement statement, List<DeviceRow> rows) throws SQLException {
        new RowArrays<>(statement, 0, rows)
                .number(DeviceRow::id)
                .text(row -> DeviceColumns.words(row.reading()))
                .text(row -> DeviceColumns.ssids(row.reading()))
                .text(row -> DeviceColumns.securities(row.reading()));
    }
}
