package com.rjchronos.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.rjchronos.persistence.TestServer;
import com.rjchronos.persistence.TestServer.TestDatabase;
import com.rjchronos.persistence.connection.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RightsTest {
    private static TestDatabase database;

    @BeforeAll
    static void migrate() throws SQLException {
        database = TestServer.shared().database();
        as(
                database.app(),
                "select ensure_trail_month('standard', '2026-11-01'), ensure_day('change_log', '2026-11-23'),"
                        + " ensure_day('device_readings', '2026-11-20'), ensure_day('device_readings', '2026-11-23')");
        as(
                database.app(),
                "insert into activity_logs (retention_class, created_at, action, description, outcome, log_level_id, actor_type, actor_name,"
                        + " origin, trace_id) values ('standard', '2026-11-23', 'a', 'b', 'success', 2, 'system', 's', 'system', 't')");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update activity_logs set description = 'harmless'",
                "delete from activity_logs",
                "truncate activity_logs",
                "delete from activity_logs_standard_202611",
                "update change_log set kind = 'x'",
                "delete from change_log",
                "drop table change_log_20261123",
                "create table mine (n int)",
                "select drop_days_before('change_log', '2026-12-01')",
                "update device_statuses set code = 'x'",
                "delete from databasechangelog"
            })
    void theAppMayNot(String sql) {
        assertThatThrownBy(() -> as(database.app(), sql))
                .isInstanceOf(SQLException.class)
                .extracting(e -> ((SQLException) e).getSQLState())
                .isEqualTo("42501");
    }

    @ParameterizedTest
    @ValueSource(strings = {"select * from users", "select * from devices", "insert into sweeps default values"})
    void retentionMayNot(String sql) {
        assertThatThrownBy(() -> as(database.retention(), sql)).hasMessageContaining("permission denied");
    }

    @Test
    void retentionDropsWholeDaysAndOnlyOldOnes() throws SQLException {
        assertThat(number(database.retention(), "select drop_days_before('device_readings', '2026-11-23')"))
                .isEqualTo(1);
        assertThat(number(database.owner(), "select count(*) from pg_class where relname = 'device_readings_20261123'"))
                .isEqualTo(1);
        assertThatThrownBy(() -> as(database.retention(), "select drop_days_before('users', '2027-01-01')"))
                .hasMessageContaining("no partitions by day");
    }

    @Test
    void keepsPasswordsInFilesOfTheApplianceAlone() throws IOException {
        Path file = TestServer.shared().secrets().resolve("database-app");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file).strip())
                .isEqualTo(database.app().password())
                .hasSizeGreaterThan(40);
    }

    @Test
    void asksAnAdministratorWhereTheUserMayNotMakeRoles(@TempDir Path secrets) throws Exception {
        TestServer own = TestServer.shared();
        Path passwordFile = Files.writeString(secrets.resolve("theirs"), "open sesame\n");
        try (Connection superuser = own.superuser().getConnection();
                Statement statement = superuser.createStatement()) {
            statement.execute("create role isp login password 'open sesame'");
            statement.execute("create database isp owner isp");
            OutsideServer server = new OutsideServer(
                    database.endpoint().database("isp"),
                    "isp",
                    passwordFile,
                    new RolePasswords(secrets),
                    Duration.ofSeconds(3));

            RefusedException refused = catchThrowableOfType(RefusedException.class, server::prepare);
            assertThat(refused)
                    .hasMessageContaining("alter role chronos_app login")
                    .hasMessageContaining("SCRAM-SHA-256$")
                    .hasMessageContaining("grant connect on database isp to chronos_app, chronos_retention;");

            String script = refused.getMessage().substring(refused.getMessage().indexOf("\n"));
            statement.execute(script);
            Prepared prepared = server.prepare();
            new Migrations(prepared.endpoint(), prepared.owner(), Changelog.shipped()).apply();
            assertThat(prepared.owner().user()).isEqualTo("isp");
            new EmbeddedServer(own.superuser(), new RolePasswords(own.secrets()))
                    .prepare(); // their passwords back for the other tests
        }
    }

    @Test
    void doesNotTakeTheRolesOfAnotherApplianceAlthoughItCould(@TempDir Path secrets) throws Exception {
        superuser("create role mighty superuser login password 'open sesame'");
        OutsideServer server = outside(database.endpoint().database(), "mighty", secrets, secrets);

        assertThatThrownBy(server::prepare)
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("chronos_app, chronos_retention are there")
                .hasMessageContaining("another appliance")
                .hasMessageContaining("secrets/")
                .hasMessageContaining("\nalter role chronos_app login");

        as(database.app(), "select 1");
    }

    @Test
    void letsItsRolesIntoADatabaseThatIsClosedToThePublic(@TempDir Path secrets) throws Exception {
        superuser("create role host login password 'open sesame'");
        superuser("create database closed owner host");
        superuser("revoke connect on database closed from public");

        OutsideServer server =
                outside("closed", "host", secrets, TestServer.shared().secrets());

        assertThat(server.prepare().endpoint().database()).isEqualTo("closed");
    }

    @Test
    void asksAnAdministratorWhereTheUserMayNotLetRolesIn(@TempDir Path secrets) throws Exception {
        superuser("create role guest login password 'open sesame'");
        superuser("create database foreign_house");
        superuser("revoke connect on database foreign_house from public");
        superuser("grant connect on database foreign_house to guest");

        OutsideServer server =
                outside("foreign_house", "guest", secrets, TestServer.shared().secrets());

        assertThatThrownBy(server::prepare)
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("permission denied for database")
                .hasMessageContaining("grant connect on database foreign_house to chronos_app, chronos_retention;");
    }

    @Test
    void refusesAServerThatIsTooOld() throws RefusedException {
        OutsideServer server = new OutsideServer(
                database.endpoint(),
                "isp",
                Path.of("unused"),
                new RolePasswords(Path.of("unused")),
                Duration.ofSeconds(1));

        server.refuseOld(15, "15.0");
        assertThatThrownBy(() -> server.refuseOld(14, "14.19"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("PostgreSQL 14.19")
                .hasMessageContaining("15 or newer");
    }

    private static OutsideServer outside(String name, String user, Path directory, Path secrets) throws IOException {
        Path passwordFile = Files.writeString(directory.resolve("theirs"), "open sesame\n");
        return new OutsideServer(
                database.endpoint().database(name),
                user,
                passwordFile,
                new RolePasswords(secrets),
                Duration.ofSeconds(3));
    }

    private static void superuser(String sql) throws SQLException {
        try (Connection connection = TestServer.shared().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void as(Credentials role, String sql) throws SQLException {
        try (Connection connection = database.connect(role);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Credentials role, String sql) throws SQLException {
        try (Connection connection = database.connect(role);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
