package com.rjchronos.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The simulator as a program of its own, so that the ACS can go away and come back. Frozen: only what a test asks for changes. */
final class SimulatedAcs {
    private final Path jar;
    private final int devices;
    private final int port;
    private Process process;

    /** Absent yet; {@link #comeBack} starts it. */
    SimulatedAcs(Appliance appliance, int devices) throws IOException {
        this.jar = appliance.bundle("com.rjchronos.simulator");
        this.devices = devices;
        this.port = Appliance.freePort();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    void comeBack() throws Exception {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx256m",
                        "-jar",
                        jar.toString(),
                        "--port",
                        Integer.toString(port),
                        "--devices",
                        Integer.toString(devices),
                        "--seed",
                        "7",
                        "--frozen")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Api.await(Duration.ofSeconds(30), this::status, s -> s == 200);
    }

    private int status() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/devices?limit=1&projection=_id"))
                .timeout(Duration.ofSeconds(5))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** So many devices inform; what they measure has drifted. */
    void inform(int count) throws IOException, InterruptedException {
        control("/_sim/inform?count=" + count, "");
    }

    /** From now on each document of a listing takes so long. */
    void slow(int millis) throws IOException, InterruptedException {
        control("/_sim/chaos", "{\"mode\":\"slow\",\"times\":-1,\"delay_ms\":" + millis + "}");
    }

    /**
     * All requests for devices suffer it until {@link #calm}.
     *
     * @param mode as the simulator names it: hang, reset, status500, html, truncate, malformed
     * @param after documents of a listing that are still sent well
     */
    void misbehave(String mode, int after) throws IOException, InterruptedException {
        control(
                "/_sim/chaos",
                "{\"mode\":\"" + mode + "\",\"times\":-1,\"path\":\"/devices\",\"after_devices\":" + after + "}");
    }

    void calm() throws IOException, InterruptedException {
        control("/_sim/chaos", "{\"mode\":\"none\"}");
    }

    /** So many devices that nobody knew register. */
    void register(int count) throws IOException, InterruptedException {
        control("/_sim/register?count=" + count, "");
    }

    /** What the ACS knows of each device, by its id there: the parameters named, and what it says itself. */
    Map<String, JsonNode> documents(String... parameters) throws IOException, InterruptedException {
        String projection = "_id,_deviceId,_lastInform," + String.join(",", parameters);
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/devices?projection=" + projection))
                .timeout(Duration.ofSeconds(30))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        Map<String, JsonNode> documents = new TreeMap<>();
        new ObjectMapper()
                .readTree(answer.body())
                .forEach(document -> documents.put(document.path("_id").asText(), document));
        return documents;
    }

    private void control(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + " " + answer.body());
        }
    }

    void goAway() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(20, TimeUnit.SECONDS);
    }

    void close() throws InterruptedException {
        if (process != null) {
            goAway();
        }
    }
}
