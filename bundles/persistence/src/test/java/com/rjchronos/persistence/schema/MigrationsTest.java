package com.rjchronos.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.persistence.TestServer;
import com.rjchronos.persistence.TestServer.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    @Test
    void migratesOnceWhoeverComesFirst() throws Exception {
        TestDatabase database = TestServer.shared().emptyDatabase();
        Callable<Boolean> migration =
                () -> migrations(database, Changelog.shipped()).apply();
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> done = both.invokeAll(List.of(migration, migration));

            assertThat(List.of(done.get(0).get(), done.get(1).get())).containsExactlyInAnyOrder(true, false);
            assertThat(migration.call()).isFalse();
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void changesNothingWhenLiquibaseRunsAgain() throws Exception {
        TestDatabase database = TestServer.shared().database();
        execute(database, "delete from schema_digest");
        long before = count(database, "databasechangelog");

        assertThat(migrations(database, Changelog.shipped()).apply()).isTrue();

        assertThat(count(database, "databasechangelog")).isEqualTo(before).isPositive();
    }

    @Test
    void takesTheLockThatACrashLeft() throws Exception {
        TestDatabase database = TestServer.shared().database();
        execute(
                database,
                "delete from schema_digest; update databasechangeloglock set locked = true, lockgranted = now(), lockedby = 'the dead'");

        assertThat(migrations(database, Changelog.shipped()).apply()).isTrue();
    }

    @Test
    void refusesADatabaseThatIsNewer() throws Exception {
        TestDatabase database = TestServer.shared().database();
        execute(
                database,
                "insert into databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype, md5sum)"
                        + " values ('of-tomorrow', 'chronos', 'db/999-tomorrow.sql', now(), 999, 'EXECUTED', '9:0')");

        assertThatThrownBy(() -> migrations(database, Changelog.shipped()).apply())
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("newer than this software")
                .hasMessageContaining("of-tomorrow");
    }

    @Test
    void refusesTheSchemaThatALaterVersionLeftHalfDone() throws Exception {
        TestDatabase database = TestServer.shared().emptyDatabase();
        Changelog older = changelog("stages/older.xml");
        Changelog later = changelog("stages/later.xml");
        assertThat(migrations(database, older).apply()).isTrue();
        assertThat(migrations(database, older).apply()).isFalse();

        assertThatThrownBy(() -> migrations(database, later).apply())
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("stages/003-fails.sql::fails");
        assertThatThrownBy(() -> migrations(database, older).apply())
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("newer than this software")
                .hasMessageContaining("stages/002-second.sql::second");
    }

    @Test
    void takesUpAgainWhereAFailedMigrationStopped() throws Exception {
        TestDatabase database = TestServer.shared().emptyDatabase();
        Changelog later = changelog("stages/later.xml");
        assertThatThrownBy(() -> migrations(database, later).apply()).isInstanceOf(RefusedException.class);

        execute(database, "create table missing (n int)");

        assertThat(migrations(database, later).apply()).isTrue();
        assertThat(migrations(database, later).apply()).isFalse();
        assertThat(count(database, "databasechangelog")).isEqualTo(3);
    }

    @Test
    void rollsAFailedMigrationBackAndSaysWhichAndWhy() throws Exception {
        TestDatabase database = TestServer.shared().emptyDatabase();
        Changelog broken = changelog("broken/changelog.xml");

        assertThatThrownBy(() -> migrations(database, broken).apply())
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("broken/001-broken.sql::half")
                .hasMessageContaining("invalid input syntax");

        assertThat(count(database, "pg_class where relname = 'half'")).isZero();
    }

    private static Changelog changelog(String root) {
        return new Changelog(root, MigrationsTest.class.getClassLoader());
    }

    private static Migrations migrations(TestDatabase database, Changelog changelog) {
        return new Migrations(database.endpoint(), database.owner(), changelog);
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection owner = database.connect(database.owner());
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(TestDatabase database, String what) throws SQLException {
        try (Connection owner = database.connect(database.owner());
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + what)) {
            row.next();
            return row.getLong(1);
        }
    }
}
