package com.rjchronos.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * An appliance that is left alone with everything that goes wrong: connectors and bundles are exchanged, GenieACS misbehaves,
 * processes are killed, while devices inform and register and clients ask. In the end it knows what the ACS knows.
 *
 * <p>{@code chronos.soak.minutes} is how long, {@code chronos.soak.seed} makes it the same again, {@code chronos.soak.devices}
 * is the fleet: see {@code ./chronos soak}.
 */
class SoakIT {
    private static final List<String> ASKED =
            List.of("/api/devices?limit=5", "/api/connectors", "/api/devices?limit=1&sort=-id", "/api/health/live");
    private static final Duration SETTLED = Duration.ofSeconds(90);
    private static final String SOFTWARE = ".DeviceInfo.SoftwareVersion";

    private final Random chance = new Random(Long.getLong("chronos.soak.seed", 1));
    private final int devices = Integer.getInteger("chronos.soak.devices", 200);
    private final Duration length =
            Duration.ofMillis((long) (Double.parseDouble(System.getProperty("chronos.soak.minutes", "2")) * 60_000));
    private Appliance appliance;
    private SimulatedAcs acs;

    @AfterEach
    void stop() throws Exception {
        acs.close();
        appliance.close();
    }

    @Test
    void whateverHappensInTheEndItKnowsWhatTheAcsKnows() throws Exception {
        appliance = Appliance.unpacked("soak");
        acs = new SimulatedAcs(appliance, devices);
        acs.comeBack();
        appliance.configure(
                "com.rjchronos.scheduling.cfg",
                "incrementalCron = 0/3 * * * * ?\ndiscoveryCron = 0/4 * * * * ?\nreassessCron = 0/5 * * * * ?\n");
        appliance.configure("com.rjchronos.genieacs-main.cfg", "batchSize = 20\nresponseTimeoutSeconds = 2\n");
        appliance.run(acs.url());
        Api api = appliance.api();
        api.signIn(appliance.data());
        Api.await(Appliance.PATIENCE, () -> stored(api), fleet -> fleet.size() == devices);

        SoakDeeds deeds = new SoakDeeds(appliance, acs, api, chance);
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end || !deeds.eachWasDone()) {
            deeds.next(() -> new Clients(api, ASKED, status -> status == 200 || status == 503));
        }

        acs.calm();
        nothingIsLeftUndone(api);
        sameAsTheAcs(api);
    }

    /** Every connector is back, no device waits for one, no sweep runs for ever, and each device is served once. */
    private void nothingIsLeftUndone(Api api) throws Exception {
        api.await("/api/health/ready", SETTLED, a -> a.status() == 200);
        Api.await(SETTLED, () -> unsettled(api), List::isEmpty);
        long served = 0;
        for (JsonNode connector : api.get("/api/connectors").json()) {
            served += connector.path("devices_served").asLong();
        }
        assertThat(served)
                .as("each device is served once")
                .isEqualTo(stored(api).size());
        // its clock goes on: one may be under way at any one moment, but not at all of them
        api.await(
                "/api/sweeps?limit=200&outcome=running",
                SETTLED,
                a -> a.status() == 200 && a.json().isEmpty());
    }

    private static List<String> unsettled(Api api) throws Exception {
        Map<String, String> waiting = new TreeMap<>();
        Api.Answer answer = api.get("/api/connectors");
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.body());
        }
        answer.json().forEach(connector -> {
            if (connector.path("parked_documents").asLong() > 0
                    || !"active".equals(connector.path("state").asText())) {
                waiting.put(connector.path("name").asText(), connector.toString());
            }
        });
        return List.copyOf(waiting.values());
    }

    /** The appliance's own sweeps bring everything; a full one after them finds nothing to store. */
    private void sameAsTheAcs(Api api) throws Exception {
        Map<String, JsonNode> known =
                acs.documents("InternetGatewayDevice" + SOFTWARE + "._value", "Device" + SOFTWARE + "._value");
        Map<String, JsonNode> fleet = Api.await(SETTLED, () -> stored(api), rows -> sameTimes(rows, known));

        assertThat(fleet.keySet()).isEqualTo(known.keySet());
        known.forEach((id, document) -> {
            JsonNode row = fleet.get(id);
            assertThat(row.path("serial_number").asText())
                    .as(id)
                    .isEqualTo(document.path("_deviceId").path("_SerialNumber").asText());
            assertThat(row.path("software_version").asText()).as(id).isEqualTo(software(document));
        });
        assertThat(appliance.chronos("shell", "chronos:sweep full"))
                .as("a full sweep finds what is stored already")
                .contains("complete")
                .contains("read=" + known.size() + " stored=0 failed=0");
    }

    private static String software(JsonNode document) {
        JsonNode info = document.path("InternetGatewayDevice").path("DeviceInfo");
        return (info.isMissingNode() ? document.path("Device").path("DeviceInfo") : info)
                .path("SoftwareVersion")
                .path("_value")
                .asText()
                .strip();
    }

    private static boolean sameTimes(Map<String, JsonNode> rows, Map<String, JsonNode> known) {
        return rows.keySet().equals(known.keySet())
                && known.entrySet().stream().allMatch(e -> Instant.parse(
                                e.getValue().path("_lastInform").asText())
                        .equals(Instant.parse(
                                rows.get(e.getKey()).path("last_inform").asText())));
    }

    /** What the API shows, by GenieACS id. */
    private static Map<String, JsonNode> stored(Api api) throws Exception {
        Map<String, JsonNode> fleet = new TreeMap<>();
        for (int page = 1; ; page++) {
            Api.Answer answer = api.get("/api/devices?limit=200&sort=id&page=" + page);
            if (answer.status() != 200) {
                throw new IllegalStateException(answer.status() + " " + answer.body());
            }
            answer.json().forEach(row -> fleet.put(row.path("genieacs_id").asText(), row));
            if (answer.json().size() < 200) {
                return fleet;
            }
        }
    }
}
