package com.rjchronos.persistence.fault;

import com.rjchronos.persistence.row.StoredInstant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/** Forgets faults by when they were gone; of an ACS that is listed no more, by when they were seen last. */
public final class OldFaults {
    /** So many at a time, lest one transaction hold up the listings. */
    public static final int BATCH = 10_000;

    private static final String FORGET =
            """
            delete from faults where ctid = any(array(
                select ctid from faults where gone_at < ? or gone_at is null and last_seen < ? limit %d))
            """
                    .formatted(BATCH);

    private OldFaults() {}

    /** Returns how many it forgot: a whole batch means that there may be more. */
    public static int forget(Connection connection, Instant before) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.setObject(1, StoredInstant.parameter(before));
            delete.setObject(2, StoredInstant.parameter(before));
            return delete.executeUpdate();
        }
    }
}
