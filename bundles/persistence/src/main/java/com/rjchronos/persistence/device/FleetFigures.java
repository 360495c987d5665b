package com.rjchronos.persistence.device;

import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.device.FleetMetrics;
import com.rjchronos.persistence.row.StoredInstant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** The fleet counted, in four grouped statements. */
final class FleetFigures {
    private static final Duration UPTIME_WINDOW = Duration.ofHours(24);
    private static final String DEVICES =
            """
            select coalesce(o.status_id, s.status_id) as status, s.kind, s.wan_type, count(*) as devices,
                sum(s.rx_dbm) as rx_sum, count(s.rx_dbm) as rx_count, sum(s.wifi_signal_dbm) as signal_sum,
                count(s.wifi_signal_dbm) as signal_count, count(*) filter (where s.wifi_enabled) as wifi
            from device_state s %s
            where o.lifecycle is distinct from 'retired'
            group by 1, 2, 3
            """
                    .formatted(DeviceFilterSql.SET_BY_PEOPLE);
    private static final String NETWORKS =
            """
            with n as materialized (
                select a.ssid, a.security, count(*) as networks
                from device_search x cross join lateral unnest(x.ssids, x.securities) as a(ssid, security)
                where x.device_id not in (select o.id from devices o where (o.status_id is not null or o.lifecycle = 'retired') and o.lifecycle = 'retired')
                group by 1, 2)
            select security, sum(networks) as networks, (select count(distinct ssid) from n where ssid <> '') as ssids
            from n group by security
            """;
    private static final String OLTS = "select count(*), count(*) filter (where status = 'online') from olts";
    private static final String UPTIME =
            """
            select sum(extract(epoch from least(coalesce(until_at, ?), ?) - greatest(from_at, ?))) filter (where status_id = 1) as up,
                sum(extract(epoch from least(coalesce(until_at, ?), ?) - greatest(from_at, ?))) as known
            from (
                select from_at, until_at, status_id from status_intervals where until_at is null
                union all
                select from_at, until_at, status_id from status_intervals where until_at > ?) i
            where status_id in (1, 2) and from_at < ?
            """;

    private final Map<DeviceStatus, Long> byStatus = new EnumMap<>(DeviceStatus.class);
    private final Map<String, Long> connections = new HashMap<>();
    private final Map<String, Long> securityTypes = new HashMap<>();
    private long onus;
    private long onlineOnus;
    private long wifiEnabled;
    private long uniqueSsids;
    private double rxSum;
    private long rxCount;
    private double signalSum;
    private long signalCount;

    private FleetFigures() {}

    static FleetMetrics of(Connection connection, Instant now) throws SQLException {
        FleetFigures figures = new FleetFigures();
        try (Statement statement = connection.createStatement()) {
            figures.devices(statement);
            figures.networks(statement);
            try (ResultSet olts = statement.executeQuery(OLTS)) {
                olts.next();
                return figures.metrics(olts.getLong(1), olts.getLong(2), uptime(connection, now));
            }
        }
    }

    private void devices(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(DEVICES)) {
            while (row.next()) {
                group(row);
            }
        }
    }

    private void group(ResultSet row) throws SQLException {
        long devices = row.getLong("devices");
        DeviceStatus status = StatusId.status(row.getInt("status"));
        byStatus.merge(status, devices, Long::sum);
        if (row.getString("wan_type") != null) {
            connections.merge(row.getString("wan_type"), devices, Long::sum);
        }
        if (row.getString("kind").equals("onu")) {
            onus += devices;
            onlineOnus += status == DeviceStatus.ONLINE ? devices : 0;
            rxSum += row.getDouble("rx_sum");
            rxCount += row.getLong("rx_count");
        }
        signalSum += row.getDouble("signal_sum");
        signalCount += row.getLong("signal_count");
        wifiEnabled += row.getLong("wifi");
    }

    private void networks(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(NETWORKS)) {
            while (row.next()) {
                uniqueSsids = row.getLong("ssids");
                if (!row.getString("security").isEmpty()) {
                    securityTypes.put(row.getString("security"), row.getLong("networks"));
                }
            }
        }
    }

    /** Time online over time online or offline; unknown time is unmeasured. */
    private static OptionalDouble uptime(Connection connection, Instant now) throws SQLException {
        var end = StoredInstant.parameter(now);
        var begin = StoredInstant.parameter(now.minus(UPTIME_WINDOW));
        try (PreparedStatement query = connection.prepareStatement(UPTIME)) {
            Object[] parameters = {end, end, begin, end, end, begin, begin, end};
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = query.executeQuery()) {
                row.next();
                double known = row.getDouble("known");
                return known > 0 ? OptionalDouble.of(100 * row.getDouble("up") / known) : OptionalDouble.empty();
            }
        }
    }

    private FleetMetrics metrics(long totalOlts, long onlineOlts, OptionalDouble uptime) {
        return new FleetMetrics(
                byStatus,
                onus,
                onlineOnus,
                totalOlts,
                onlineOlts,
                mean(rxSum, rxCount),
                mean(signalSum, signalCount),
                uptime,
                connections,
                wifiEnabled,
                uniqueSsids,
                securityTypes);
    }

    private static OptionalDouble mean(double sum, long count) {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
    }
}
