package com.rjchronos.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What was answered once is answered again, whoever dies: the JVM, PostgreSQL, the ACS. One appliance lives through it all. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SurvivalIT {
    private static final int DEVICES = 80;
    private static final String ALL = "/api/devices?limit=200";
    private static final String ONUS = "/api/devices/onus?limit=200";
    private static Appliance appliance;
    private static SimulatedAcs acs;

    @BeforeAll
    static void start() throws Exception {
        appliance = Appliance.unpacked("survival");
        acs = new SimulatedAcs(appliance, DEVICES);
        appliance.configure(
                "com.rjchronos.scheduling.cfg",
                "incrementalCron = 0/5 * * * * ?\ndiscoveryCron = 0/7 * * * * ?\nreassessCron = 0/5 * * * * ?\n");
        appliance.configure("com.rjchronos.genieacs-main.cfg", "batchSize = 10\n");
        appliance.run(acs.url());
    }

    @AfterAll
    static void stop() throws Exception {
        acs.close();
        appliance.close();
    }

    @Test
    @Order(1)
    void anAbsentAcsIsSaidAndItsDevicesComeWhenItDoes() throws Exception {
        assertThat(appliance.said()).contains("nothing answers at " + acs.url());
        Api.await(Duration.ofSeconds(30), () -> check(api(), "acs-main"), "degraded"::equals);
        assertThat(rows(api(), ALL)).isEmpty();

        acs.comeBack();

        assertThat(fleet(api())).hasSize(DEVICES);
        Api.await(Duration.ofSeconds(30), () -> check(api(), "acs-main"), "up"::equals);
    }

    @Test
    @Order(2)
    void aJvmKilledInTheMidstOfASweepLosesNothingItAnswered() throws Exception {
        Api api = api();
        Map<String, JsonNode> old = fleet(api);
        List<String> sweeps = sweepIds(api);
        long postmaster = appliance.postmaster();

        acs.slow(100);
        acs.inform(DEVICES);
        Map<String, JsonNode> answered =
                Api.await(Duration.ofSeconds(60), () -> rows(api, ALL), rows -> fresher(rows, old) >= DEVICES / 4);
        Map<String, JsonNode> light = rows(api, ONUS);
        assertThat(appliance.killJvm()).isNotZero();
        acs.goAway();

        assertThat(fresher(answered, old)).as("the sweep was under way").isLessThan(DEVICES);
        assertThat(appliance.postmaster()).as("PostgreSQL outlives the JVM").isEqualTo(postmaster);
        appliance.run(acs.url());

        assertThat(appliance.postmaster()).as("and is adopted").isEqualTo(postmaster);
        nothingIsLost(answered, fleet(api()));
        assertThat(light).hasSizeGreaterThan(DEVICES / 4);
        nothingIsLost(light, rows(api(), ONUS));
        assertThat(sweepIds(api())).containsAll(sweeps);

        acs.comeBack();
        api().await("/api/sweeps?limit=200", Duration.ofSeconds(60), a -> a.body()
                .contains("\"interrupted\""));
        assertThat(await(api(), statuses(old, "offline"), all -> statuses(all, "unknown")
                        .isEmpty()))
                .hasSize(DEVICES);
        // the ACS that came back is frozen: once all of it is read, no row changes any more
        assertThat(appliance.chronos("shell", "chronos:sweep full")).contains("complete");
    }

    @Test
    @Order(3)
    void aKilledPostgresqlComesBackAndNobodySeesAnInternalError() throws Exception {
        Api api = api();
        Map<String, JsonNode> before = fleet(api);
        long killed = appliance.postmaster();
        List<Integer> seen = new ArrayList<>();

        Appliance.kill(killed);
        Api.await(
                Duration.ofSeconds(60),
                () -> {
                    Api.Answer answer = api.get("/api/devices?limit=1");
                    seen.add(answer.status());
                    if (answer.status() == 503) {
                        assertThat(answer.header("Retry-After")).isNotEmpty();
                    }
                    return answer.status() == 200 && appliance.postmaster() != killed;
                },
                back -> back);

        assertThat(seen).as("no 500, no 404").isSubsetOf(200, 503);
        assertThat(Appliance.runs(killed)).isFalse();
        assertThat(fleet(api)).isEqualTo(before);
    }

    @Test
    @Order(4)
    void anAcsThatIsAwayMakesDevicesUnknownAndNeverOffline() throws Exception {
        Api api = api();
        Map<String, JsonNode> before = fleet(api);
        Set<String> offline = statuses(before, "offline");
        assertThat(statuses(before, "online")).hasSizeGreaterThan(DEVICES / 2);

        acs.goAway();
        Map<String, JsonNode> away =
                await(api, offline, all -> statuses(all, "unknown").size() == DEVICES);
        assertThat(away).allSatisfy((id, row) -> {
            assertThat(row.path("stale_since").asText()).isNotEmpty();
            assertThat(facts(row)).as("facts stay").isEqualTo(facts(before.get(id)));
        });

        acs.comeBack();
        Map<String, JsonNode> back =
                await(api, offline, all -> statuses(all, "unknown").isEmpty());
        assertThat(statuses(back, "online"))
                .hasSize(DEVICES - statuses(back, "offline").size());
    }

    @Test
    @Order(5)
    void theShellWorksWithItsKey() throws Exception {
        assertThat(appliance.chronos("shell", "chronos:connectors"))
                .contains("generic", "huawei", "zte", "fiberhome", "intelbras", "tplink");
        assertThat(appliance.chronos("status")).contains("Running: pid " + appliance.pid(), "database");
    }

    @Test
    @Order(6)
    void theShellSaysWhatIsWrongWhileTheDatabaseIsDown() throws Exception {
        Path file = appliance.data().resolve("etc/com.rjchronos.postgresql.cfg");
        String good = Files.readString(file);

        appliance.configure("com.rjchronos.postgresql.cfg", good + "\nport = many\n");
        try {
            // signing in needs the database; asking how things are does not
            appliance.api().await("/api/health/ready", Duration.ofSeconds(30), a -> a.status() == 503);
            assertThat(appliance.chronos("shell", "chronos:status"))
                    .containsPattern("database +\\| DOWN")
                    .contains("Setting refused: file=etc/com.rjchronos.postgresql.cfg key=port value=many");
        } finally {
            appliance.configure("com.rjchronos.postgresql.cfg", good);
        }
        appliance.api().await("/api/health/ready", Duration.ofSeconds(60), a -> a.status() == 200);
    }

    @Test
    @Order(7)
    void stopEndsTheDatabaseToo() throws Exception {
        long postmaster = appliance.postmaster();

        assertThat(appliance.chronos("stop")).contains("Stopped.");

        assertThat(Appliance.runs(postmaster)).isFalse();
        assertThat(Appliance.runs(appliance.pid())).isFalse();
        assertThat(appliance.chronos("status")).contains("Not running");
        assertThat(Files.exists(appliance.data().resolve("chronos.pid"))).isFalse();
    }

    private static Api api() throws Exception {
        Api api = appliance.api();
        api.signIn(appliance.data());
        return api;
    }

    private static String check(Api api, String name) throws Exception {
        for (JsonNode check : api.get("/api/health").json().path("checks")) {
            if (check.path("name").asText().equals(name)) {
                return check.path("status").asText();
            }
        }
        return "";
    }

    /** All devices as they are answered, by id, once they are all there. */
    private static Map<String, JsonNode> fleet(Api api) throws Exception {
        return Api.await(Appliance.PATIENCE, () -> rows(api, ALL), all -> all.size() == DEVICES);
    }

    private static Map<String, JsonNode> rows(Api api, String path) throws Exception {
        Api.Answer answer = api.get(path);
        if (answer.status() != 200) {
            throw new IllegalStateException(path + " answered " + answer.status() + " " + answer.body());
        }
        Map<String, JsonNode> found = new TreeMap<>();
        answer.json().forEach(row -> found.put(row.path("id").asText(), row));
        return found;
    }

    /** Looks until it is as wanted; at each look no other devices may be offline than these. */
    private static Map<String, JsonNode> await(Api api, Set<String> offline, Predicate<Map<String, JsonNode>> wanted)
            throws Exception {
        return Api.await(
                Duration.ofSeconds(90),
                () -> {
                    Map<String, JsonNode> all = rows(api, ALL);
                    assertThat(offline).containsAll(statuses(all, "offline"));
                    return all;
                },
                wanted);
    }

    private static Set<String> statuses(Map<String, JsonNode> rows, String status) {
        Set<String> found = new TreeSet<>();
        rows.forEach((id, row) -> {
            if (row.path("status").asText().equals(status)) {
                found.add(id);
            }
        });
        return found;
    }

    /** What was read of a device; its status is a judgement that time changes. */
    private static String facts(JsonNode row) {
        ObjectNode facts = row.deepCopy();
        return facts.remove(List.of("status", "stale_since")).toString();
    }

    private static Instant lastInform(JsonNode row) {
        return Instant.parse(row.path("last_inform").asText());
    }

    /** Between an answer and the kill another batch may have been stored: a row is the same, or fresher. */
    private static void nothingIsLost(Map<String, JsonNode> answered, Map<String, JsonNode> after) {
        assertThat(answered).allSatisfy((id, row) -> {
            JsonNode now = after.get(id);
            if (!lastInform(now).isAfter(lastInform(row))) {
                assertThat(facts(now)).isEqualTo(facts(row));
            }
        });
    }

    private static long fresher(Map<String, JsonNode> rows, Map<String, JsonNode> old) {
        return rows.entrySet().stream()
                .filter(e -> lastInform(e.getValue()).isAfter(lastInform(old.get(e.getKey()))))
                .count();
    }

    private static List<String> sweepIds(Api api) throws Exception {
        List<String> ids = new ArrayList<>();
        api.get("/api/sweeps?limit=200")
                .json()
                .forEach(s -> ids.add(s.path("id").asText()));
        return ids;
    }
}
