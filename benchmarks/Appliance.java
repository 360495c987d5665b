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
import java.util.concurrent.TimeUnit;

/** The distribution, run by its own front door. */
final class Appliance implements AutoCloseable {
    private final Path data;
    private final String acs;
    private final int port;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Process door;
    private String token = "";
    private long pid;

    Appliance(String name, String acs) throws Exception {
        this.data = Files.createDirectories(Benchmarks.WORK.resolve(name));
        this.acs = acs;
        this.port = Benchmarks.freePort();
    }

    /** Sweeps only when we say so. */
    void noClock() throws IOException {
        Files.writeString(
                Files.createDirectories(data.resolve("etc")).resolve("com.rjchronos.scheduling.cfg"),
                "incrementalCron = 0 0 0 1 1 ? 2099\ndiscoveryCron = 0 0 0 1 1 ? 2099\nfullCron = 0 0 0 1 1 ? 2099\n");
    }

    /** Seconds from process start to ready. */
    double start() throws Exception {
        Path ready = data.resolveSibling(data.getFileName() + ".ready");
        Files.deleteIfExists(ready);
        ProcessBuilder builder = new ProcessBuilder(
                Benchmarks.ROOT.resolve("chronos").toString(), "run", "--genieacs-url", acs, "--port", "" + port, "--data",
                data.toString(), "--ready-file", ready.toString());
        builder.environment().put("CHRONOS_MAX_HEAP", Benchmarks.MAX_HEAP);
        long begun = System.nanoTime();
        door = Benchmarks.quiet(builder).start();
        Benchmarks.await(120, () -> answers());
        double seconds = Benchmarks.since(begun);
        Benchmarks.await(30, () -> Files.exists(ready));
        pid = Long.parseLong(Benchmarks.find(Files.readString(ready), "\"pid\": ([0-9]+)"));
        String admin = Files.readString(data.resolve("secrets/first-admin.json"));
        String form = "username=" + encode(Benchmarks.find(admin, "\"user\" *: *\"([^\"]+)\"")) + "&password="
                + encode(Benchmarks.find(admin, "\"password\" *: *\"([^\"]+)\""));
        token = Benchmarks.find(
                http.send(
                                request("/api/auth/token")
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(HttpRequest.BodyPublishers.ofString(form))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body(),
                "\"access_token\":\"([^\"]+)\"");
        return seconds;
    }

    private boolean answers() throws Exception {
        return Benchmarks.open(port)
                && http.send(request("/api/health/ready").build(), HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    }

    /** The appliance notices by itself that its ACS is there, and sweeps it: the seconds of that sweep. */
    double firstSweep(int devices) throws Exception {
        Benchmarks.await(180, () -> get("/api/sweeps?limit=1").contains("\"outcome\":\"complete\""));
        String row = get("/api/sweeps?limit=1");
        if (Integer.parseInt(Benchmarks.find(row, "\"stored\":([0-9]+)")) != devices) {
            throw new IOException("not the first sweep: " + row);
        }
        return seconds(row);
    }

    /** What a command of the shell says. */
    String shell(String command) throws Exception {
        return Benchmarks.run(Benchmarks.ROOT.resolve("chronos").toString(), "shell", "--data", data.toString(), command);
    }

    /** Runs a sweep and returns its seconds, as its row says; it must have read so many devices, and not many more. */
    double sweep(String kind, int devices) throws Exception {
        shell("chronos:sweep " + kind);
        String row = get("/api/sweeps?limit=1");
        int read = Integer.parseInt(Benchmarks.find(row, "\"read\":([0-9]+)"));
        if (read < devices || read > 4 * devices + 100 || !row.contains("\"outcome\":\"complete\"")) {
            throw new IOException("not the sweep that was wanted: " + row);
        }
        return seconds(row);
    }

    private double seconds(String row) throws IOException {
        Duration took = Duration.between(
                Instant.parse(Benchmarks.find(row, "\"started_at\":\"([^\"]+)\"")), Instant.parse(Benchmarks.find(row, "\"ended_at\":\"([^\"]+)\"")));
        return took.toNanos() / 1e9;
    }

    String get(String path) throws Exception {
        HttpResponse<String> answer = http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    double liveHeap() throws Exception {
        String histogram = Benchmarks.run(Benchmarks.java().replaceFirst("java$", "jcmd"), "" + pid, "GC.class_histogram");
        return Double.parseDouble(Benchmarks.find(histogram, "(?m)^Total +[0-9]+ +([0-9]+)"));
    }

    double rss() throws Exception {
        return 1024 * Double.parseDouble(Benchmarks.find(Files.readString(Path.of("/proc/" + pid + "/status")), "VmRSS:\\s+([0-9]+)"));
    }

    void stop() throws Exception {
        Benchmarks.run(Benchmarks.ROOT.resolve("chronos").toString(), "stop", "--data", data.toString());
        door.waitFor(60, TimeUnit.SECONDS);
        token = "";
    }

    @Override
    public void close() throws Exception {
        stop();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
