package com.rjchronos.persistence.sweep;

import com.rjchronos.model.sweep.RejectedDocument;
import com.rjchronos.model.sweep.Sweep;
import com.rjchronos.model.sweep.SweepCounts;
import com.rjchronos.model.sweep.SweepId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Adds a batch's counts to its sweep's row, in the batch's own transaction. */
public final class SweepCounter {
    private static final String COUNT =
            """
            update sweeps set read = read + ?, stored = stored + ?, unchanged = unchanged + ?, parked = parked + ?, failed = failed + ?,
                bytes = bytes + ?, remarked = remarked + ? where id = ?
            """;
    private static final String NAME =
            """
            update sweeps set rejected = (
                select coalesce(jsonb_agg(e.entry order by e.remark, e.place), '[]') from (
                    select entry, place, (entry -> 'stored') is not null as remark
                    from jsonb_array_elements(rejected || ?::jsonb) with ordinality as a(entry, place)
                    order by remark, place limit %d) e)
            where id = ?
            """
                    .formatted(Sweep.MAX_REJECTED);

    private SweepCounter() {}

    public static void add(Connection connection, SweepId sweep, SweepCounts counts, List<RejectedDocument> rejected)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(COUNT)) {
            update.setLong(1, counts.read());
            update.setLong(2, counts.stored());
            update.setLong(3, counts.unchanged());
            update.setLong(4, counts.parked());
            update.setLong(5, counts.failed());
            update.setLong(6, counts.bytes());
            update.setLong(7, counts.remarked());
            update.setLong(8, sweep.value());
            update.executeUpdate();
        }
        if (!rejected.isEmpty()) {
            try (PreparedStatement update = connection.prepareStatement(NAME)) {
                update.setString(1, RejectedJson.write(rejected));
                update.setLong(2, sweep.value());
                update.executeUpdate();
            }
        }
    }
}
