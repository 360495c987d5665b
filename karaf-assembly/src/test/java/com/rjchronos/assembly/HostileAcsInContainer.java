package com.rjchronos.assembly;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rjchronos.api.Devices;
import com.rjchronos.api.Sweeps;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.page.PageRequest;
import com.rjchronos.model.sweep.RejectedDocument;
import com.rjchronos.model.sweep.Sweep;
import com.rjchronos.model.sweep.SweepKind;
import com.rjchronos.model.sweep.SweepOutcome;
import com.rjchronos.model.sweep.SweepQuery;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;
import org.osgi.framework.BundleContext;

/** An ACS that answers nonsense, or breaks off: survived, counted and named, and the other devices are read all the same. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class HostileAcsInContainer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path GATEWAY =
            Path.of(System.getProperty("karaf.etc", "etc"), "com.rjchronos.genieacs-main.cfg");
    private static final String STRANGE = "00%AA-Ünïcode \"quoted\" / 50%25 %zz-\u0007\uD83D\uDE00 %2F%";
    private static final String FIRST = "/devices?limit=1&projection=_deviceId";
    /** Documents that are still sent well before an answer breaks in its midst. */
    private static final int BEFORE = 5;

    @Inject
    private BundleContext bundles;

    private final Caller caller = Caller.system("hostile-acs-test", Origin.SYSTEM);
    private final Api api = Container.api();
    private final HttpClient http = HttpClient.newHttpClient();
    private Sweeps sweeps;
    private Set<String> ordinary;

    @Configuration
    public Option[] container() {
        return Container.options();
    }

    @Before
    public void aFleetThatIsWellKnown() throws Exception {
        api.await("/api/health/ready", Duration.ofSeconds(90), a -> a.status() == 200);
        api.signIn(Container.data());
        sweeps = bundles.getService(bundles.getServiceReference(Sweeps.class));
        peace();
        ordinary = new HashSet<>();
        simulator("GET", "/devices?projection=_id", "")
                .forEach(d -> ordinary.add(d.path("_id").asText()));
        assertTrue("ordinary devices: " + ordinary.size(), ordinary.size() >= Container.DEVICES);
        whole(run(SweepKind.FULL));
    }

    @After
    public void peace() throws Exception {
        chaos("none", 0, "");
        simulator("DELETE", "/_sim/poison", "");
    }

    @Test
    public void poisonIsNamedAndTheOthersAreRead() throws Exception {
        Informed informed = allInform();
        simulator("POST", "/_sim/poison", "{}");

        Sweep full = run(SweepKind.FULL);

        assertEquals(full.toString(), SweepOutcome.COMPLETE, full.outcome());
        assertEquals(full.toString(), 7, full.counts().failed());
        assertTrue(full.toString(), full.counts().read() >= ordinary.size() + 14);
        assertTrue("the huge value came: " + full.counts(), full.counts().bytes() > 10_000_000);
        assertEquals(
                Map.of(
                        "POISON-WRONG_TYPES-1", "_deviceId is no object",
                        "POISON-HUGE_VALUE-1", "it is larger than 1024 KB",
                        "POISON-NUMERIC_LAST_INFORM-1", "_lastInform is no text",
                        "POISON-TEXT_LAST_INFORM-1", "_lastInform is no ISO-8601 time"),
                full.rejected().stream()
                        .filter(r -> r.device().startsWith("POISON") && !r.stored())
                        .collect(Collectors.toMap(RejectedDocument::device, RejectedDocument::reason)));
        assertEquals(
                "a document without an id is named by its place",
                List.of("_id is no text", "_id is no text", "it has no _id"),
                full.rejected().stream()
                        .filter(r -> r.device().matches("document \\d+"))
                        .map(RejectedDocument::reason)
                        .sorted()
                        .toList());
        assertEquals(7, row(full).path("failed").asInt());
        long remarks = full.rejected().stream().filter(RejectedDocument::stored).count();
        assertTrue("the clock of one and the id of another: " + full, remarks >= 2);
        assertEquals(remarks, row(full).path("remarked").asLong());
        assertEquals(7 + remarks, row(full).path("rejected").size());
        Set<String> stored = stored().keySet();
        assertTrue(stored.containsAll(ordinary));
        assertTrue(stored.toString(), stored.containsAll(List.of(STRANGE, "POISON-NO_DEVICE_ID-1", "POISON-EMPTY-1")));
        assertEquals(informed.ids(), fresh(informed));
        assertEquals(Set.of("online"), statuses(informed));
        String total = Integer.toString(stored.size());
        api.await("/api/devices?limit=1", Duration.ofSeconds(10), a -> a.header("X-Total-Count")
                .equals(total));
    }

    @Test
    public void strangeIdsGoThereAndBack() throws Exception {
        simulator("POST", "/_sim/poison", "{\"kinds\":[\"strange-id\"]}");
        whole(run(SweepKind.FULL));

        String id = stored().get(STRANGE).path("id").asText();

        assertTrue(id, id.matches("[A-Za-z0-9_-]+"));
        JsonNode device = api.get("/api/devices/" + id).json();
        assertEquals(STRANGE, device.path("genieacs_id").asText());
        String printable = STRANGE.substring(0, STRANGE.indexOf('\u0007'));
        JsonNode found = api.get("/api/devices?search=" + encoded(printable)).json();
        assertEquals(found.toString(), 1, found.size());
        whole(run(SweepKind.INCREMENTAL));
        assertEquals("known again", id, stored().get(STRANGE).path("id").asText());
    }

    @Test
    public void aSharedPonSerialLosesNobody() throws Exception {
        Set<String> gone = firstIsAnOnu();
        try {
            String holder = simulator("GET", FIRST, "").get(0).path("_id").asText();
            simulator("POST", "/_sim/poison", "{\"kinds\":[\"duplicate-serial\"]}");
            whole(run(SweepKind.FULL));
            whole(run(SweepKind.FULL));

            remarked("POISON-DUPLICATE_SERIAL-1", "its PON serial ");
            Map<String, JsonNode> stored = stored();

            assertTrue(stored.keySet().containsAll(ordinary));
            Optional<String> serial = ponSerial(stored.get(holder));
            assertTrue(holder, serial.isPresent());
            assertEquals(serial, ponSerial(stored.get("POISON-DUPLICATE_SERIAL-1")));
        } finally {
            for (String id : gone) {
                simulator("POST", "/_sim/inform?id=" + encoded(id), "");
            }
        }
    }

    /** The poison has the serial of the simulator's first device: takes away those before the first ONU, and returns their ids. */
    private Set<String> firstIsAnOnu() throws Exception {
        Set<String> gone = new HashSet<>();
        JsonNode first = simulator("GET", FIRST, "").get(0);
        while (!first.path("_deviceId").path("_SerialNumber").asText().matches("48575443[0-9A-F]{8}")) {
            gone.add(first.path("_id").asText());
            simulator("DELETE", "/devices/" + encoded(first.path("_id").asText()), "");
            first = simulator("GET", FIRST, "").get(0);
        }
        return gone;
    }

    private Optional<String> ponSerial(JsonNode device) {
        Devices devices = bundles.getService(bundles.getServiceReference(Devices.class));
        DeviceId id = DeviceId.parse(device.path("id").asText()).orElseThrow();
        return devices.find(caller, id).orElseThrow().reading().ponSerial();
    }

    @Test
    public void aClockInTheFutureIsNoSilence() throws Exception {
        simulator("POST", "/_sim/poison", "{\"kinds\":[\"future-clock\"]}");
        whole(run(SweepKind.FULL));
        remarked("POISON-FUTURE_CLOCK-1", "its last Inform is in the future: ");

        JsonNode device = stored().get("POISON-FUTURE_CLOCK-1");

        assertEquals(device.toString(), "online", device.path("status").asText());
        assertTrue(device.toString(), lastInform(device).isAfter(Instant.now().plus(Duration.ofDays(3_000))));
        Sweep next = run(SweepKind.INCREMENTAL);
        whole(next);
        assertTrue(
                "the watermark follows the ACS, not a device: " + next,
                next.since().orElseThrow().isBefore(Instant.now()));
    }

    @Test
    public void poisonedSweepsGoOnAndAnAntidoteHeals() throws Exception {
        Map<String, JsonNode> before = stored();
        simulator("POST", "/_sim/poison", "{\"kinds\":[\"duplicate-id\",\"wrong-types\"]}");
        for (int i = 0; i < 2; i++) {
            Sweep poisoned = run(SweepKind.FULL);
            assertEquals(poisoned.toString(), SweepOutcome.COMPLETE, poisoned.outcome());
            assertEquals(poisoned.toString(), 1, poisoned.counts().failed());
            assertEquals(
                    "the id that came twice: " + poisoned, 1, poisoned.counts().remarked());
            assertTrue(stored().keySet().containsAll(ordinary));
        }

        simulator("DELETE", "/_sim/poison", "");
        whole(run(SweepKind.FULL));

        Map<String, JsonNode> after = stored();
        for (String id : ordinary) {
            for (String part : List.of("id", "serial_number", "manufacturer", "connector", "model")) {
                assertEquals(id, before.get(id).path(part), after.get(id).path(part));
            }
        }
    }

    @Test
    public void aMalformedDocumentSpoilsItselfOnly() throws Exception {
        chaos("malformed", BEFORE, "");
        Informed informed = allInform();

        Sweep sweep = run(SweepKind.FULL);

        assertEquals(sweep.toString(), SweepOutcome.COMPLETE, sweep.outcome());
        assertEquals(sweep.toString(), 1, sweep.counts().failed());
        RejectedDocument rejected = sweep.rejected().get(0);
        assertEquals("broken", rejected.device());
        assertTrue(rejected.reason(), rejected.reason().startsWith("malformed JSON: "));
        assertEquals(informed.ids(), fresh(informed));
    }

    @Test
    public void aSlowAnswerIsAwaited() throws Exception {
        chaos("slow", 0, ",\"delay_ms\":20");
        Informed informed = allInform();

        whole(run(SweepKind.FULL));

        assertEquals(informed.ids(), fresh(informed));
    }

    @Test
    public void anAnswerThatBreaksInItsMidstIsKeptUpToThere() throws Exception {
        breaks("truncate", BEFORE, "The answer broke off");
        breaks("reset", BEFORE, "GenieACS closed the connection");
    }

    @Test
    public void anAnswerThatIsNoneStoresNothing() throws Exception {
        breaks("reset", 0, "GenieACS closed the connection");
        breaks("status500", 0, "GenieACS answered 500 Internal Server Error. It said: Error: connect ECONNREFUSED");
        breaks("html", 0, "The answer is an HTML page, not GenieACS's. Check baseUrl.");
    }

    @Test
    public void anAnswerThatHangsIsGivenUp() throws Exception {
        String good = Files.readString(GATEWAY);
        try {
            Files.writeString(GATEWAY, good + "\nresponseTimeoutSeconds = 2\n");
            awaitGateway(2);
            breaks("hang", 0, "GenieACS sent nothing for 2 s.");
            breaks("hang", BEFORE, "GenieACS sent nothing for 2 s.");
        } finally {
            Files.writeString(GATEWAY, good);
        }
        awaitGateway(30);
        whole(run(SweepKind.FULL));
    }

    /** One break from its beginning to its healing. */
    private void breaks(String mode, int after, String reason) throws Exception {
        Set<String> offline = offline();
        chaos(mode, after, "");
        Informed informed = allInform();
        Visitor visitor = new Visitor(api);
        Sweep broken = run(SweepKind.INCREMENTAL);
        sweeps.reassess(caller);

        assertEquals(mode, Set.of(200), visitor.leave());
        assertEquals(broken.toString(), SweepOutcome.BROKEN, broken.outcome());
        assertTrue(broken.toString(), broken.reason().orElse("").startsWith(reason));
        assertEquals(broken.reason().orElse(""), row(broken).path("reason").asText());
        assertEquals(broken.toString(), after, broken.counts().read());
        assertEquals(broken.toString(), 0, broken.counts().failed());
        int fresh = fresh(informed).size();
        assertTrue(
                mode + " stored " + fresh,
                fresh >= after && fresh < informed.ids().size());
        assertTrue(mode + " " + offline(), offline.containsAll(offline()));

        chaos("none", 0, "");
        whole(run(SweepKind.INCREMENTAL));
        assertEquals("asked anew", broken.since(), nextWhole(broken).since());
        assertEquals(mode, informed.ids(), fresh(informed));
        assertEquals(mode, Set.of("online"), statuses(informed));
    }

    /**
     * Sessions that were held.
     *
     * @param at not later than their begin
     */
    private record Informed(Instant at, Set<String> ids) {}

    private Informed allInform() throws Exception {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        JsonNode informed = simulator("POST", "/_sim/inform?count=200", "");
        Set<String> ids = new HashSet<>();
        informed.path("ids").forEach(id -> ids.add(id.asText()));
        assertTrue("sessions: " + ids.size(), ids.size() > Container.DEVICES / 2);
        return new Informed(at, ids);
    }

    /** Those whose session the appliance knows of. */
    private Set<String> fresh(Informed informed) throws Exception {
        Map<String, JsonNode> stored = stored();
        return informed.ids().stream()
                .filter(stored::containsKey)
                .filter(id -> !lastInform(stored.get(id)).isBefore(informed.at()))
                .collect(Collectors.toSet());
    }

    private Set<String> statuses(Informed informed) throws Exception {
        Map<String, JsonNode> stored = stored();
        return informed.ids().stream()
                .map(id -> stored.get(id).path("status").asText())
                .collect(Collectors.toSet());
    }

    private Set<String> offline() throws Exception {
        return stored().entrySet().stream()
                .filter(d -> d.getValue().path("status").asText().equals("offline"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Instant lastInform(JsonNode device) {
        return Instant.parse(device.path("last_inform").asText());
    }

    /** What the API shows, by GenieACS id. */
    private Map<String, JsonNode> stored() throws Exception {
        Api.Answer answer = api.get("/api/devices?limit=200");
        assertEquals(answer.body(), 200, answer.status());
        Map<String, JsonNode> devices = new HashMap<>();
        answer.json().forEach(d -> devices.put(d.path("genieacs_id").asText(), d));
        return devices;
    }

    private JsonNode row(Sweep sweep) throws Exception {
        for (JsonNode row : api.get("/api/sweeps?limit=50").json()) {
            if (row.path("id").asText().equals(sweep.id().toString())) {
                return row;
            }
        }
        throw new AssertionError("no row of sweep " + sweep.id());
    }

    /** Sweeps as soon as the ACS is in service and no other sweep is under way. */
    private Sweep run(SweepKind kind) throws Exception {
        return Api.await(Duration.ofSeconds(20), () -> sweeps.run(caller, kind), rows -> !rows.isEmpty())
                .get(0);
    }

    /** In a row that the API shows; the appliance's own look for new devices may have come first. */
    private void remarked(String device, String remark) throws Exception {
        Sweep sweep = sweeps.page(caller, SweepQuery.newest(Optional.empty(), new PageRequest(0, 20))).items().stream()
                .filter(s -> s.rejected().stream()
                        .anyMatch(r -> r.stored()
                                && r.device().equals(device)
                                && r.reason().startsWith(remark)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sweep says of " + device + ": " + remark));
        assertTrue(sweep.toString(), sweep.counts().remarked() >= 1);
        JsonNode row = row(sweep);
        assertEquals(sweep.counts().remarked(), row.path("remarked").asLong());
        assertTrue(row.toString(), row.path("rejected").get(0).path("stored").asBoolean());
    }

    private static void whole(Sweep sweep) {
        assertEquals(sweep.toString(), SweepOutcome.COMPLETE, sweep.outcome());
        assertEquals(sweep.toString(), 0, sweep.counts().failed());
    }

    /** The first sweep that moved the watermark after this one; the appliance's clock may have run it. */
    private Sweep nextWhole(Sweep broken) {
        return sweeps.page(caller, SweepQuery.newest(Optional.empty(), new PageRequest(0, 50))).items().stream()
                .filter(s -> s.id().value() > broken.id().value())
                .filter(s -> s.kind() == SweepKind.INCREMENTAL && s.outcome() == SweepOutcome.COMPLETE)
                .min(Comparator.comparing(s -> s.id().value()))
                .orElseThrow();
    }

    private void awaitGateway(int seconds) throws Exception {
        String name = "com.rjchronos.port.AcsGateway";
        String filter = "(responseTimeoutSeconds=" + seconds + ")";
        Api.await(Duration.ofSeconds(20), () -> bundles.getAllServiceReferences(name, filter), found -> found != null);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** All requests for devices suffer it until another order. */
    private void chaos(String mode, int after, String more) throws Exception {
        simulator(
                "POST",
                "/_sim/chaos",
                "{\"mode\":\"" + mode + "\",\"times\":-1,\"path\":\"/devices\",\"after_devices\":" + after + more
                        + "}");
    }

    private JsonNode simulator(String method, String path, String body) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + System.getProperty("chronos.test.simulator") + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(10))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(method + " " + path + " " + answer.body(), 200, answer.statusCode());
        return JSON.readTree(answer.body());
    }

    /** Looks at devices again and again, as people do meanwhile. */
    private static final class Visitor {
        private final Set<Integer> answers = ConcurrentHashMap.newKeySet();
        private final Thread thread;
        private volatile boolean leaving;

        Visitor(Api api) {
            thread = new Thread(() -> look(api), "visitor");
            thread.start();
        }

        private void look(Api api) {
            do {
                try {
                    answers.add(api.get("/api/devices?limit=5").status());
                    answers.add(api.get("/api/health/live").status());
                } catch (IOException | InterruptedException e) {
                    answers.add(-1);
                }
                LockSupport.parkNanos(20_000_000);
            } while (!leaving);
        }

        /** Every status that was answered. */
        Set<Integer> leave() throws InterruptedException {
            leaving = true;
            thread.join();
            return answers;
        }
    }
}
