package com.rjchronos.assembly;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.rjchronos.assembly.Api.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;

/** A datum walks the whole way: simulated GenieACS, route, connectors, PostgreSQL, REST. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class SweepInContainer {
    private final Api api = Container.api();

    @Configuration
    public Option[] container() {
        return Container.options();
    }

    @Before
    public void swept() throws Exception {
        api.await("/api/health/ready", Duration.ofSeconds(90), a -> a.status() == 200);
        api.signIn(Container.data());
        api.await(
                "/api/devices?limit=1",
                Duration.ofSeconds(60),
                a -> a.status() == 200 && Integer.parseInt(a.header("X-Total-Count")) >= Container.DEVICES);
    }

    @Test
    public void everyDeviceHasAnIdentityAndAStatus() throws Exception {
        for (JsonNode device : api.get("/api/devices?limit=200").json()) {
            assertTrue(device.toString(), device.path("id").asText().matches("[A-Za-z0-9_-]+"));
            assertFalse(device.toString(), device.path("serial_number").asText().isEmpty());
            assertTrue(
                    device.toString(),
                    List.of("online", "offline").contains(device.path("status").asText()));
        }
    }

    @Test
    public void onusShowTheirLightInDbm() throws Exception {
        List<Double> rx = new ArrayList<>();
        for (JsonNode onu : api.get("/api/devices/onus?limit=200").json()) {
            if (onu.path("rx_power").isNumber()) {
                rx.add(onu.path("rx_power").asDouble());
            }
        }
        assertTrue("ONUs with light: " + rx.size(), rx.size() >= 20);
        assertTrue("all plausible: " + rx, rx.stream().allMatch(dbm -> dbm > -40 && dbm < 0));
    }

    @Test
    public void theSweepIsARowThatOperatorsSee() throws Exception {
        JsonNode sweep = api.await("/api/sweeps?limit=50", Duration.ofSeconds(30), a -> full(a) != null)
                .json();
        JsonNode full = full(sweep);
        assertEquals("complete", full.path("outcome").asText());
        assertTrue(full.toString(), full.path("read").asInt() >= Container.DEVICES);
        assertEquals(full.toString(), 0, full.path("failed").asInt());
        assertTrue(full.toString(), full.path("bytes").asLong() > 10_000);
    }

    @Test
    public void connectorsSayWhomTheyServe() throws Exception {
        JsonNode connectors = api.get("/api/connectors").json();
        assertEquals("six bundles and two files", 8, connectors.size());
        for (JsonNode connector : connectors) {
            assertEquals(
                    connector.toString(),
                    "active",
                    connector.path("state").asText().toLowerCase());
            boolean file = connector.path("bundle").asText().endsWith(".declared"); // no such device is simulated
            assertEquals(
                    connector.toString(),
                    !file,
                    connector.path("devices_served").asInt() > 0);
        }
    }

    @Test
    public void theDashboardCountsWhatIsThere() throws Exception {
        JsonNode metrics = api.get("/api/dashboard/metrics").json();
        assertTrue(metrics.toString(), metrics.path("total_devices").asInt() >= Container.DEVICES);
        assertTrue(metrics.toString(), metrics.path("online_devices").asInt() > 0);
        assertTrue(
                "what nothing measures is null", metrics.path("sla_compliance").isNull());
    }

    @Test
    public void pagesAreConsistent() throws Exception {
        Answer first = api.get("/api/devices?limit=10&page=1&sort=serial_number,id");
        Answer second = api.get("/api/devices?limit=10&page=2&sort=serial_number,id");
        assertEquals(10, first.json().size());
        assertTrue(first.header("Link"), first.header("Link").contains("rel=\"next\""));
        String last = first.json().get(9).path("serial_number").asText();
        assertTrue(last.compareTo(second.json().get(0).path("serial_number").asText()) <= 0);
    }

    @Test
    public void badParametersAreNamedAllAtOnce() throws Exception {
        Answer answer = api.get("/api/devices?limit=999&colour=red&status=sleeping&rx_below=dark");
        assertEquals(400, answer.status());
        assertTrue(answer.header("Content-Type").startsWith("application/problem+json"));
        List<String> fields = new ArrayList<>();
        answer.json().path("errors").forEach(e -> fields.add(e.path("field").asText()));
        assertTrue(fields.toString(), fields.containsAll(List.of("limit", "colour", "status", "rx_below")));
        assertFalse(answer.json().path("message").asText().isEmpty());
    }

    @Test
    public void nothingIsReadWithoutAToken() throws Exception {
        for (String path :
                List.of("/api/devices", "/api/sweeps", "/api/connectors", "/api/dashboard/metrics", "/api/auth/me")) {
            Answer answer = Container.api().get(path);
            assertEquals(path, 401, answer.status());
            assertTrue(path, answer.header("Content-Type").startsWith("application/problem+json"));
        }
        assertEquals(401, Container.api().token("admin@chronos.local", "wrong").status());
    }

    @Test
    public void unknownUrlsAreProblemsToo() throws Exception {
        for (String path : List.of("/api/nowhere", "/nowhere", "/api/devices/0", "/api/devices/no-such-id")) {
            Answer answer = api.get(path);
            assertEquals(path, 404, answer.status());
            assertTrue(
                    path + " " + answer.body(), answer.header("Content-Type").startsWith("application/problem+json"));
            assertFalse(path, answer.json().path("trace_id").asText().isEmpty());
        }
    }

    private static JsonNode full(Answer answer) {
        return answer.status() == 200 ? full(answer.json()) : null;
    }

    private static JsonNode full(JsonNode sweeps) {
        for (JsonNode sweep : sweeps) {
            if ("full".equals(sweep.path("kind").asText())
                    && "complete".equals(sweep.path("outcome").asText())) {
                return sweep;
            }
        }
        return null;
    }
}
