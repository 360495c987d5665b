package com.rjchronos.persistence.sweep;

import com.rjchronos.persistence.row.StoredInstant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Forgets looks for new devices that found none, after a day; every other sweep after three months. */
public final class OldSweeps {
    private static final String FORGET =
            """
            delete from sweeps where outcome <> 'running'
                and (started_at < ? or kind = 'new' and outcome = 'complete' and read = 0 and started_at < ?)
            """;
    private static final Duration KEPT = Duration.ofDays(90);
    private static final Duration KEPT_IF_EMPTY = Duration.ofDays(1);

    private OldSweeps() {}

    /** Returns how many it forgot. */
    public static int forget(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.setObject(1, StoredInstant.parameter(now.minus(KEPT)));
            delete.setObject(2, StoredInstant.parameter(now.minus(KEPT_IF_EMPTY)));
            return delete.executeUpdate();
        }
    }
}
