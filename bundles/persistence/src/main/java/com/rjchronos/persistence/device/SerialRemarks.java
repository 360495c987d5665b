package com.rjchronos.persistence.device;

import com.rjchronos.model.sweep.RejectedDocument;
import com.rjchronos.persistence.row.StoredInstant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What the sweep's row says of devices that were kept without the PON serial they told. */
final class SerialRemarks {
    private static final String CLASHES =
            """
            select c.value, d.genieacs_id, o.acs_id || ' ' || o.genieacs_id
            from device_conflicts c
            join devices d on d.id = c.device_id
            join devices o on o.id = c.other_device_id
            where c.kind = 'pon_serial' and c.device_id = any(?) and c.last_seen_at = ? and c.resolved_at is null
            order by c.device_id, c.value
            """;

    private SerialRemarks() {}

    /** On the clashes of these devices that were recorded at this time. */
    static List<RejectedDocument> of(Connection connection, Collection<Long> devices, Instant at) throws SQLException {
        List<RejectedDocument> remarks = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(CLASHES)) {
            query.setArray(1, connection.createArrayOf("int8", devices.toArray()));
            query.setObject(2, StoredInstant.parameter(at));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    remarks.add(RejectedDocument.remark(
                            row.getString(2),
                            "its PON serial " + row.getString(1) + " is held by " + row.getString(3)
                                    + "; kept without it"));
                }
            }
        }
        return remarks;
    }
}
