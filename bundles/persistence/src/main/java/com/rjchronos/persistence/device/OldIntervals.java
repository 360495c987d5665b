package com.rjchronos.persistence.device;

import com.rjchronos.persistence.row.StoredInstant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/** Forgets status intervals by their end; an open one stays however old it is. */
public final class OldIntervals {
    /** So many at a time, lest one transaction hold up the sweeps. */
    public static final int BATCH = 10_000;

    private static final String FORGET =
            """
            delete from status_intervals where ctid = any(array(
                select ctid from status_intervals where until_at < ? order by until_at limit %d))
            """
                    .formatted(BATCH);

    private OldIntervals() {}

    /** Returns how many it forgot: a whole batch means that there may be more. */
    public static int forget(Connection connection, Instant before) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.setObject(1, StoredInstant.parameter(before));
            return delete.executeUpdate();
        }
    }
}
