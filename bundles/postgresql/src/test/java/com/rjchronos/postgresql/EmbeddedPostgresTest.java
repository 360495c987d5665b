package com.rjchronos.postgresql;

import static com.rjchronos.postgresql.Workplace.await;
import static com.rjchronos.postgresql.Workplace.execute;
import static com.rjchronos.postgresql.Workplace.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.model.health.Health;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {
    private Workplace place;
    private EmbeddedPostgres appliance;

    @AfterEach
    void stop() throws Exception {
        if (appliance != null) {
            appliance.stop();
        }
        if (place != null) {
            place.close();
        }
    }

    @Test
    void makesASafeClusterAndTellsItsAddress() throws Exception {
        place = Workplace.prepared();
        appliance = place.appliance();

        try (Connection connection = appliance.getConnection()) {
            URI address = URI.create(connection.getMetaData().getURL().substring("jdbc:".length()));
            assertThat(address.getHost()).isEqualTo("127.0.0.1");
            assertThat(address.getPort()).isBetween(20_000, 31_999);
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(18);
        }

        assertThat(query(appliance, "SHOW data_checksums")).isEqualTo("on");
        assertThat(query(appliance, "SHOW fsync")).isEqualTo("on");
        assertThat(query(appliance, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(query(appliance, "SHOW unix_socket_directories")).isEmpty();
        assertThat(query(appliance, "SHOW server_encoding")).isEqualTo("UTF8");
        assertThat(query(appliance, "SELECT upper('são joão')")).isEqualTo("SÃO JOÃO");
        assertThat(query(appliance, "SELECT left(rolpassword, 13) FROM pg_authid WHERE rolname = 'postgres'"))
                .isEqualTo("SCRAM-SHA-256");
        assertThat(query(appliance, "SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules"))
                .isEqualTo("scram-sha-256");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(place.layout().passwordFile())))
                .isEqualTo("rw-------");
        assertThat(namesInRoot()).allMatch(name -> !name.contains("initdb"));
    }

    @Test
    void keepsDataAndPortOverARestart() throws Exception {
        place = Workplace.initialised();
        appliance = place.appliance();
        execute(appliance, "CREATE TABLE kept AS SELECT 42 AS n");
        String port = query(appliance, "SHOW port");
        appliance.stop();
        assertThat(place.serverProcesses()).isEmpty();

        appliance = place.appliance();

        assertThat(query(appliance, "SELECT n FROM kept")).isEqualTo("42");
        assertThat(query(appliance, "SHOW port")).isEqualTo(port);
    }

    @Test
    void healsWhenThePostmasterIsKilledAgainAndAgain() throws Exception {
        place = Workplace.initialised();
        appliance = place.appliance();
        execute(appliance, "CREATE TABLE kept (n int)");
        String port = query(appliance, "SHOW port");

        for (int round = 1; round <= 3; round++) {
            execute(appliance, "INSERT INTO kept VALUES (" + round + ")");
            long killed = place.pid();
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            await(
                    "another server",
                    () -> place.pid() != killed && query(appliance, "SELECT 1").equals("1"));
            assertThat(query(appliance, "SELECT count(*) FROM kept")).isEqualTo(Integer.toString(round));
        }

        assertThat(query(appliance, "SHOW port")).isEqualTo(port);
    }

    @Test
    void failsAtOnceWithTheReasonWhileTheServerIsDown() throws Exception {
        place = Workplace.initialised();
        appliance = place.appliance();
        execute(appliance, "SELECT 1");
        Path program = place.layout().program("postgres");
        Path hidden = program.resolveSibling("hidden");
        Files.move(program, hidden);
        ProcessHandle.of(place.pid()).orElseThrow().destroyForcibly();

        await("the loss to be noticed", () -> refusal().contains("is down"));

        long began = System.nanoTime();
        assertThatThrownBy(() -> appliance.getConnection())
                .isInstanceOf(SQLTransientConnectionException.class)
                .extracting(failure -> ((SQLException) failure).getSQLState())
                .isEqualTo("08001");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void adoptsTheServerOfAKilledJvm() throws Exception {
        place = Workplace.initialised();
        CrashingAppliance.runAndKill(place);
        long survivor = place.pid();

        appliance = place.appliance();

        assertThat(query(appliance, "SELECT n FROM answered")).isEqualTo("42");
        assertThat(place.pid()).isEqualTo(survivor);
        appliance.stop();
        assertThat(place.serverProcesses()).isEmpty();
    }

    @Test
    void restartsTheServerOfAKilledJvmWhenTheSettingsHaveChanged() throws Exception {
        place = Workplace.initialised();
        CrashingAppliance.runAndKill(place);
        long survivor = place.pid();

        appliance = place.appliance(new ServerSettings(Optional.empty(), 0, 16, 25, 128, Duration.ofSeconds(60)));

        assertThat(query(appliance, "SELECT n FROM answered")).isEqualTo("42");
        assertThat(query(appliance, "SHOW max_connections")).isEqualTo("25");
        assertThat(place.pid()).isNotEqualTo(survivor);
    }

    @Test
    void startsAfterBothTheJvmAndThePostmasterWereKilled() throws Exception {
        place = Workplace.initialised();
        CrashingAppliance.runAndKill(place);
        ProcessHandle.of(place.pid()).orElseThrow().destroyForcibly();

        appliance = place.appliance();

        await("the recovery", () -> query(appliance, "SELECT n FROM answered").equals("42"));
    }

    @Test
    void startsWhenThePidFileSpeaksOfAStranger() throws Exception {
        place = Workplace.initialised();
        appliance = place.appliance();
        execute(appliance, "SELECT 1");
        List<String> pidFile = Files.readAllLines(place.layout().cluster().resolve("postmaster.pid"));
        appliance.stop();
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            pidFile.set(0, Long.toString(stranger.pid()));
            Files.write(place.layout().cluster().resolve("postmaster.pid"), pidFile);

            appliance = place.appliance();

            assertThat(query(appliance, "SELECT 1")).isEqualTo("1");
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void refusesTheDataOfAnotherMajorVersionUntilItIsMovedAway() throws Exception {
        place = Workplace.prepared();
        Path old = Files.createDirectories(place.layout().root().resolve("17"));
        Files.writeString(old.resolve("PG_VERSION"), "17\n");

        appliance = place.appliance();

        assertThatThrownBy(() -> appliance.getConnection())
                .isInstanceOf(SQLTransientConnectionException.class)
                .hasMessageContaining(old.toRealPath().toString())
                .hasMessageContaining("PostgreSQL 17")
                .hasMessageContaining("move that directory away");
        assertThat(Files.readString(old.resolve("PG_VERSION"))).isEqualTo("17\n");
        assertThat(place.layout().cluster()).doesNotExist();
        Files.move(old, place.data.resolve("old"));
        await("the server", () -> query(appliance, "SELECT 1").equals("1"));
    }

    @Test
    void refusesAClusterOfAnotherVersionInItsOwnPlace() throws Exception {
        place = Workplace.prepared();
        Path cluster = Files.createDirectories(place.layout().cluster());
        Files.writeString(cluster.resolve("PG_VERSION"), "19\n");

        appliance = place.appliance();

        assertThat(refusal()).contains("PostgreSQL 19").contains("nothing was changed");
    }

    @Test
    void neverTouchesAStrangersFiles() throws Exception {
        place = Workplace.prepared();
        Path cluster = Files.createDirectories(place.layout().cluster());
        Files.writeString(cluster.resolve("thesis.txt"), "years of work");

        appliance = place.appliance();

        assertThat(refusal()).contains("no PostgreSQL cluster").contains("move it away");
        assertThat(cluster.resolve("thesis.txt")).hasContent("years of work");
    }

    @Test
    void initialisesAnewWhatACrashLeftHalfDone() throws Exception {
        place = Workplace.prepared();
        Path half = Files.createDirectories(place.layout().root().resolve("18.initdb-1234"));
        Files.writeString(half.resolve("PG_VERSION"), "18\n");
        Files.writeString(place.layout().root().resolve("18.initdb-1234.password"), "old");

        appliance = place.appliance();

        assertThat(query(appliance, "SELECT 1")).isEqualTo("1");
        assertThat(namesInRoot()).allMatch(name -> !name.contains("initdb"));
    }

    @Test
    void refusesADirectoryOnWhichAnotherApplianceRuns() throws Exception {
        place = Workplace.initialised();
        appliance = place.appliance();
        execute(appliance, "SELECT 1");

        EmbeddedPostgres second = place.appliance();
        try {
            assertThatThrownBy(second::getConnection).hasMessageContaining("another appliance runs");
        } finally {
            second.stop();
        }

        assertThat(query(appliance, "SELECT 1")).isEqualTo("1");
    }

    @Test
    void namesTheTakenPortAndStartsWhenItIsFree() throws Exception {
        place = Workplace.initialised();
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            appliance = place.appliance(
                    new ServerSettings(Optional.empty(), other.getLocalPort(), 16, 20, 128, Duration.ofSeconds(60)));
            assertThat(refusal()).contains("another program listens on 127.0.0.1:" + other.getLocalPort());
        }

        await("the server", () -> query(appliance, "SELECT 1").equals("1"));
    }

    @Test
    void saysThatThePasswordFileIsWrongAndHealsWhenItIsRestored() throws Exception {
        place = Workplace.initialised();
        appliance = place.appliance();
        execute(appliance, "SELECT 1");
        appliance.stop();
        Path file = place.layout().passwordFile();
        String password = Files.readString(file);
        Files.writeString(file, "wrong");

        appliance = place.appliance();

        assertThat(refusal()).contains("does not accept the password").contains(file.toString());
        Files.writeString(file, password);
        await("the server", () -> query(appliance, "SELECT 1").equals("1"));
        Files.delete(file);
        assertThat(refusal()).contains("is missing").contains("restore");
    }

    @Test
    void leavesNoProcessWhenItIsStoppedWhileStarting() throws Exception {
        place = Workplace.prepared();
        for (String sign : List.of("lock", "18.initdb-", "server.log")) {
            EmbeddedPostgres starting = place.appliance();
            await(sign, () -> namesInRoot().stream().anyMatch(name -> name.startsWith(sign)));

            starting.stop();

            await("no process of PostgreSQL", () -> place.serverProcesses().isEmpty());
        }
        appliance = place.appliance();
        assertThat(query(appliance, "SELECT 1")).isEqualTo("1");
    }

    @Test
    void saysWhyWhenTheDirectoryCannotBeMade() throws Exception {
        place = Workplace.prepared();
        Path file = Files.writeString(place.data.resolve("file"), "");

        appliance = place.appliance(
                new ServerSettings(Optional.of(file.resolve("postgresql")), 0, 16, 20, 128, Duration.ofSeconds(60)));

        assertThat(refusal()).contains(file.toString());
    }

    @Test
    void tellsItsHealth() throws Exception {
        ServerStatus status = new ServerStatus();

        assertThat(status.health().detail()).contains("starting");
        status.become(new ServerState.Accepting(20_001));
        assertThat(status.health())
                .isEqualTo(Health.up("the embedded PostgreSQL accepts connections on 127.0.0.1:20001"));
        status.become(new ServerState.Down("no space left"));
        assertThat(status.health().status()).isEqualTo(Health.Status.DOWN);
        assertThat(status.health().detail()).contains("no space left");
    }

    private String refusal() {
        try (Connection connection = appliance.getConnection()) {
            return "connected to " + connection;
        } catch (SQLException e) {
            return e.getMessage();
        }
    }

    private List<String> namesInRoot() throws Exception {
        try (Stream<Path> entries = Files.list(place.layout().root())) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }
}
