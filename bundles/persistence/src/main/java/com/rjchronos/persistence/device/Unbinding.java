package com.rjchronos.persistence.device;

import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.persistence.row.JsonText;
import com.rjchronos.persistence.row.StoredInstant;
import com.rjchronos.persistence.row.StoredText;
import com.rjchronos.persistence.trail.ChangeLog;
import com.rjchronos.persistence.trail.ChangeLog.Line;
import com.rjchronos.persistence.trail.Trail;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes devices from a connector that is away.
 *
 * @param connector whose devices they are
 * @param reason why they are parked from now on
 */
record Unbinding(String connector, String reason, Instant at) {
    /** Devices in one transaction. */
    static final int HANDFUL = 1_000;

    private static final String UNBIND =
            """
            with theirs as (select device_id from device_state where connector = ? order by device_id limit ? for update)
            update device_state s set connector = null, parked_because = ?, updated_at = ? from theirs where s.device_id = theirs.device_id
            returning s.device_id
            """;

    /** One handful. Returns how many it was. */
    int handful(Connection connection, List<AuditEntry> entries) throws SQLException {
        String why = StoredText.limited(reason, 500);
        List<Line> lines = new ArrayList<>();
        try (PreparedStatement update = connection.prepareStatement(UNBIND)) {
            update.setString(1, connector);
            update.setInt(2, HANDFUL);
            update.setString(3, why);
            update.setObject(4, StoredInstant.parameter(at));
            try (ResultSet row = update.executeQuery()) {
                String payload = JsonText.object(json -> json.writeStringField("reason", why));
                while (row.next()) {
                    lines.add(new Line(row.getLong(1), "parked", payload));
                }
            }
        }
        if (!lines.isEmpty()) {
            ChangeLog.append(connection, at, "device", lines);
            Trail.append(connection, at, entries);
        }
        return lines.size();
    }
}
