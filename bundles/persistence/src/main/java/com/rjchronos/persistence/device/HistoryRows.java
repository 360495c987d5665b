package com.rjchronos.persistence.device;

import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.persistence.device.Measurement.Part;
import com.rjchronos.persistence.row.RowArrays;
import com.rjchronos.persistence.row.StoredInstant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The tables {@code device_readings} and {@code status_intervals}: what was, and when. */
final class HistoryRows {
    /** A moment that is stored already takes in what it lacked; the same value seen again writes nothing. */
    private static final String READINGS =
            """
            insert into device_readings as r (device_id, measured_at, rx_dbm, tx_dbm, temperature_celsius, voltage_volts,
                bias_milliamperes, uptime_seconds)
            select n.device_id, %s, n.rx, n.tx, n.celsius, n.volts, n.milliamperes, n.uptime
            from unnest(?::int8[], ?::int8[], ?::float4[], ?::float4[], ?::float4[], ?::float4[], ?::float4[], ?::int8[])
                as n(device_id, measured, rx, tx, celsius, volts, milliamperes, uptime)
            on conflict (device_id, measured_at) do update set rx_dbm = coalesce(r.rx_dbm, excluded.rx_dbm),
                tx_dbm = coalesce(r.tx_dbm, excluded.tx_dbm),
                temperature_celsius = coalesce(r.temperature_celsius, excluded.temperature_celsius),
                voltage_volts = coalesce(r.voltage_volts, excluded.voltage_volts),
                bias_milliamperes = coalesce(r.bias_milliamperes, excluded.bias_milliamperes),
                uptime_seconds = coalesce(r.uptime_seconds, excluded.uptime_seconds)
            where r.rx_dbm is null and excluded.rx_dbm is not null or r.tx_dbm is null and excluded.tx_dbm is not null
                or r.temperature_celsius is null and excluded.temperature_celsius is not null
                or r.voltage_volts is null and excluded.voltage_volts is not null
                or r.bias_milliamperes is null and excluded.bias_milliamperes is not null
                or r.uptime_seconds is null and excluded.uptime_seconds is not null
            """
                    .formatted(StoredInstant.sql("n.measured"));

    private static final String OPEN =
            """
            insert into status_intervals (device_id, from_at, status_id)
            select n.device_id, ?, n.status::smallint from unnest(?::int8[], ?::int8[]) as n(device_id, status)
            """;
    /** An interval that began at or after this moment only changes its status: none is empty, none runs backwards. */
    private static final String MOVE =
            """
            with n as (select * from unnest(?::int8[], ?::int8[]) as n(device_id, status)),
            same as (
                update status_intervals i set status_id = n.status::smallint from n
                where i.device_id = n.device_id and i.until_at is null and i.from_at >= ?
                returning i.device_id),
            closed as (
                update status_intervals i set until_at = ? from n
                where i.device_id = n.device_id and i.until_at is null and i.from_at < ?
                returning i.device_id)
            insert into status_intervals (device_id, from_at, status_id)
            select n.device_id, ?, n.status::smallint from n where not exists (select from same where same.device_id = n.device_id)
                and (select count(*) from closed) >= 0
            on conflict (device_id, from_at) do update set status_id = excluded.status_id, until_at = null
            """;

    private static final Comparator<Measurement> AS_LOCKED =
            Comparator.comparingLong(Measurement::device).thenComparing(Measurement::at);

    /**
     * A device's new connectivity.
     *
     * @param id of the device
     */
    record Turn(long id, DeviceStatus status) {}

    private HistoryRows() {}

    /** The partitions of these days must exist. */
    static void addReadings(Connection connection, List<Measurement> measurements) throws SQLException {
        if (measurements.isEmpty()) {
            return;
        }
        List<Measurement> ordered = measurements.stream().sorted(AS_LOCKED).toList();
        try (PreparedStatement insert = connection.prepareStatement(READINGS)) {
            new RowArrays<>(insert, 0, ordered)
                    .number(Measurement::device)
                    .number(measurement -> StoredInstant.micros(measurement.at()))
                    .real(measurement -> measurement.value(Part.RX))
                    .real(measurement -> measurement.value(Part.TX))
                    .real(measurement -> measurement.value(Part.CELSIUS))
                    .real(measurement -> measurement.value(Part.VOLTS))
                    .real(measurement -> measurement.value(Part.MILLIAMPERES))
                    .optionalNumber(measurement -> measurement.value(Part.UPTIME));
            insert.executeUpdate();
        }
    }

    /** The first intervals of new devices. */
    static void open(Connection connection, Instant at, List<Turn> turns) throws SQLException {
        if (turns.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(OPEN)) {
            insert.setObject(1, StoredInstant.parameter(at));
            bind(insert, 1, turns);
            insert.executeUpdate();
        }
    }

    /** Ends the intervals of devices whose status changed, and begins new ones. */
    static void move(Connection connection, Instant at, List<Turn> turns) throws SQLException {
        if (turns.isEmpty()) {
            return;
        }
        try (PreparedStatement move = connection.prepareStatement(MOVE)) {
            bind(move, 0, turns);
            for (int parameter = 3; parameter <= 6; parameter++) {
                move.setObject(parameter, StoredInstant.parameter(at));
            }
            move.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, int before, List<Turn> turns) throws SQLException {
        new RowArrays<>(statement, before, turns).number(Turn::id).number(turn -> StatusId.of(turn.status()));
    }
}
