package com.rjchronos.rest;

import static com.rjchronos.rest.ApiServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rjchronos.model.device.DeviceKind;
import com.rjchronos.model.device.DeviceQuery;
import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.health.Health;
import com.rjchronos.model.page.Sort;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.sweep.SweepKind;
import com.rjchronos.model.sweep.SweepOutcome;
import com.rjchronos.model.sweep.SweepQuery;
import com.rjchronos.rest.door.Doors;
import com.rjchronos.rest.health.Boards;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RestApplicationTest {
    private static final House HOUSE = new House();
    private static ApiServer api;

    @BeforeAll
    static void open() {
        Doors doors = Doors.of(HOUSE, HOUSE, HOUSE, null).and(HOUSE);
        api = new ApiServer(doors, Boards.of(doors, Boards.indicator("acs-main", false, Health.down("away"))));
    }

    @AfterAll
    static void close() {
        api.close();
    }

    @BeforeEach
    void tidy() {
        HOUSE.tidy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/"})
    void tellsItsVersionToAnybody(String path) {
        HttpResponse<String> answer = api.send(api.request(path));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"status\":\"ok\",\"message\":\"RJChronosConnect API\",\"version\":\"1.2.3\"}");
    }

    @Test
    void exchangesAPasswordFormForAToken() {
        HttpResponse<String> answer = post(
                "/api/auth/token",
                "application/x-www-form-urlencoded",
                "grant_type=password&username=ana%40isp.example&password=right");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"access_token\":\"good\",\"token_type\":\"bearer\",\"expires_in\":3600,"
                        + "\"refresh_token\":null}");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void takesASignInAsJsonToo() {
        HttpResponse<String> answer =
                post("/api/auth/token", "application/json", "{\"username\":\"ana\",\"password\":\"right\"}");

        assertThat(json(answer).get("access_token").asText()).isEqualTo("good");
    }

    @ParameterizedTest
    @ValueSource(strings = {"username=%zz&password=b", "username=a&password=b%", "username=a&username=b&password=c"})
    void refusesAFormThatIsNone(String form) {
        HttpResponse<String> answer = post("/api/auth/token", "application/x-www-form-urlencoded", form);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo("body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-www-form-urlencoded"})
    void takesABodyThatBreaksOffForTheClientsDoing(String type) throws Exception {
        String answer =
                api.raw("POST /api/auth/token HTTP/1.1\r\nContent-Type: " + type + "\r\nContent-Length: 99\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400");
    }

    @Test
    void refusesAWrongPasswordWith401() {
        HttpResponse<String> answer =
                post("/api/auth/token", "application/x-www-form-urlencoded", "username=ana&password=wrong");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).get("message").asText()).isEqualTo("E-mail or password is wrong.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"username\":\"a\"} | password",
                "{\"username\":\"a\",\"password\":\"b\",\"otp\":1} | otp",
                "{\"username\":{\"a\":1},\"password\":\"b\"} | username",
                "{\"username\":\"a\",\"password\":\"b\",\"grant_type\":\"code\"} | grant_type",
                "{\"username\":\"a\", | body",
                "[1,2] | body",
                "null | body"
            })
    void namesTheFieldOfABadBody(String body, String field) {
        HttpResponse<String> answer = post("/api/auth/token", "application/json", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(json(answer).at("/errors/0/reason").asText()).isNotBlank();
    }

    @Test
    void knowsWhoIsCalling() {
        JsonNode me = json(api.get("/api/auth/me"));

        assertThat(me.toString()).isEqualTo(json(api.get("/api/auth/user")).toString());
        assertThat(me.get("id").isTextual()).isTrue();
        assertThat(me.get("first_name").asText()).isEqualTo("Ana");
        assertThat(me.get("last_name").asText()).isEqualTo("Souza Lima");
        assertThat(me.get("role").asText()).isEqualTo("viewer");
        assertThat(me.get("created_at").asText()).isEqualTo("2026-11-23T12:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/devices",
                "/api/devices/1",
                "/api/devices/1/capabilities",
                "/api/devices/cpes",
                "/api/devices/onus/2",
                "/api/dashboard/metrics",
                "/api/connectors",
                "/api/connectors/unmatched",
                "/api/sweeps",
                "/api/auth/me"
            })
    void letsNobodyInWithoutATokenAndNobodyWithoutThePermission(String path) {
        HttpResponse<String> stranger = api.send(api.request(path));
        HttpResponse<String> forged = api.send(api.request(path).header("Authorization", "Bearer forged"));
        HttpResponse<String> basic = api.send(api.request(path).header("Authorization", "Basic Z29vZA=="));
        HttpResponse<String> poor = api.send(api.request(path).header("Authorization", "Bearer poor"));

        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(forged.statusCode()).isEqualTo(401);
        assertThat(basic.statusCode()).isEqualTo(401);
        assertThat(poor.statusCode()).isEqualTo(403);
        assertThat(HOUSE.queries).isEmpty();
        assertThat(HOUSE.callers).isEmpty();
    }

    @Test
    void showsADeviceAsTheContractSpellsIt() {
        HttpResponse<String> answer = api.get("/api/devices/7");

        assertThat(json(answer).toString())
                .isEqualTo("{\"id\":\"7\",\"genieacs_id\":\"00259E-HG8245Q2-SN%2D7\",\"serial_number\":\"SN-7\","
                        + "\"model\":\"HG8245Q2\",\"manufacturer\":\"Huawei\",\"product_class\":null,"
                        + "\"hardware_version\":null,\"software_version\":\"V5R019\","
                        + "\"mac_address\":\"00:25:9E:00:00:01\",\"kind\":\"cpe\",\"lifecycle\":\"installed\","
                        + "\"status\":\"online\",\"stale_since\":null,\"measured_at\":\"2026-11-23T11:30:00Z\","
                        + "\"ip_address\":\"203.0.113.9\",\"external_ip\":\"203.0.113.9\","
                        + "\"lan_ip\":\"192.168.1.1\",\"last_seen\":\"2026-11-23T12:00:00Z\","
                        + "\"last_inform\":\"2026-11-23T12:00:00Z\",\"created_at\":\"2026-11-01T00:00:00Z\","
                        + "\"tags\":[\"alpha\",\"vip\"],\"connector\":\"huawei\",\"parked_because\":null,"
                        + "\"optical\":{"
                        + "\"rx_dbm\":{\"value\":-19.512,\"raw\":\"raw\",\"measured_at\":\"2026-11-23T11:30:00Z\"},"
                        + "\"tx_dbm\":{\"value\":2.1,\"raw\":\"raw\",\"measured_at\":\"2026-11-23T11:30:00Z\"},"
                        + "\"celsius\":{\"value\":41.5,\"raw\":\"41.5\",\"measured_at\":\"2026-11-23T11:29:00Z\"},"
                        + "\"volts\":null,\"milliamperes\":null},"
                        + "\"wans\":[{\"path\":\"InternetGatewayDevice.WANDevice.1\",\"type\":\"pppoe\","
                        + "\"connected\":true,\"username\":\"maria\",\"external_ip\":\"203.0.113.9\","
                        + "\"ipv6_address\":\"2001:db8::7\",\"ipv6_prefix\":\"2001:db8:12::/56\","
                        + "\"mac_address\":null,\"vlan\":100,\"uptime_seconds\":null,"
                        + "\"traffic\":{\"bytes_received\":4775749064,\"bytes_sent\":357834487,"
                        + "\"packets_received\":null,\"packets_sent\":null,\"errors_received\":0,"
                        + "\"errors_sent\":null,\"measured_at\":\"2026-11-23T11:30:00Z\"}}],"
                        + "\"wlans\":[{\"path\":\"InternetGatewayDevice.LANDevice.1.WLANConfiguration.1\","
                        + "\"band\":\"5GHz\",\"ssid\":\"Família ☕\",\"enabled\":true,\"security\":\"WPA2\","
                        + "\"channel\":36,\"clients\":2,\"average_signal_dbm\":-61.5,\"stations\":[{"
                        + "\"mac_address\":\"DC:A6:32:01:01:7F\","
                        + "\"signal_dbm\":{\"value\":-57,\"raw\":\"-57\",\"measured_at\":\"2026-11-23T11:30:00Z\"},"
                        + "\"down_kbps\":{\"value\":null,\"raw\":\"866\",\"measured_at\":\"2026-11-23T11:30:00Z\"},"
                        + "\"up_kbps\":null,\"measured_at\":\"2026-11-23T11:30:00Z\"}]}],"
                        + "\"hosts_total\":3,\"hosts\":[{\"mac_address\":\"DC:A6:32:01:01:7F\","
                        + "\"ip_address\":\"192.168.1.33\",\"name\":\"Notebook de Lúcia\",\"active\":true,"
                        + "\"medium\":\"wifi\",\"link\":\"InternetGatewayDevice.LANDevice.1.WLANConfiguration.1\","
                        + "\"addressing\":\"dhcp\",\"lease_seconds\":3600,"
                        + "\"measured_at\":\"2026-11-23T11:30:00Z\"}]}");
    }

    @Test
    void showsWhoIsInACustomersNetworkInNoList() {
        JsonNode first = json(api.get("/api/devices?limit=1")).path(0);

        assertThat(first.path("id").isMissingNode()).isFalse();
        assertThat(first.fieldNames()).toIterable().doesNotContain("hosts", "wans", "wlans", "optical");
    }

    @Test
    void tellsWhatADeviceCanDoAndWhyNot() {
        JsonNode capabilities = json(api.get("/api/devices/7/capabilities"));

        assertThat(capabilities.fieldNames())
                .toIterable()
                .containsExactly(
                        "reboot",
                        "factory_reset",
                        "refresh",
                        "change_wifi",
                        "change_pppoe",
                        "change_vlan",
                        "install_firmware",
                        "ping",
                        "traceroute",
                        "speed_test");
        assertThat(capabilities.get("reboot").toString()).isEqualTo("{\"supported\":true,\"reason\":null}");
        assertThat(capabilities.get("ping").toString())
                .isEqualTo("{\"supported\":false,\"reason\":\"It cannot PING.\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"121", "0", "x", "cpes", "999999999999999999999"})
    void knowsNoCapabilitiesOfADeviceThatIsNotThere(String id) {
        assertProblem(api.get("/api/devices/" + id + "/capabilities"), 404);
    }

    @Test
    void asksToTryAgainWhileNobodyIsThereWhoPlans() {
        Doors doors = Doors.of(HOUSE, HOUSE, HOUSE, HOUSE);
        try (ApiServer whole = new ApiServer(doors, Boards.of(doors))) {
            HttpResponse<String> answer = whole.get("/api/devices/7/capabilities");

            assertProblem(answer, 503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        }
    }

    @Test
    void addsTheRoutersOwnFields() {
        JsonNode cpe = json(api.get("/api/devices/cpes/7"));

        assertThat(cpe.get("serial_number").asText()).isEqualTo("SN-7");
        assertThat(cpe.get("wifi_enabled").asBoolean()).isTrue();
        assertThat(cpe.get("wifi_ssid").asText()).isEqualTo("Família ☕");
        assertThat(cpe.get("signal_strength").asDouble()).isEqualTo(-61.5);
        assertThat(cpe.get("customer_name").asText()).isEqualTo("Maria Conceição");
        assertThat(api.get("/api/devices/cpes/8").statusCode()).isEqualTo(404);
    }

    @Test
    void addsTheOnusOwnFields() {
        JsonNode onu = json(api.get("/api/devices/onus/8"));

        assertThat(onu.get("olt_id").asText()).isEqualTo("3");
        assertThat(onu.get("pon_port").asText()).isEqualTo("0/1/4");
        assertThat(onu.get("board").asInt()).isEqualTo(1);
        assertThat(onu.get("port").asInt()).isEqualTo(4);
        assertThat(onu.get("rx_power").asDouble()).isEqualTo(-19.512);
        assertThat(onu.get("tx_power").asDouble()).isEqualTo(2.1);
        assertThat(onu.get("temperature").asDouble()).isEqualTo(41.5);
        assertThat(onu.get("vlan").asInt()).isEqualTo(100);
        assertThat(onu.get("customer_address").asText()).isEqualTo("Rua A, 1");
        assertThat(onu.get("distance").isNull()).isTrue();
        assertThat(onu.get("voip_enabled").isNull()).isTrue();
        assertThat(api.get("/api/devices/onus/7").statusCode()).isEqualTo(404);
    }

    @Test
    void handsTheDoorACallerWithTheNameOfTheRequest() {
        api.send(api.request("/api/devices/7")
                .header("Authorization", "Bearer good")
                .header("X-Request-Id", "trace-9"));

        assertThat(HOUSE.callers).singleElement().satisfies(caller -> {
            assertThat(caller.traceId()).isEqualTo("trace-9");
            assertThat(caller.address()).contains("127.0.0.1");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "abc", "99999999999999999999", "999", "a%2Fb", "%25"})
    void aDeviceThatCannotBeOursIsNotFound(String id) {
        HttpResponse<String> answer = api.get("/api/devices/" + id);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).get("detail").asText()).startsWith("There is no device ");
    }

    @Test
    void sendsNothingTwiceToWhoeverHasIt() {
        String tag = api.get("/api/devices/7").headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = api.send(api.request("/api/devices/7")
                .header("Authorization", "Bearer good")
                .header("If-None-Match", tag));
        HttpResponse<String> other = api.send(api.request("/api/devices/9")
                .header("Authorization", "Bearer good")
                .header("If-None-Match", tag));

        assertThat(tag).startsWith("W/\"");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void listsWithTheTotalAndTheNeighbours() {
        HttpResponse<String> answer = api.get("/api/devices?limit=50&page=2&search=a%20b");

        assertThat(json(answer)).hasSize(50);
        assertThat(answer.headers().firstValue("X-Total-Count")).contains("120");
        assertThat(answer.headers().firstValue("Link").orElseThrow().split(", "))
                .hasSize(4)
                .allMatch(link -> link.startsWith("</api/devices?") && link.contains("search=a%20b"))
                .allMatch(link -> link.contains("limit=50"))
                .anyMatch(link -> link.contains("page=1") && link.endsWith("rel=\"first\""))
                .anyMatch(link -> link.contains("page=1") && link.endsWith("rel=\"prev\""))
                .anyMatch(link -> link.contains("page=3") && link.endsWith("rel=\"next\""))
                .anyMatch(link -> link.contains("page=3") && link.endsWith("rel=\"last\""));
    }

    @Test
    void linksToQueriesAsBrowsersSpellThem() throws Exception {
        String answer =
                api.raw("GET /api/devices/;v=%7B1%7D?search={a}|%22b HTTP/1.1\r\nAuthorization: Bearer good\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("</api/devices/?search=%7Ba%7D%7C%22b&limit=50&page=1>");
        assertThat(HOUSE.queries.get(0).filter().search()).contains("{a}|\"b");
    }

    @Test
    void leavesTheLinksOutWhereTheyWouldBurstTheHeader() {
        String models = "&model=" + "m".repeat(190);

        HttpResponse<String> answer = api.get("/api/devices?limit=50" + models.repeat(25));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Total-Count")).contains("120");
        assertThat(answer.headers().firstValue("Link")).isEmpty();
    }

    @Test
    void keepsItsWordsShortWhenNobodyKnowsTheParameters() {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            query.append("&x").append(i);
        }

        HttpResponse<String> answer = api.get("/api/devices?" + query.substring(1));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("errors")).hasSizeBetween(1, 20);
    }

    @Test
    void countsByOffsetForWhoeverAsksSo() {
        String links = api.get("/api/devices?limit=50&offset=100")
                .headers()
                .firstValue("Link")
                .orElseThrow();

        assertThat(links).contains("offset=50", "rel=\"prev\"").doesNotContain("rel=\"next\"", "page=");
    }

    @Test
    void passesEveryFilterOn() {
        api.get("/api/devices/onus/?status=online,powered_off&model=A&model=B&manufacturer=Huawei%20Co.%2C%20Ltd"
                + "&olt_id=3&search=sn&last_inform_since=2026-11-23T00:00:00Z&has_external_ip=true&wifi_enabled=false"
                + "&connection_type=pppoe&rx_below=-27.5&tag=vip&product_class=P&software_version=S"
                + "&hardware_version=H&sort=-rx_power,id&offset=5&limit=10");

        DeviceQuery query = HOUSE.queries.get(0);
        DeviceQuery.Filter filter = query.filter();
        assertThat(filter.kind()).contains(DeviceKind.ONU);
        assertThat(filter.status()).containsExactlyInAnyOrder(DeviceStatus.ONLINE, DeviceStatus.OFFLINE);
        assertThat(filter.model()).isEqualTo(Set.of("A", "B"));
        assertThat(filter.manufacturer()).containsExactly("Huawei Co., Ltd");
        assertThat(filter.oltId()).contains(3L);
        assertThat(filter.search()).contains("sn");
        assertThat(filter.hasExternalIp()).contains(true);
        assertThat(filter.wifiEnabled()).contains(false);
        assertThat(filter.connectionType().map(Enum::name)).isEqualTo(Optional.of("PPPOE"));
        assertThat(filter.rxBelow()).contains(-27.5);
        assertThat(filter.tag()).contains("vip");
        assertThat(query.sort()).hasSize(2);
        assertThat(query.page().offset()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/devices?colour=red&limit=0, colour, limit",
        "/api/sweeps?acs=Not%20One&page=0, acs, page",
        "/api/devices/cpes?status=asleep&sort=size, status, sort"
    })
    void namesEveryBadParameterAtOnce(String path, String one, String other) {
        HttpResponse<String> answer = api.get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).get("errors").findValuesAsText("field")).containsExactlyInAnyOrder(one, other);
        assertThat(json(answer).get("message")).isEqualTo(json(answer).get("detail"));
    }

    @Test
    void showsTheFleetAndNullForWhatNothingMeasures() {
        JsonNode metrics = json(api.get("/api/dashboard/metrics"));

        assertThat(metrics.get("total_devices").asLong()).isEqualTo(120);
        assertThat(metrics.get("offline_devices").asLong()).isEqualTo(15);
        assertThat(metrics.get("uptime_percentage").asDouble()).isEqualTo(99.5);
        assertThat(metrics.at("/olt_stats/average_rx_power").asDouble()).isEqualTo(-19.51);
        assertThat(metrics.at("/olt_stats/online_onus").asLong()).isEqualTo(50);
        assertThat(metrics.at("/connection_stats/pppoe_connections").asLong()).isEqualTo(80);
        assertThat(metrics.at("/connection_stats/static_connections").asLong()).isZero();
        assertThat(metrics.at("/wifi_stats/security_types").toString()).isEqualTo("{\"Open\":2,\"WPA2\":60}");
        for (String unmeasured : new String[] {
            "/alerts_count",
            "/critical_alerts",
            "/sla_compliance",
            "/avg_signal_strength",
            "/traffic_stats/total_bandwidth",
            "/traffic_stats/upload",
            "/traffic_stats/download"
        }) {
            assertThat(metrics.at(unmeasured).isNull()).as(unmeasured).isTrue();
        }
    }

    @Test
    void showsSweepsWithTheirRejectedDocuments() {
        JsonNode sweep = json(api.get("/api/sweeps?acs=main")).get(0);

        assertThat(sweep.toString())
                .isEqualTo("{\"id\":\"9\",\"acs\":\"main\",\"kind\":\"incremental\","
                        + "\"since\":\"2026-11-23T11:55:00Z\",\"started_at\":\"2026-11-23T12:00:00Z\","
                        + "\"ended_at\":null,\"outcome\":\"running\",\"read\":10,\"stored\":4,\"unchanged\":3,"
                        + "\"parked\":2,\"failed\":1,\"bytes\":2048,\"remarked\":0,\"reason\":null,"
                        + "\"rejected\":[{\"device\":\"id%2D1\",\"reason\":\"no serial number\",\"stored\":false}]}");
    }

    @Test
    void passesTheFiltersAndTheOrderOfSweepsOn() {
        api.get("/api/sweeps?outcome=broken,interrupted&kind=full&sort=-read,started_at&limit=10&offset=5");

        SweepQuery query = HOUSE.sweepQueries.get(0);
        assertThat(query.outcomes()).containsExactlyInAnyOrder(SweepOutcome.BROKEN, SweepOutcome.INTERRUPTED);
        assertThat(query.kinds()).containsExactly(SweepKind.FULL);
        assertThat(query.sort())
                .containsExactly(new Sort<>(SweepQuery.Key.READ, true), new Sort<>(SweepQuery.Key.STARTED_AT, false));
        assertThat(query.page().offset()).isEqualTo(5);
    }

    @Test
    void ordersConnectorsBeforeItCutsThePage() {
        Doors doors = Doors.of(HOUSE, HOUSE, HOUSE, HOUSE);
        try (ApiServer whole = new ApiServer(doors, Boards.of(doors))) {
            assertThat(json(whole.get("/api/connectors?sort=-devices_served&limit=2"))
                            .findValuesAsText("name"))
                    .containsExactly("huawei", "generic");
            assertThat(json(whole.get("/api/connectors?sort=state,name")).findValuesAsText("name"))
                    .containsExactly("generic", "huawei", "zte");
            assertThat(json(whole.get("/api/connectors?sort=colour"))
                            .get("errors")
                            .findValuesAsText("field"))
                    .containsExactly("sort");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/?x=1",
                "/api/devices/1?x=1",
                "/api/devices/onus/8?x=abc",
                "/api/dashboard/metrics?x=abc",
                "/api/auth/me?x=1",
                "/api/health?x=1",
                "/api/health/ready?x=1"
            })
    void namesAParameterThatNobodyKnows(String path) {
        HttpResponse<String> answer = api.get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("errors").findValuesAsText("field")).containsExactly("x");
    }

    @Test
    void tellsAStrangerNothingOfParameters() {
        assertThat(api.send(api.request("/api/devices/1?x=1")).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/devices?limit=5", "/api/sweeps", "/api/dashboard/metrics", "/api/devices/onus/8"})
    void sendsNoReadingTwice(String path) {
        HttpResponse<String> first = api.get(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = api.send(
                api.request(path).header("Authorization", "Bearer good").header("If-None-Match", tag));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).contains(tag);
        assertThat(again.headers().firstValue("X-Total-Count"))
                .isEqualTo(first.headers().firstValue("X-Total-Count"));
    }

    @Test
    void refusesAPreconditionThatDoesNotHoldAsAProblem() {
        assertProblem(
                api.send(api.request("/api/devices/7")
                        .header("Authorization", "Bearer good")
                        .header("If-Match", "\"another\"")),
                412);
    }

    @Test
    void saysComeBackForADoorThatIsNotThere() {
        HttpResponse<String> answer = api.get("/api/connectors");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(json(answer).get("type").asText()).isEqualTo("urn:chronos:problem:unavailable");
        assertThat(api.get("/api/devices/1").statusCode()).isEqualTo(200);
    }

    @Test
    void roundsRetryAfterUpToWholeSeconds() {
        HOUSE.failure = Problem.unavailable("away", Duration.ofMillis(1200)).thrown();

        assertThat(api.get("/api/devices").headers().firstValue("Retry-After")).contains("2");
    }

    @Test
    void tellsNothingOfABugButItsTraceId() {
        HOUSE.failure = new IllegalStateException("secret detail");

        HttpResponse<String> answer = api.send(api.request("/api/devices")
                .header("Authorization", "Bearer good")
                .header("X-Request-Id", "trace-500"));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(json(answer).get("trace_id").asText()).isEqualTo("trace-500");
        assertThat(answer.body()).doesNotContain("secret detail", "Exception");
    }

    @Test
    void answersWhatJaxRsRefusesAsProblems() {
        assertProblem(api.get("/api/nowhere"), 404);
        assertProblem(api.get("/api/devices/1/2/3"), 404);
        assertProblem(
                api.send(api.request("/api/devices/7")
                        .header("Authorization", "Bearer good")
                        .DELETE()),
                405);
        assertProblem(
                api.send(api.request("/api/devices")
                        .header("Authorization", "Bearer good")
                        .header("Accept", "text/html")),
                406);
        assertProblem(post("/api/auth/token", "text/plain", "x"), 415);
    }

    @Test
    void showsHealthInFullOnlyToThoseItKnows() {
        HttpResponse<String> stranger = api.send(api.request("/api/health"));
        HttpResponse<String> known = api.get("/api/health");

        assertThat(stranger.body()).isEqualTo("{\"status\":\"degraded\"}");
        assertThat(json(known).at("/checks/0/name").asText()).isEqualTo("acs-main");
        assertThat(json(known).at("/checks/0/detail").asText()).isEqualTo("away");
        assertThat(api.send(api.request("/api/health").header("Authorization", "Bearer forged"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void livesAndIsReadyForAnybody() {
        assertThat(api.send(api.request("/api/health/live")).statusCode()).isEqualTo(200);
        assertThat(api.send(api.request("/api/health/ready")).body()).isEqualTo("{\"status\":\"up\"}");
    }

    @Test
    void isNotReadyWhileTheDoorsAreClosed() {
        Doors closed = Doors.of(null, null, null, null);
        try (ApiServer early = new ApiServer(closed, Boards.of(closed))) {
            HttpResponse<String> ready = early.send(early.request("/api/health/ready"));

            assertProblem(ready, 503);
            assertThat(ready.headers().firstValue("Retry-After")).contains("2");
            assertThat(early.get("/api/devices").statusCode()).isEqualTo(503);
            assertThat(early.get("/api/health").body()).isEqualTo("{\"status\":\"down\"}");
            assertThat(early.send(early.request("/api/health/live")).statusCode())
                    .isEqualTo(200);
        }
    }

    private static HttpResponse<String> post(String path, String type, String body) {
        return api.send(api.request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).get("status").asInt()).isEqualTo(status);
        assertThat(json(answer).get("message").asText()).isNotBlank();
    }
}
