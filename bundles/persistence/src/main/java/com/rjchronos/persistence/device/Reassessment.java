package com.rjchronos.persistence.device;

import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.persistence.device.HistoryRows.Turn;
import com.rjchronos.persistence.row.JsonText;
import com.rjchronos.persistence.row.StoredInstant;
import com.rjchronos.persistence.trail.ChangeLog;
import com.rjchronos.persistence.trail.ChangeLog.Line;
import com.rjchronos.port.DeviceStore.Assessment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the clock says about the connectivity of an ACS's devices, set by set. */
final class Reassessment {
    /**
     * An Inform of the future counts as heard when it was told first; a device is offline after twice its own interval of silence. Silence while the ACS was
     * deaf counts for nothing: until the device had its time again its status stays as it was. A parked device may well inform, only
     * nobody reads it: its silence is not known.
     */
    private static final String JUDGE_TRUSTED =
            """
            update device_state s
            set status_id = v.verdict::smallint, stale_since = case when v.verdict = 6 then s.stale_since end, updated_at = v.now
            from (
                select d.device_id, d.status_id, j.verdict, c.now
                from device_state d
                cross join (select ?::timestamptz as now, ?::float8 as usual, ?::timestamptz as deaf_from,
                    ?::timestamptz as deaf_until) c
                cross join lateral (select 2 * make_interval(secs => coalesce(d.inform_interval, c.usual)) as patience) a
                cross join lateral (select case
                    when d.heard_at is null then 6
                    when d.heard_at + a.patience >= c.now then 1
                    when d.heard_at + a.patience
                        + greatest(interval '0', c.deaf_until - greatest(d.heard_at, c.deaf_from)) >= c.now then d.status_id
                    when d.parked_because is not null then 6
                    else 2 end as verdict) j
                where d.acs_id = ? and (d.status_id <> j.verdict or (d.stale_since is not null and j.verdict <> 6))
                order by d.device_id for update of d) v
            where s.device_id = v.device_id
            returning s.device_id, v.status_id as before, v.verdict
            """;

    private static final String JUDGE_UNTRUSTED =
            """
            update device_state s set status_id = 6, stale_since = coalesce(s.stale_since, ?), updated_at = ?
            from (
                select device_id, status_id from device_state
                where acs_id = ? and (status_id <> 6 or stale_since is null)
                order by device_id for update) v
            where s.device_id = v.device_id
            returning s.device_id, v.status_id as before, 6 as verdict
            """;

    private Reassessment() {}

    static int of(Connection connection, Assessment assessment) throws SQLException {
        List<Turn> turns = assessment.trusted() ? trusted(connection, assessment) : untrusted(connection, assessment);
        HistoryRows.move(connection, assessment.at(), turns);
        ChangeLog.append(
                connection,
                assessment.at(),
                "device",
                turns.stream().map(Reassessment::line).toList());
        return turns.size();
    }

    private static List<Turn> trusted(Connection connection, Assessment assessment) throws SQLException {
        double usual = Math.max(1, assessment.defaultInterval().toSeconds());
        try (PreparedStatement update = connection.prepareStatement(JUDGE_TRUSTED)) {
            Object[] parameters = {
                StoredInstant.parameter(assessment.at()),
                usual,
                StoredInstant.parameter(assessment.deafFrom()),
                StoredInstant.parameter(assessment.deafUntil()),
                assessment.acs().value()
            };
            for (int i = 0; i < parameters.length; i++) {
                update.setObject(i + 1, parameters[i]);
            }
            return turns(update);
        }
    }

    private static List<Turn> untrusted(Connection connection, Assessment assessment) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(JUDGE_UNTRUSTED)) {
            update.setObject(1, StoredInstant.parameter(assessment.staleSince()));
            update.setObject(2, StoredInstant.parameter(assessment.at()));
            update.setString(3, assessment.acs().value());
            return turns(update);
        }
    }

    private static List<Turn> turns(PreparedStatement update) throws SQLException {
        List<Turn> turns = new ArrayList<>();
        try (ResultSet row = update.executeQuery()) {
            while (row.next()) {
                if (row.getInt("before") != row.getInt("verdict")) {
                    turns.add(new Turn(row.getLong("device_id"), StatusId.status(row.getInt("verdict"))));
                }
            }
        }
        return turns;
    }

    private static Line line(Turn turn) {
        DeviceStatus status = turn.status();
        return new Line(turn.id(), "status", JsonText.object(json -> json.writeStringField("status", status.code())));
    }
}
