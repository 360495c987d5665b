package com.rjchronos.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.persistence.TestServer.TestDatabase;
import com.rjchronos.persistence.connection.Pool;
import com.rjchronos.persistence.connection.Transactions;
import com.rjchronos.persistence.device.OldIntervals;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpkeepTest {
    private static final Instant NOW = Instant.parse("2026-11-23T23:59:00Z");
    private static final TestDatabase DATABASE = TestServer.shared().database();

    private final Pool pool = DATABASE.pool();
    private final Upkeep upkeep = new Upkeep(
            new Transactions(pool),
            DATABASE.prepared(),
            TestServer.settings(Optional.empty()).kept(),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void close() {
        upkeep.close();
        pool.close();
    }

    @Test
    void dropsDaysThatAreOlderThanTheSettingsAllow() throws SQLException {
        for (int day = 20; day <= 23; day++) {
            execute("select ensure_day('device_readings', '2026-11-" + day + "'), ensure_day('change_log', '2026-11-"
                    + day + "')");
        }

        upkeep.dropOld();

        assertThat(column("select relname from pg_class where relispartition and relkind = 'r'"))
                .contains("device_readings_20261121", "change_log_20261122")
                .doesNotContain("device_readings_20261120", "change_log_20261121");
    }

    @Test
    void dropsMonthsOfTheTrailEachClassByItsOwnRule() throws SQLException {
        for (String month : List.of("2026-07", "2026-08", "2026-09", "2026-10")) {
            execute("select ensure_trail_month(c, '" + month
                    + "-01') from unnest(array['security', 'standard', 'debug']) c");
        }

        upkeep.dropOld();

        assertThat(
                        column(
                                "select relname from pg_class where relname ~ '^activity_logs_[a-z]+_[0-9]+$' and relkind = 'r'"))
                .containsExactlyInAnyOrder(
                        "activity_logs_security_202608",
                        "activity_logs_security_202609",
                        "activity_logs_security_202610",
                        "activity_logs_standard_202609",
                        "activity_logs_standard_202610",
                        "activity_logs_debug_202610");
    }

    @Test
    void deletesEndedStatusIntervalsBatchByBatchAndOldSweeps() throws SQLException {
        execute(
                "insert into status_intervals (device_id, from_at, until_at, status_id) select n, '2026-11-01', '2026-11-20', 1"
                        + " from generate_series(1, " + (OldIntervals.BATCH + 1) + ") n");
        execute(
                "insert into status_intervals (device_id, from_at, until_at, status_id) values (1, '2026-11-20', '2026-11-21', 2),"
                        + " (1, '2026-11-21', null, 1), (2, '2020-01-01', null, 1)");
        execute(
                "insert into sweeps (acs_id, kind, started_at, outcome) values ('main', 'incremental', '2026-08-01', 'complete')");

        upkeep.deleteOld();

        assertThat(column("select device_id || ' ' || from_at::date from status_intervals order by 1"))
                .containsExactly("1 2026-11-20", "1 2026-11-21", "2 2020-01-01");
        assertThat(column("select id::text from sweeps")).isEmpty();
    }

    @Test
    void deletesFaultsThatAreGoneForLongAndThoseThatNobodyListsAnyMore() throws SQLException {
        String columns =
                "insert into faults (acs_id, genieacs_id, channel, code, message, retries, first_seen, last_seen, gone_at)";
        execute(columns + " values ('main', 'A', 'old', 'x', '', 0, '2026-11-01', '2026-11-18', '2026-11-19'),"
                + " ('main', 'A', 'young', 'x', '', 0, '2026-11-01', '2026-11-18', '2026-11-20'),"
                + " ('main', 'A', 'there', 'x', '', 0, '2026-01-01', '2026-11-23', null),"
                + " ('left', 'A', 'unlisted', 'x', '', 0, '2026-01-01', '2026-11-18', null)");

        upkeep.deleteOld();

        assertThat(column("select channel from faults order by 1")).containsExactly("there", "young");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> column(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }
}
