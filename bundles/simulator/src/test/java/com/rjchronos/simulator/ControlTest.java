package com.rjchronos.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.simulator.RawHttp.Answer;
import com.rjchronos.simulator.control.Ledger;
import com.rjchronos.simulator.fleet.Device;
import com.rjchronos.simulator.json.Json;
import com.rjchronos.simulator.query.Path;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ControlTest {

    @Test
    void keepsALedgerOfAllItWasAskedAndAllItChanged() throws IOException {
        try (Lab lab = Lab.of(10)) {
            Device device = lab.simulator().fleet().enrol("zte-f670l-v9", "68B6FC", "F670L", "ZTEG12345678");
            Answer listing = lab.http.get("/devices?projection=_id");
            lab.http.get("/nosuch");
            lab.http.post("/devices/" + device.id() + "/tags/VIP", null);
            lab.http.post("/devices/" + device.id() + "/tasks", "{\"name\":\"nonsense\"}");
            lab.http.post(
                    "/devices/" + device.id() + "/tasks?connection_request",
                    "{\"name\":\"setParameterValues\",\"parameterValues\":"
                            + "[[\"InternetGatewayDevice.LANDevice.1.WLANConfiguration.1.SSID\",\"New\"]]}");

            Map<?, ?> ledger = lab.json("/_sim/ledger?last=3");

            assertThat(ledger.get("requests")).isEqualTo(5L);
            assertThat(ledger.get("documents")).isEqualTo(11L);
            assertThat((Long) ledger.get("bytes")).isGreaterThan(listing.body().length());
            assertThat((Map<?, ?>) ledger.get("byStatus"))
                    .isEqualTo(Map.of("200 OK", 3L, "404 Not Found", 1L, "NO ANSWER", 1L));
            assertThat(((Map<?, ?>) ledger.get("byRoute")).get("POST /devices/*/tasks"))
                    .isEqualTo(2L);
            assertThat((Map<?, ?>) ledger.get("byChange"))
                    .isEqualTo(Map.of(
                            "tag-added", 1L, "task-queued", 1L, "informed", 1L, "value-set", 1L, "task-done", 1L));
            assertThat((List<?>) ledger.get("lastRequests")).hasSize(3);
            assertThat(ledger.get("lastChanges").toString()).contains("WLANConfiguration.1.SSID = New");

            lab.http.ask("DELETE", "/_sim/ledger", Map.of(), null);
            assertThat(lab.json("/_sim/ledger").get("requests")).isEqualTo(0L);
        }
    }

    @Test
    void writesDownEveryChangeAndNoneThatWasNone() throws IOException {
        try (Lab lab = Lab.of(0)) {
            Device device = lab.simulator().fleet().enrol("zte-f670l-v9", "68B6FC", "F670L", "ZTEG12345678");
            String path = "/devices/" + device.id();
            lab.http.ask("DELETE", path + "/tags/absent", Map.of(), null);
            lab.http.post(path + "/tags/VIP", null);
            lab.http.post(path + "/tags/VIP", null);
            lab.http.ask("DELETE", "/presets/absent", Map.of(), null);
            lab.http.ask("DELETE", "/faults/" + device.id() + ":task_000000000000000000000000", Map.of(), null);
            lab.http.post(path + "/tasks", "{\"name\":\"reboot\",\"uniqueKey\":\"k\"}");
            Answer task = lab.http.post(path + "/tasks", "{\"name\":\"reboot\",\"uniqueKey\":\"k\"}");
            lab.http.post("/tasks/" + ((Map<?, ?>) Json.parse(task.body())).get("_id") + "/retry", null);
            lab.http.post("/_sim/online?id=" + device.id(), null);
            lab.http.ask("DELETE", path, Map.of(), null);
            assertThat(changes(lab))
                    .isEqualTo(Map.of(
                            "tag-added",
                            1L,
                            "task-queued",
                            2L,
                            "task-replaced",
                            1L,
                            "device-deleted",
                            1L,
                            "task-deleted",
                            1L));

            lab.http.ask("DELETE", "/_sim/ledger", Map.of(), null);
            lab.http.post("/_sim/inform?id=" + device.id(), null);
            lab.http.post(
                    path + "/tasks?connection_request",
                    "{\"name\":\"addObject\",\"objectName\":\"InternetGatewayDevice.LANDevice.1.Hosts.Host\","
                            + "\"parameterValues\":[[\"HostName\",\"phone\"]]}");
            lab.http.post(
                    path + "/tasks?connection_request",
                    "{\"name\":\"refreshObject\",\"objectName\":\"InternetGatewayDevice.Absent\"}");
            lab.http.post("/_sim/poison", "{\"kinds\":[\"empty\"]}");
            lab.http.post("/_sim/clock?shift_seconds=1", null);
            assertThat(changes(lab))
                    .isEqualTo(Map.of(
                            "registered",
                            1L,
                            "informed",
                            3L,
                            "task-queued",
                            2L,
                            "task-done",
                            2L,
                            "object-added",
                            1L,
                            "parameters-read",
                            1L,
                            "value-set",
                            1L,
                            "poison-added",
                            1L,
                            "clock-shifted",
                            1L));
        }
    }

    @Test
    void saysHowManyEntriesItKeepsAndHowManyItDropped() {
        Ledger ledger = new Ledger(Clock.fixed(Lab.NOW, ZoneOffset.UTC));
        for (int i = 0; i < 2_345; i++) {
            ledger.changed("kind", "device", "detail");
        }

        Map<String, Object> document = ledger.document(1);

        assertThat(document).containsEntry("changes", 2_345L).containsEntry("requestsDropped", 0L);
        assertThat(document).containsEntry("changesKept", 2_000L).containsEntry("changesDropped", 345L);
    }

    private static Map<?, ?> changes(Lab lab) throws IOException {
        return (Map<?, ?>) lab.json("/_sim/ledger").get("byChange");
    }

    @Test
    void letsExactlyTheNextDevicesInform() throws IOException {
        try (Lab one = Lab.of(30);
                Lab same = Lab.of(30)) {
            Object first =
                    Json.parse(one.http.post("/_sim/inform?count=5", null).body());
            Object second =
                    Json.parse(one.http.post("/_sim/inform?count=5", null).body());
            one.http.post("/_sim/clock?shift_seconds=60", null);
            one.http.post("/_sim/inform?count=4", null);

            assertThat(Json.parse(same.http.post("/_sim/inform?count=5", null).body()))
                    .isEqualTo(first);
            assertThat(second).isNotEqualTo(first);
            assertThat(one.http
                            .get("/devices?projection=_id&query="
                                    + encoded("{\"_lastInform\":{\"$gt\":\"2026-11-23T03:20:30Z\"}}"))
                            .header("total"))
                    .isEqualTo("4");
        }
    }

    @Test
    void registersNewDevices() throws IOException {
        try (Lab lab = Lab.of(3)) {
            Map<?, ?> born = (Map<?, ?>)
                    Json.parse(lab.http.post("/_sim/register?count=2", null).body());

            assertThat((List<?>) born.get("ids")).hasSize(2);
            assertThat(lab.json("/_sim/fleet").get("devices")).isEqualTo(5L);
            String since = encoded("{\"_registered\":{\"$gte\":\"2026-11-23T03:20:00Z\"}}");
            assertThat(lab.http.get("/devices?query=" + since).header("total")).isEqualTo("2");
        }
    }

    @Test
    void takesADeviceOffAndBack() throws IOException {
        try (Lab lab = Lab.of(0)) {
            Device device = lab.simulator().fleet().enrol("zte-f670l-v9", "68B6FC", "F670L", "ZTEG12345678");
            String task = "/devices/" + device.id() + "/tasks?connection_request";

            lab.http.post("/_sim/offline?id=" + device.id(), null);
            assertThat(lab.http.post(task, "{\"name\":\"reboot\"}").reason()).isEqualTo("Device is offline");
            lab.http.post("/_sim/online?id=" + device.id(), null);

            assertThat(lab.http
                            .post(task, "{\"name\":\"refreshObject\",\"objectName\":\"\"}")
                            .reason())
                    .isEqualTo("OK");
            assertThat(lab.http.post("/_sim/offline?id=nobody", null).status()).isEqualTo(400);
        }
    }

    @Test
    void holdsADeviceInItsSession() throws IOException {
        try (Lab lab = Lab.of(0)) {
            Device device = lab.simulator().fleet().enrol("zte-f670l-v9", "68B6FC", "F670L", "ZTEG12345678");
            lab.http.post("/_sim/session?id=" + device.id() + "&ms=60000", null);
            Answer queued = lab.http.post("/devices/" + device.id() + "/tasks", "{\"name\":\"reboot\"}");
            Object task = ((Map<?, ?>) Json.parse(queued.body())).get("_id");

            assertThat(queued.reason()).isEqualTo("Accepted");
            for (String target :
                    List.of("/tasks/" + task, "/devices/" + device.id(), "/faults/" + device.id() + ":default")) {
                Answer answer = lab.http.ask("DELETE", target, Map.of(), null);
                assertThat(answer.status() + " " + answer.body()).isEqualTo("503 Device is in session");
            }
            assertThat(lab.http.post("/tasks/" + task + "/retry", null).status())
                    .isEqualTo(503);
            assertThat(lab.http
                            .post("/devices/" + device.id() + "/tags/t", null)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void registersADeletedDeviceAnewWhenItInforms() throws IOException {
        try (Lab lab = Lab.of(0)) {
            Device device = lab.simulator().fleet().enrol("zte-f670l-v9", "68B6FC", "F670L", "ZTEG12345678");
            device.tag("VIP", true);
            lab.http.ask("DELETE", "/devices/" + device.id(), Map.of(), null);
            assertThat(lab.http.get("/devices").header("total")).isEqualTo("0");

            lab.http.post("/_sim/clock?shift_seconds=300", null);
            lab.http.post("/_sim/inform?id=" + device.id(), null);

            Device anew = lab.device(device.id());
            assertThat(anew.at(Path.of("_registered"))).hasToString("2026-11-23T03:25:00.000Z");
            assertThat(lab.http.get("/devices?projection=_tags").body()).doesNotContain("VIP");
        }
    }

    @Test
    void doesNotStopWhereItIsNoProgramAndKnowsNoOtherControls() throws IOException {
        try (Lab lab = Lab.of(0)) {
            assertThat(lab.http.post("/_sim/stop", null).status()).isEqualTo(409);
            assertThat(lab.http.get("/_sim/nonsense").status()).isEqualTo(404);
            assertThat(lab.http.post("/_sim/inform?count=-1", null).status()).isEqualTo(400);
            assertThat(lab.http.post("/_sim/clock?shift_seconds=soon", null).body())
                    .contains("must be a whole number");
        }
    }

    @Test
    void pacesAListing() throws IOException {
        try (Lab lab = Lab.paced(100, 400)) {
            long start = System.nanoTime();

            Answer answer = lab.http.get("/devices?projection=_id");

            assertThat(System.nanoTime() - start).isGreaterThan(200_000_000L);
            assertThat((List<?>) Json.parse(answer.body())).hasSize(100);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
