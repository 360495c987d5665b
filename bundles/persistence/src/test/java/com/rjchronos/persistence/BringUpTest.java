package com.rjchronos.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.health.Health;
import com.rjchronos.model.health.Health.Status;
import com.rjchronos.persistence.TestServer.TestDatabase;
import com.rjchronos.persistence.schema.Prepared;
import com.rjchronos.persistence.schema.RefusedException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
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
    private static final DatabaseSettings SETTINGS = TestServer.settings(Optional.empty());
    private static final TestDatabase MIGRATED = TestServer.shared().database();
    private static final Instant NOW = Instant.parse("2026-11-23T23:59:00Z");
    private final List<DataSource> offered = new CopyOnWriteArrayList<>();
    private final CountDownLatch takenBack = new CountDownLatch(1);

    @Test
    void offersThePoolOnceEverythingIsReadyAndTakesItBack() throws SQLException {
        TestDatabase database = TestServer.shared().emptyDatabase();
        try (BringUp bringUp = bringUp(new Choice(database))) {
            bringUp.start();
            Eventually.isTrue(() -> bringUp.health().status() == Status.UP);

            assertThat(offered).hasSize(1);
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
        Choice choice = new Choice(MIGRATED);
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
    void goesOnTryingAfterWhatNobodyExpected() {
        Choice choice = new Choice(MIGRATED);
        choice.surprise = new NoClassDefFoundError("com/example/Missing");
        try (BringUp bringUp = bringUp(choice)) {
            bringUp.start();
            Eventually.isTrue(() -> bringUp.health().detail().contains("NoClassDefFoundError: com/example/Missing"));

            choice.surprise = new IllegalStateException("not yet");
            Eventually.isTrue(() -> bringUp.health().detail().endsWith("not yet"));

            choice.surprise = null;
            Eventually.isTrue(() -> bringUp.health().status() == Status.UP);
        }
    }

    @Test
    void saysInWordsWhatIsWrongWithAFile() {
        Choice choice = new Choice(MIGRATED);
        choice.fault = new NoSuchFileException("/etc/chronos/db-password");
        try (BringUp bringUp = bringUp(choice)) {
            bringUp.start();
            Eventually.isTrue(() -> bringUp.health().detail().endsWith("the file /etc/chronos/db-password is missing"));

            choice.fault = new AccessDeniedException("/etc/chronos/db-password");
            Eventually.isTrue(
                    () -> bringUp.health().detail().contains("no permission for /etc/chronos/db-password; give it"));
        }
    }

    @Test
    void leavesNothingBehindWhenThePoolCannotBeOffered() {
        CountDownLatch refused = new CountDownLatch(1);
        try (BringUp bringUp = bringUp(new Choice(MIGRATED), () -> {
            if (refused.getCount() > 0) {
                refused.countDown();
                throw new IllegalStateException("no service registry yet");
            }
        })) {
            bringUp.start();
            Eventually.isTrue(() -> bringUp.health().status() == Status.UP);

            assertThat(refused.getCount()).isZero();
            Eventually.isTrue(() -> upkeepThreads() == 1);
        }
        Eventually.isTrue(() -> upkeepThreads() == 0);
    }

    @Test
    void takesThePoolBackThatWasOfferedAfterTheEnd() throws InterruptedException {
        CountDownLatch offering = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        BringUp bringUp = bringUp(new Choice(MIGRATED), () -> {
            offering.countDown();
            await(ended);
        });
        bringUp.start();
        offering.await();

        bringUp.close();
        ended.countDown();

        Eventually.isTrue(() -> takenBack.getCount() == 0);
        assertThat(offered).isEmpty();
        assertThat(bringUp.health().status()).isEqualTo(Status.DOWN);
    }

    @Test
    void stopsInTheMiddleOfWaiting() {
        Choice choice = new Choice(MIGRATED);
        choice.gate = new CountDownLatch(1);
        BringUp bringUp = bringUp(choice);
        bringUp.start();

        bringUp.close();

        assertThat(choice.closed).isTrue();
        assertThat(offered).isEmpty();
        assertThat(bringUp.health().status()).isEqualTo(Status.DOWN);
    }

    @Test
    void tellsThatTheSettingsAreRefused() {
        Health health = new DatabaseHealth().health();

        assertThat(health.status()).isEqualTo(Status.DOWN);
        assertThat(health.detail()).contains("etc/com.rjchronos.persistence.cfg");
        assertThat(new DatabaseHealth().name()).isEqualTo("database");
        assertThat(new DatabaseHealth().essential()).isTrue();
    }

    /** Also when the thread is interrupted, as by a registry that listens to nobody. */
    private static void await(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                // it goes on waiting
            }
        }
    }

    private static long upkeepThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("chronos-database-upkeep"))
                .count();
    }

    private BringUp bringUp(ServerChoice choice) {
        return bringUp(choice, () -> {});
    }

    private BringUp bringUp(ServerChoice choice, Runnable beforeOffer) {
        BundleContext context = TestServer.fake(BundleContext.class, (proxy, method, arguments) -> {
            beforeOffer.run();
            offered.add((DataSource) arguments[1]);
            return TestServer.fake(ServiceRegistration.class, (p, m, a) -> {
                offered.remove(arguments[1]);
                takenBack.countDown();
                return null;
            });
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
        private volatile Throwable surprise;
        private volatile IOException fault;
        private volatile CountDownLatch gate = new CountDownLatch(0);
        private volatile boolean closed;

        Choice(TestDatabase database) {
            this.database = database;
        }

        @Override
        public Prepared prepare() throws RefusedException, IOException, InterruptedException {
            gate.await();
            if (fault != null) {
                throw fault;
            }
            if (surprise instanceof Error error) {
                throw error;
            }
            if (surprise instanceof RuntimeException exception) {
                throw exception;
            }
            if (refusal != null) {
                throw new RefusedException(refusal);
            }
            return database.prepared();
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
