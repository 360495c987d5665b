import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The simulator as a process of its own: frozen, so that only what we ask for changes. */
final class Acs implements AutoCloseable {
    final String url;
    private final int port = Benchmarks.freePort();
    private final int devices;
    private final int pace;
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;

    Acs(int devices, int pace) throws IOException {
        this.devices = devices;
        this.pace = pace;
        this.url = "http://127.0.0.1:" + port;
    }

    void start() throws Exception {
        process = Benchmarks.quiet(new ProcessBuilder(
                        Benchmarks.java(), "-Xmx2g", "-jar", Benchmarks.jar("com.rjchronos.simulator").toString(), "--port", "" + port, "--devices", "" + devices, "--seed",
                        "1", "--frozen", "--pace", "" + pace))
                .start();
        Benchmarks.await(120, () -> Benchmarks.open(port));
    }

    void post(String path) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(url + path)).POST(HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("POST " + path + " answered " + answer.statusCode() + " " + answer.body());
        }
    }

    String get(String path) throws Exception {
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** Seconds that curl takes for the last full device list somebody asked for; the best of three. */
    double curl() throws Exception {
        String ledger = http.send(
                        HttpRequest.newBuilder(URI.create(url + "/_sim/ledger")).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        String query = "";
        Matcher asked = Pattern.compile("\"path\":\"/devices/?\",\"query\":\"([^\"]*projection[^\"]*)\"").matcher(ledger);
        while (asked.find()) {
            if (!asked.group(1).contains("_lastInform%22%3A") && !asked.group(1).contains("limit=1") && !asked.group(1).contains("_registered%22%3A")) {
                query = asked.group(1);
            }
        }
        if (query.isEmpty()) {
            throw new IOException("no full sweep in the simulator's ledger");
        }
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long begun = System.nanoTime();
            Benchmarks.run("curl", "-sS", "-o", "/dev/null", url + "/devices?" + query);
            best = Math.min(best, Benchmarks.since(begun));
        }
        return best;
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        process.waitFor(20, TimeUnit.SECONDS);
    }
}
