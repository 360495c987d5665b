package com.rjchronos.assembly;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The simulator as a program of its own, so that the ACS can go away and come back. */
final class SimulatedAcs {
    private final Path jar;
    private final int devices;
    private final int port;
    private Process process;

    SimulatedAcs(Path program, int devices) throws Exception {
        String version = System.getProperty("chronos.version");
        this.jar = program.resolve("system/com/rjchronos/com.rjchronos.simulator/" + version
                + "/com.rjchronos.simulator-" + version + ".jar");
        this.devices = devices;
        this.port = Appliance.freePort();
        comeBack();
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
                        "7")
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

    void goAway() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(20, TimeUnit.SECONDS);
    }

    void close() throws InterruptedException {
        goAway();
    }
}
