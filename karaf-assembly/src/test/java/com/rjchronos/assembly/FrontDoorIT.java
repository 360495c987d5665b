package com.rjchronos.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The demo as anybody starts it: what it refuses, what it opens, and what it lets in. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FrontDoorIT {
    private static final int DEVICES = 40;
    private static final String NOWHERE = "http://127.0.0.1:9";
    private static Appliance demo;

    @BeforeAll
    static void start() throws Exception {
        demo = Appliance.unpacked("door");
        demo.demo(DEVICES);
    }

    @AfterAll
    static void stop() throws Exception {
        demo.close();
    }

    @Test
    @Order(1)
    void aPortThatIsTakenIsSaid() throws Exception {
        String port = Integer.toString(demo.port());

        assertThat(refusedRun(beside("other"), "--port", port)).contains("port " + port + " is taken");
    }

    @Test
    @Order(2)
    void aDirectoryThatCannotBeWrittenIsSaid() throws Exception {
        Path file = Files.writeString(beside("file"), "no directory");

        assertThat(refusedRun(file.resolve("data"))).contains("cannot create " + file.resolve("data"));
    }

    @Test
    @Order(3)
    void aDirectoryOfSomebodyElseIsLeftAsItIs() throws Exception {
        Path foreign = Files.createDirectories(beside("foreign"));
        Files.writeString(foreign.resolve("letter.txt"), "dear");

        assertThat(refusedRun(foreign)).contains(foreign.toString(), "letter.txt");

        try (Stream<Path> left = Files.list(foreign)) {
            assertThat(left).containsExactly(foreign.resolve("letter.txt"));
        }
    }

    @Test
    @Order(4)
    void aSecondOneOnTheSameDataIsRefusedAndTheFirstGoesOn() throws Exception {
        assertThat(demo.refused("demo", "--no-install", "--data", demo.data().toString()))
                .contains("is running already (pid " + demo.pid() + ")");

        assertThat(demo.api().get("/api/health/ready").status()).isEqualTo(200);
    }

    @Test
    @Order(5)
    void onlyLoopbackIsListenedOnAndNoJmx() throws Exception {
        List<Listener> listeners = Listener.of(demo.pid());

        assertThat(listeners).extracting(Listener::address).allMatch(InetAddress::isLoopbackAddress);
        assertThat(listeners)
                .extracting(Listener::port)
                .as("the API, the shell, the simulator, and Karaf's own shutdown port")
                .containsExactlyInAnyOrder(
                        demo.port(),
                        port("etc/org.apache.karaf.shell.cfg", "sshPort *= *([0-9]+)"),
                        port("etc/com.rjchronos.simulator.cfg", "port *= *([0-9]+)"),
                        port("karaf/port", "([0-9]+)"));
        assertThat(Listener.of(demo.postmaster()))
                .extracting(Listener::address)
                .isNotEmpty()
                .allMatch(InetAddress::isLoopbackAddress);
    }

    @Test
    @Order(6)
    void theShellTakesKeysAndNothingElse() throws Exception {
        assertThat(OfferedByShell.at(port("etc/org.apache.karaf.shell.cfg", "sshPort *= *([0-9]+)")))
                .containsExactly("publickey");
    }

    @Test
    @Order(7)
    void noPasswordAndNoKeyShipsAndNoFeatureRefreshesItsNeighbours() throws Exception {
        Path etc = demo.program().resolve("etc");

        assertThat(entries(etc.resolve("users.properties"))).isEmpty();
        assertThat(entries(etc.resolve("keys.properties"))).isEmpty();
        assertThat(entries(etc.resolve("org.apache.karaf.features.cfg"))).contains("autoRefresh=false");
    }

    @Test
    @Order(8)
    void aConnectorInTheDeployFolderIsSwappedAndNothingElseIs() throws Exception {
        Api api = demo.api();
        api.signIn(demo.data());
        Path deployed = demo.data().resolve("deploy/zte.jar");
        List<String> before = otherBundles();
        awaitZte(api, System.getProperty("chronos.version"));

        NewerJar.put(demo.bundle("com.rjchronos.connectors.zte"), "99.0.0", deployed);
        awaitZte(api, "99.0.0");
        assertThat(otherBundles()).isEqualTo(before);

        Files.delete(deployed);
        awaitZte(api, System.getProperty("chronos.version"));
        assertThat(otherBundles()).isEqualTo(before);
    }

    /** The demo's PostgreSQL, once its JVM is gone, is a server that somebody else runs. */
    @Test
    @Order(9)
    void aDatabaseOfYoursServesAndTheEmbeddedOneIsNeverMade() throws Exception {
        assertThat(demo.killJvm()).isNotZero();
        long server = demo.postmaster();
        Appliance appliance = Appliance.unpacked("outside");
        SimulatedAcs acs = new SimulatedAcs(appliance, DEVICES);
        try {
            String url = database("customers", "owner");
            Path password = Files.writeString(appliance.data().resolveSibling("password"), "s3cret\n");
            appliance.configure(
                    "com.rjchronos.persistence.cfg",
                    "url = " + url + "\nusername = owner\npasswordFile = " + password + "\n");
            acs.comeBack();

            appliance.run(acs.url());

            Api api = appliance.api();
            api.signIn(appliance.data());
            api.await("/api/devices?limit=1", Duration.ofSeconds(60), a -> a.header("X-Total-Count")
                    .equals(Integer.toString(DEVICES)));
            assertThat(api.get("/api/health").body()).contains("/customers").doesNotContain("\"postgresql\"");
            assertThat(appliance.data().resolve("postgresql")).doesNotExist();
            assertThat(ProcessHandle.of(appliance.pid()).orElseThrow().descendants())
                    .isEmpty();
        } finally {
            appliance.close();
            acs.close();
            assertThat(Appliance.runs(server))
                    .as("a server of yours is left running")
                    .isTrue();
            Appliance.kill(server);
        }
    }

    @Test
    @Order(10)
    void aDemosDataAreNotRunAsAnythingElse() throws Exception {
        assertThat(refusedRun(demo.data())).contains("was made by './chronos demo'");
    }

    private static Path beside(String name) {
        return demo.data().resolveSibling(name);
    }

    private static String refusedRun(Path data, String... more) throws Exception {
        return demo.refused(Stream.concat(
                        Stream.of("run", "--genieacs-url", NOWHERE, "--no-install", "--data", data.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private static int port(String file, String pattern) throws Exception {
        Matcher found = Pattern.compile("(?m)^" + pattern)
                .matcher(Files.readString(demo.data().resolve(file)));
        assertThat(found.find()).as(file).isTrue();
        return Integer.parseInt(found.group(1));
    }

    private static Set<String> entries(Path file) throws Exception {
        return Files.readAllLines(file).stream()
                .map(line -> line.replace(" ", ""))
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void awaitZte(Api api, String version) throws Exception {
        api.await("/api/connectors", Duration.ofSeconds(60), answer -> {
            for (JsonNode connector : answer.json()) {
                if (connector.path("name").asText().equals("zte")) {
                    return connector.path("version").asText().equals(version)
                            && connector.path("devices_served").asInt() > 0;
                }
            }
            return false;
        });
    }

    /** Number, state, level and version of all bundles but the one that is swapped. */
    private static List<String> otherBundles() throws Exception {
        List<String> lines = demo.chronos("shell", "bundle:list -t 0 --no-format")
                .lines()
                .filter(line -> !line.contains("connectors.zte"))
                .toList();
        assertThat(lines).hasSizeGreaterThan(50);
        return lines;
    }

    /** A fresh database and its owner, made by the superuser; what the demo had made is gone, roles and all. */
    private static String database(String name, String owner) throws Exception {
        String server = "jdbc:postgresql://127.0.0.1:" + port("postgresql/port", "([0-9]+)") + "/";
        String superuser = Files.readString(demo.data().resolve("secrets/postgresql-superuser"))
                .strip();
        try (Connection connection = DriverManager.getConnection(server + "postgres", "postgres", superuser);
                Statement statement = connection.createStatement()) {
            statement.execute("drop database chronos with (force)");
            for (String role : List.of("chronos_app", "chronos_retention")) {
                statement.execute("drop role " + role);
            }
            statement.execute("create role " + owner + " login createrole password 's3cret'");
            statement.execute("create database " + name + " owner " + owner);
        }
        return server + name;
    }
}
