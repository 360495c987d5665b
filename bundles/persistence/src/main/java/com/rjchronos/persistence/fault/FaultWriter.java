package com.rjchronos.persistence.fault;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.persistence.row.JsonText;
import com.rjchronos.persistence.row.RowArrays;
import com.rjchronos.persistence.row.StoredInstant;
import com.rjchronos.persistence.trail.ChangeLog;
import com.rjchronos.persistence.trail.ChangeLog.Line;
import com.rjchronos.port.FaultStore.Handful;
import com.rjchronos.port.FaultStore.Kept;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes faults, set by set, and what came and went of them into the change log; within one transaction. */
record FaultWriter(Connection connection, AcsId acs, Instant at) {
    private static final String TOLD = " returning id, device_id, code, channel";
    private static final String REPLACE =
            """
            update faults f set gone_at = ? from unnest(?::text[], ?::text[], ?::text[]) as n(genieacs_id, channel, code)
            where f.acs_id = ? and f.gone_at is null and f.genieacs_id = n.genieacs_id and f.channel = n.channel and f.code <> n.code
            returning f.id, f.device_id, f.code, f.channel
            """;
    private static final String KEEP =
            """
            insert into faults (acs_id, device_id, genieacs_id, channel, code, message, refused, retries, reported_at, first_seen, last_seen)
            select ?, d.id, n.genieacs_id, n.channel, n.code, n.message, n.refused::jsonb, n.retries, %s, ?, ?
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int8[], ?::int8[])
                as n(genieacs_id, channel, code, message, refused, retries, reported_at)
            left join devices d on d.acs_id = ? and d.genieacs_id = n.genieacs_id
            where d.id is not null or not ?
            order by n.genieacs_id, n.channel
            on conflict (acs_id, genieacs_id, channel) where gone_at is null do update set device_id = excluded.device_id,
                message = excluded.message, refused = excluded.refused, retries = excluded.retries, reported_at = excluded.reported_at,
                last_seen = greatest(faults.last_seen, excluded.last_seen)
            """
                            .formatted(StoredInstant.sql("n.reported_at"))
                    + TOLD
                    + ", xmax = 0 as came"; // of a row that was there, xmax is the transaction that updates it
    private static final String END =
            "update faults set gone_at = ? where acs_id = ? and gone_at is null and last_seen < ?" + TOLD;

    Kept keep(Handful handful) throws SQLException {
        List<FaultRow> rows = FaultRow.of(handful);
        List<Line> lines = new ArrayList<>();
        try (PreparedStatement update = connection.prepareStatement(REPLACE)) {
            update.setObject(1, StoredInstant.parameter(at));
            new RowArrays<>(update, 1, rows)
                    .text(FaultRow::genieacsId)
                    .text(FaultRow::channel)
                    .text(FaultRow::code);
            update.setString(5, acs.value());
            lines.addAll(told(update, "gone"));
        }
        int kept = 0;
        int came = 0;
        try (PreparedStatement insert = bound(connection.prepareStatement(KEEP), rows, handful.knownOnly());
                ResultSet row = insert.executeQuery()) {
            for (; row.next(); kept++) {
                if (row.getBoolean("came")) {
                    lines.add(line(row, "came"));
                    came++;
                }
            }
        }
        ChangeLog.append(connection, at, "fault", lines);
        return new Kept(kept, came);
    }

    private PreparedStatement bound(PreparedStatement insert, List<FaultRow> rows, boolean knownOnly)
            throws SQLException {
        insert.setString(1, acs.value());
        insert.setObject(2, StoredInstant.parameter(at));
        insert.setObject(3, StoredInstant.parameter(at));
        new RowArrays<>(insert, 3, rows)
                .text(FaultRow::genieacsId)
                .text(FaultRow::channel)
                .text(FaultRow::code)
                .text(FaultRow::message)
                .text(FaultRow::refused)
                .number(FaultRow::retries)
                .instant(FaultRow::reportedAt);
        insert.setString(11, acs.value());
        insert.setBoolean(12, knownOnly);
        return insert;
    }

    /** All that were not listed since this time. */
    int end() throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(END)) {
            update.setObject(1, StoredInstant.parameter(at));
            update.setString(2, acs.value());
            update.setObject(3, StoredInstant.parameter(at));
            List<Line> lines = told(update, "gone");
            ChangeLog.append(connection, at, "fault", lines);
            return lines.size();
        }
    }

    private static List<Line> told(PreparedStatement statement, String kind) throws SQLException {
        List<Line> lines = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                lines.add(line(row, kind));
            }
        }
        return lines;
    }

    private static Line line(ResultSet row, String kind) throws SQLException {
        long device = row.getLong("device_id");
        boolean known = !row.wasNull();
        String code = row.getString("code");
        String channel = row.getString("channel");
        String payload = JsonText.object(json -> {
            if (known) {
                json.writeStringField("device_id", Long.toString(device));
            }
            json.writeStringField("code", code);
            json.writeStringField("channel", channel);
        });
        return new Line(row.getLong("id"), kind, payload);
    }
}
