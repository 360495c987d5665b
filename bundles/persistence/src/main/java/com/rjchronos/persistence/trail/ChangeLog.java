package com.rjchronos.persistence.trail;

import com.rjchronos.persistence.row.RowArrays;
import com.rjchronos.persistence.row.StoredInstant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Writes the change log, from which the rest of the house hears what changed. */
public final class ChangeLog {
    private static final String SQL =
            """
            insert into change_log (created_at, entity, entity_id, kind, payload)
            select ?, ?, n.id, n.kind, n.payload::jsonb from unnest(?::int8[], ?::text[], ?::text[]) as n(id, kind, payload)
            """;

    private ChangeLog() {}

    /**
     * One change.
     *
     * @param id of what changed
     * @param kind of change, e.g. {@code updated}
     * @param payload a JSON object
     */
    public record Line(long id, String kind, String payload) {}

    public static void append(Connection connection, Instant at, String entity, List<Line> lines) throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(SQL)) {
            insert.setObject(1, StoredInstant.parameter(at));
            insert.setString(2, entity);
            new RowArrays<>(insert, 2, lines).number(Line::id).text(Line::kind).text(Line::payload);
            insert.executeUpdate();
        }
    }
}
