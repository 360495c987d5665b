package com.rjchronos.persistence.trail;

import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.model.caller.Actor;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.persistence.row.JsonText;
import com.rjchronos.persistence.row.RowArrays;
import com.rjchronos.persistence.row.StoredInstant;
import com.rjchronos.persistence.row.StoredText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the trail. Column limits: action 100, description 2000, names and ids 200, address 64 characters. */
public final class Trail {
    private static final int NAME = 200;
    private static final String SQL =
            """
            insert into activity_logs (retention_class, created_at, action, description, outcome, log_level_id, details, user_id, device_id,
                actor_type, actor_id, actor_name, origin, address, trace_id)
            select ?, ?, n.action, n.description, n.outcome, n.level::smallint, n.details::jsonb, n.user_id, n.device_id, n.actor_type,
                n.actor_id, n.actor_name, n.origin, n.address, n.trace_id
            from unnest(?::text[], ?::text[], ?::text[], ?::int8[], ?::text[], ?::int8[], ?::int8[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[])
                as n(action, description, outcome, level, details, user_id, device_id, actor_type, actor_id, actor_name, origin, address,
                    trace_id)
            """;

    private Trail() {}

    /** Entries about devices, configuration and the fleet. Those of level DEBUG are kept apart, and shorter. */
    public static void append(Connection connection, Instant at, List<AuditEntry> entries) throws SQLException {
        append(
                connection,
                at,
                RetentionClass.STANDARD,
                entries.stream().filter(e -> !isDebug(e)).toList());
        append(
                connection,
                at,
                RetentionClass.DEBUG,
                entries.stream().filter(Trail::isDebug).toList());
    }

    public static void append(Connection connection, Instant at, RetentionClass retention, List<AuditEntry> entries)
            throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(SQL)) {
            insert.setString(1, retention.code());
            insert.setObject(2, StoredInstant.parameter(at));
            new RowArrays<>(insert, 2, entries)
                    .text(e -> StoredText.limited(e.action(), 100))
                    .text(e -> StoredText.limited(e.description(), 2000))
                    .text(e -> e.outcome().name().toLowerCase(Locale.ROOT))
                    .number(e -> e.level().ordinal() + 1L)
                    .text(e -> JsonText.of(e.details()))
                    .optionalNumber(e -> userId(e.caller().actor()))
                    .optionalNumber(e -> e.device().map(DeviceId::value))
                    .text(e -> e.caller().actor().type().code())
                    .text(e -> StoredText.limited(e.caller().actor().id(), NAME))
                    .text(e -> StoredText.limited(e.caller().actor().name(), NAME))
                    .text(e -> e.caller().origin().code())
                    .text(e -> StoredText.limited(e.caller().address(), 64))
                    .text(e -> StoredText.limited(e.caller().traceId(), NAME));
            insert.executeUpdate();
        }
    }

    public static boolean isDebug(AuditEntry entry) {
        return entry.level() == AuditEntry.Level.DEBUG;
    }

    private static Optional<Long> userId(Actor actor) {
        return actor.type() == Actor.Type.USER
                ? actor.id().filter(id -> id.matches("[1-9][0-9]{0,17}")).map(Long::valueOf)
                : Optional.empty();
    }
}
