package com.rjchronos.persistence.device;

import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.reading.OpticalReading;
import com.rjchronos.persistence.row.RowArrays;
import com.rjchronos.persistence.row.StoredInstant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The tables {@code device_readings} and {@code status_intervals}: what was, and when. */
final class HistoryRows {
    /** Older measurements are shown as the device's last ones, but are no history. */
    private static final Duration OLDEST = Duration.ofDays(30);

    private static final Duration NEWEST = Duration.ofDays(1);
    private static final String READINGS =
            """
            insert into device_readings (device_id, measured_at, rx_dbm, tx_dbm, temperature_celsius, voltage_volts, bias_milliamperes)
            select n.device_id, %s, n.rx, n.tx, n.celsius, n.volts, n.milliamperes
            from unnest(?::int8[], ?::int8[], ?::float4[], ?::float4[], ?::float4[], ?::float4[], ?::float4[])
                as n(device_id, measured, rx, tx, celsius, volts, milliamperes)
            on conflict (device_id, measured_at) do nothing
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

    /**
     * A device's new connectivity.
     *
     * @param id of the device
     */
    record Turn(long id, DeviceStatus status) {}

    private HistoryRows() {}

    /** When the row's measurement was made, if it is one for the history. */
    static boolean isHistory(DeviceRow row, Instant at) {
        return row.measured()
                && row.reading()
                        .optical()
                        .measuredAt()
                        .filter(measured -> measured.isAfter(at.minus(OLDEST)) && measured.isBefore(at.plus(NEWEST)))
                        .isPresent();
    }

    /** The partitions of these days must exist. */
    static void addReadings(Connection connection, List<DeviceRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(READINGS)) {
            new RowArrays<>(insert, 0, rows)
                    .number(DeviceRow::id)
                    .instant(row -> row.reading().optical().measuredAt())
                    .real(row -> DeviceColumns.dbm(optical(row).rx()))
                    .real(row -> DeviceColumns.dbm(optical(row).tx()))
                    .real(row -> DeviceColumns.number(optical(row).celsius()))
                    .real(row -> DeviceColumns.number(optical(row).volts()))
                    .real(row -> DeviceColumns.number(optical(row).milliamperes()));
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

    private static OpticalReading optical(DeviceRow row) {
        return row.reading().optical();
    }
}
