package com.rjchronos.assembly;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
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
