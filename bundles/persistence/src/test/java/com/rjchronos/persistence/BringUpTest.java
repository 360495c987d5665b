package com.rjchronos.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.health.Health;
import com.rjchronos.model.health.Health.Status;
import com.rjchronos.persistence.TestServer.TestDatabase;
import com.rjchronos.persistence.connection.Pool;
import com.rjchronos.persistence.schema.Prepared;
import com.rjchronos.persistence.schema.RefusedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

class BringUpTest {
    private static final DatabaseSettings SETTINGS = new DatabaseSettings(
            Optional.empty(),
            new Pool.Limits(3, Duration.ofSeconds(2), Duration.ofSeconds(10)),
            Duration.ofDays(2),
            Duration.ofDays(1));
    private static final Instant NOW = Instant.parse("2026-11-23T23:59:00Z");
    private final List<DataSource> offered = new CopyOnWriteArrayList<>();

    @Test
    void offersThePoolOnceEverythingIsReadyAndTakesItBack() throws SQLException {
        TestDatabase database = TestServer.shared().emptyDatabase();
        try (BringUp bringUp = bringUp(new Choice(database))) {
            bringUp.start();
            Eventually.isTrue(() -> !offered.isEmpty());

            assertThat(offered).hasSize(1);
            assertThat(bringUp.health().status()).isEqualTo(Status.UP);
            assertThat(bringUp.health().detail())
                    .contains("PostgreSQL 18")
                    .contains(database.endpoint().toString());
            assertThat(partitions(offered.get(0)))
                    .contains("change_log_20261125", "device_readings_20261124", "activity_logs_security_202611");
        }
        assertThat(offered).isEmpty();
    }

    @Test
    void saysWhyItIsNotReadyAndHealsByItself() {
        Choice choice = new Choice(TestServer.shared().database());
        choice.refusal = "run this script: create role x;";
        try (BringUp bringUp = bringUp(choice)) {
            bringUp.start();
            Eventually.isTrue(() -> bringUp.health().detail().contains("run this script"));
            assertThat(bringUp.health().status()).isEqualTo(Status.DOWN);
            assertThat(offered).isEmpty();

            choice.refusal = null;
            Eventually.isTrue(() -> bringUp.health().status() == Status.UP);
        }
    }

    @Test
    void stopsInTheMiddleOfWaiting() {
        Choice choice = new Choice(TestServer.shared().database());
        choice.gate = new CountDownLatch(1);
        BringUp bringUp = bringUp(choice);
        bringUp.start();

        bringUp.close();

        assertThat(choice.closed).isTrue();
        assertThat(offered).isEmpty();
        assertThat(bringUp.health().status()).isEqualTo(Status.DOWN);
    }

    @Test
    void dropsWhatIsOlderThanTheSettingsAllow() throws SQLException {
        TestDatabase database = TestServer.shared().database();
        try (Pool pool = database.pool();
                var connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (int day = 20; day <= 23; day++) {
                statement.execute("select ensure_day('device_readings', '2026-11-" + day
                        + "'), ensure_day('change_log', '2026-11-" + day + "')");
            }
            Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
            try (Upkeep upkeep = new Upkeep(null, database.endpoint(), database.retention(), SETTINGS, clock)) {
                upkeep.dropOld();
            }
            assertThat(partitions(pool))
                    .contains("device_readings_20261121", "change_log_20261122")
                    .doesNotContain("device_readings_20261120", "change_log_20261121");
        }
    }

    @Test
    void tellsThatTheSettingsAreRefused() {
        Health health = new DatabaseHealth().health();

        assertThat(health.status()).isEqualTo(Status.DOWN);
        assertThat(health.detail()).contains("etc/com.rjchronos.persistence.cfg");
        assertThat(new DatabaseHealth().name()).isEqualTo("database");
        assertThat(new DatabaseHealth().essential()).isTrue();
    }

    private BringUp bringUp(ServerChoice choice) {
        BundleContext context = TestServer.fake(BundleContext.class, (proxy, method, arguments) -> {
            offered.add((DataSource) arguments[1]);
            return TestServer.fake(ServiceRegistration.class, (p, m, a) -> offered.remove(arguments[1]) ? null : null);
        });
        return new BringUp(choice, SETTINGS, new PoolService(context), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static List<String> partitions(DataSource pool) throws SQLException {
        List<String> names = new ArrayList<>();
        try (var connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select relname from pg_class where relispartition and relkind = 'r'")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    /** A prepared server that may refuse, or take its time. */
    private static final class Choice implements ServerChoice {
        private final TestDatabase database;
        private volatile String refusal;
        private volatile CountDownLatch gate = new CountDownLatch(0);
        private volatile boolean closed;

        Choice(TestDatabase database) {
            this.database = database;
        }

        @Override
        public Prepared prepare() throws RefusedException, InterruptedException {
            gate.await();
            if (refusal != null) {
                throw new RefusedException(refusal);
            }
            return new Prepared(
                    database.endpoint(), "18 of a test", database.owner(), database.app(), database.retention());
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
