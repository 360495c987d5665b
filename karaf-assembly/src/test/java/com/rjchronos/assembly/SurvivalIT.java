package com.rjchronos.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private static Appliance appliance;
    private static SimulatedAcs acs;

    @BeforeAll
    static void start() throws Exception {
        appliance = Appliance.unpacked("survival");
        acs = new SimulatedAcs(appliance.program(), DEVICES);
        appliance.configure(
                "com.rjchronos.scheduling.cfg",
                "incrementalCron = 0/5 * * * * ?\ndiscoveryCron = 0/7 * * * * ?\nreassessCron = 0/5 * * * * ?\n");
        appliance.run(acs.url());
    }

    @AfterAll
    static void stop() throws Exception {
        acs.close();
        appliance.close();
    }

    @Test
    @Order(1)
    void aKilledJvmLosesNothingAndFindsItsDatabaseAgain() throws Exception {
        Map<String, String> before = devices(api());
        List<String> sweeps = sweepIds(api());
        long postmaster = appliance.postmaster().pid();

        assertThat(appliance.killJvm()).isNotZero();
        assertThat(appliance.postmaster().pid())
                .as("PostgreSQL outlives the JVM")
                .isEqualTo(postmaster);
        appliance.run(acs.url());

        assertThat(appliance.postmaster().pid()).as("and is adopted").isEqualTo(postmaster);
        assertThat(devices(api())).isEqualTo(before);
        assertThat(sweepIds(api())).containsAll(sweeps);
    }

    @Test
    @Order(2)
    void aKilledPostgresqlComesBackAndNobodySeesAnInternalError() throws Exception {
        Api api = api();
        Map<String, String> before = devices(api);
        List<Integer> seen = new ArrayList<>();

        appliance.postmaster().destroyForcibly();
        Api.await(
                Duration.ofSeconds(60),
                () -> {
                    Api.Answer answer = api.get("/api/devices?limit=1");
                    seen.add(answer.status());
                    if (answer.status() == 503) {
                        assertThat(answer.header("Retry-After")).isNotEmpty();
                    }
                    return answer;
                },
                a -> a.status() == 200 && seen.size() > 20);

        assertThat(seen).as("no 500, no 404").isSubsetOf(200, 503);
        assertThat(devices(api)).isEqualTo(before);
    }

    @Test
    @Order(3)
    void anAcsThatIsAwayMakesDevicesUnknownAndNeverOffline() throws Exception {
        Api api = api();
        devices(api);
        int offline = count(api, "offline");

        acs.goAway();
        api.await("/api/devices?status=unknown&limit=1", Duration.ofSeconds(60), a -> total(a) == DEVICES);
        assertThat(count(api, "offline")).isZero();
        JsonNode device = api.get("/api/devices?limit=1").json().get(0);
        assertThat(device.path("stale_since").asText()).isNotEmpty();
        assertThat(device.path("last_inform").asText()).as("facts stay").isNotEmpty();

        acs.comeBack();
        api.await(
                "/api/devices?status=unknown&limit=1", Duration.ofSeconds(90), a -> a.status() == 200 && total(a) == 0);
        assertThat(count(api, "offline")).isLessThanOrEqualTo(offline + DEVICES / 10);
    }

    @Test
    @Order(4)
    void theShellWorksWithItsKey() throws Exception {
        assertThat(appliance.chronos("shell", "chronos:connectors"))
                .contains("generic", "huawei", "zte", "fiberhome", "intelbras", "tplink");
        assertThat(appliance.chronos("status")).contains("Running: pid " + appliance.pid(), "database");
    }

    @Test
    @Order(5)
    void stopEndsTheDatabaseToo() throws Exception {
        ProcessHandle postmaster = appliance.postmaster();

        assertThat(appliance.chronos("stop")).contains("Stopped.");

        assertThat(Appliance.runs(postmaster.pid())).isFalse();
        assertThat(Appliance.runs(appliance.pid())).isFalse();
        assertThat(appliance.chronos("status")).contains("Not running");
        assertThat(Files.exists(appliance.data().resolve("chronos.pid"))).isFalse();
    }

    private static Api api() throws Exception {
        Api api = appliance.api();
        api.signIn(appliance.data());
        return api;
    }

    /** Id → serial of all devices, once they are all there. */
    private static Map<String, String> devices(Api api) throws Exception {
        JsonNode list = api.await("/api/devices?limit=200&sort=id", Appliance.PATIENCE, a -> total(a) >= DEVICES)
                .json();
        Map<String, String> found = new TreeMap<>();
        list.forEach(
                d -> found.put(d.path("id").asText(), d.path("serial_number").asText()));
        return found;
    }

    private static List<String> sweepIds(Api api) throws Exception {
        List<String> ids = new ArrayList<>();
        api.get("/api/sweeps?limit=200")
                .json()
                .forEach(s -> ids.add(s.path("id").asText()));
        return ids;
    }

    private static int count(Api api, String status) throws Exception {
        return api.await("/api/devices?limit=1&status=" + status, Duration.ofSeconds(10), a -> a.status() == 200)
                        .header("X-Total-Count")
                        .isEmpty()
                ? -1
                : total(api.get("/api/devices?limit=1&status=" + status));
    }

    private static int total(Api.Answer answer) {
        String total = answer.header("X-Total-Count");
        return total.isEmpty() ? -1 : Integer.parseInt(total);
    }
}
