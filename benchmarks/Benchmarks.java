import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reproducible measurements of the distribution that ships; see README.md beside this file. Runs as a single source file. */
public final class Benchmarks {
    private static final Path ROOT = Path.of(System.getProperty("chronos.root", ".")).toAbsolutePath().normalize();
    private static final Path WORK = ROOT.resolve("benchmarks/results/work");
    private static final Path ASSEMBLY = ROOT.resolve("karaf-assembly/target/assembly");
    private static final String MAX_HEAP = "256m";
    private static final int RESTARTS = 3;
    private static final List<Row> ROWS = new ArrayList<>();

    /** One line of the table. */
    record Row(String name, String size, double value, String unit, String target, Boolean reached) {}

    public static void main(String[] args) throws Exception {
        boolean quick = List.of(args).contains("--quick");
        int[] fleets = quick ? new int[] {1_000, 5_000} : new int[] {1_000, 5_000, 20_000};
        run("rm", "-rf", WORK.toString());
        Files.createDirectories(WORK);
        try {
            measure(fleets);
        } finally {
            report();
        }
        run("rm", "-rf", WORK.toString());
    }

    private static void measure(int[] fleets) throws Exception {
        boot();
        double smallHeap = 0;
        for (int devices : fleets) {
            double heap = sweeps(devices, devices == fleets[fleets.length - 1]);
            if (devices == fleets[0]) {
                smallHeap = heap;
            } else {
                row("live heap, ratio to " + fleets[0], devices, heap / smallHeap, "×", 1.15, false);
            }
            paced(devices);
        }
    }

    // ---- boot ---------------------------------------------------------------------------------------------------

    private static void boot() throws Exception {
        double bare = bareKaraf();
        try (Acs acs = new Acs(500, 0);
                Appliance appliance = new Appliance("boot", acs.url)) {
            acs.start();
            double first = appliance.start();
            row("first boot to ready", 500, first, "s", 25, false);
            double again = Double.MAX_VALUE;
            for (int i = 0; i < RESTARTS; i++) {
                appliance.stop();
                again = Math.min(again, appliance.start());
            }
            row("boot to ready", 500, again, "s", Double.NaN, false);
            row("bare Karaf to its shell", 0, bare, "s", Double.NaN, false);
            row("boot, ratio to bare Karaf", 500, again / bare, "×", 2, false);
        }
    }

    /** A Karaf of the same version with the features of its own distribution, our JVM flags and nothing else of ours; its first start is not counted. */
    private static double bareKaraf() throws Exception {
        Path home = Files.createDirectories(WORK.resolve("bare"));
        Path archive = ROOT.resolve("benchmarks/results/apache-karaf.tar.gz");
        if (!Files.exists(archive)) {
            run("sh", "-c", "cd '" + ROOT + "' && mvn -B -q -N dependency:copy -Dartifact=org.apache.karaf:apache-karaf:4.4.10:tar.gz"
                    + " -DoutputDirectory=benchmarks/results -Dmdep.stripVersion=true");
        }
        run("tar", "xzf", archive.toString(), "-C", home.toString(), "--strip-components=1");
        int ssh = freePort();
        edit(home.resolve("etc/org.apache.karaf.shell.cfg"), "(?m)^sshPort *=.*", "sshPort = " + ssh);
        edit(home.resolve("etc/org.apache.karaf.shell.cfg"), "(?m)^sshHost *=.*", "sshHost = 127.0.0.1");
        for (String port : List.of("rmiRegistryPort", "rmiServerPort")) {
            edit(home.resolve("etc/org.apache.karaf.management.cfg"), "(?m)^" + port + " *=.*", port + " = " + freePort());
        }
        Files.copy(ASSEMBLY.resolve("bin/setenv"), home.resolve("bin/setenv"), StandardCopyOption.REPLACE_EXISTING);
        double best = Double.MAX_VALUE;
        for (int i = 0; i <= RESTARTS; i++) {
            ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/karaf").toString(), "server");
            builder.environment().put("KARAF_EXEC", "exec");
            builder.environment().put("CHRONOS_MAX_HEAP", MAX_HEAP);
            long begun = System.nanoTime();
            Process karaf = quiet(builder).start();
            await(60, () -> open(ssh));
            if (i > 0) {
                best = Math.min(best, since(begun));
            }
            karaf.destroy();
            karaf.waitFor(30, TimeUnit.SECONDS);
        }
        return best;
    }

    // ---- sweeps -------------------------------------------------------------------------------------------------

    private static double sweeps(int devices, boolean load) throws Exception {
        try (Acs acs = new Acs(devices, 0);
                Appliance appliance = new Appliance("sweeps-" + devices, acs.url)) {
            appliance.noClock();
            appliance.start(); // finds nobody at the ACS's address, so that its sweep at start does not count as the first
            acs.start();
            acs.post("/_sim/clock?shift_seconds=7200"); // so that nobody seems to have informed just now
            double first = appliance.firstSweep(devices);
            row("first sweep", devices, devices / first, "devices/s", devices >= 20_000 ? 4_000 : Double.NaN, true);
            double unchanged = Math.min(appliance.sweep("full", devices), appliance.sweep("full", devices));
            row("unchanged sweep", devices, devices / unchanged, "devices/s", devices >= 20_000 ? 8_000 : Double.NaN, true);
            row("curl of the same request", devices, devices / acs.curl(), "devices/s", Double.NaN, true);
            acs.post("/_sim/inform?count=" + devices / 100);
            double incremental = appliance.sweep("incremental", devices / 100);
            row("1 % incremental ÷ full", devices, 100 * incremental / unchanged, "%", devices >= 20_000 ? 5 : Double.NaN, false);
            double heap = appliance.liveHeap();
            row("live heap after GC", devices, heap / 1e6, "MB", Double.NaN, false);
            row("RSS", devices, appliance.rss() / 1e6, "MB", Double.NaN, false);
            if (load) {
                load(appliance, devices);
            }
            return heap;
        }
    }

    private static void paced(int devices) throws Exception {
        try (Acs acs = new Acs(devices, 4_300);
                Appliance appliance = new Appliance("paced-" + devices, acs.url)) {
            appliance.noClock();
            appliance.start();
            acs.start();
            double first = appliance.firstSweep(devices);
            double again = appliance.sweep("full", devices);
            double curl = acs.curl();
            row("paced first sweep ÷ curl", devices, first / curl, "×", devices >= 20_000 ? 1.3 : Double.NaN, false);
            row("paced unchanged sweep ÷ curl", devices, again / curl, "×", devices >= 20_000 ? 1.3 : Double.NaN, false);
        }
    }

    // ---- load ---------------------------------------------------------------------------------------------------

    private static void load(Appliance appliance, int devices) throws Exception {
        String list = "/api/devices?limit=100";
        Matcher id = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(appliance.get(list));
        id.find();
        openLoop(appliance, list, 200, 8); // warm
        latencies("list of 100, 200/s", devices, openLoop(appliance, list, 200, 20), 25);
        latencies("one device, 200/s", devices, openLoop(appliance, "/api/devices/" + id.group(1), 200, 20), Double.NaN);
    }

    private static void latencies(String name, int devices, Load load, double target) {
        double[] millis = load.millis();
        Arrays.sort(millis);
        if (load.failed() > 0) {
            row(name + ": not answered 200", devices, load.failed(), "requests", 0, false);
        }
        row(name + ": p50", devices, millis[millis.length / 2], "ms", Double.NaN, false);
        row(name + ": p99", devices, millis[(int) (millis.length * 0.99)], "ms", target, false);
    }

    /** What a load saw: until each request was answered, or failed, and how many were not answered 200. */
    record Load(double[] millis, int failed) {}

    /** Requests are due at fixed times whether or not earlier ones were answered: latency counts from when one was due. */
    private static Load openLoop(Appliance appliance, String path, int perSecond, int seconds) throws Exception {
        int count = perSecond * seconds;
        double[] millis = new double[count];
        AtomicInteger next = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        long begun = System.nanoTime() + 100_000_000L;
        ExecutorService clients = Executors.newFixedThreadPool(8);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            running.add(clients.submit(() -> {
                HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                    long due = begun + n * (1_000_000_000L / perSecond);
                    while (System.nanoTime() < due) {
                        LockSupport.parkNanos(Math.max(1, due - System.nanoTime()));
                    }
                    if (!answered(http, appliance.request(path).timeout(Duration.ofSeconds(30)).build())) {
                        failed.incrementAndGet();
                    }
                    millis[n] = (System.nanoTime() - due) / 1e6;
                }
                return null;
            }));
        }
        for (Future<?> client : running) {
            client.get();
        }
        clients.shutdown();
        return new Load(millis, failed.get());
    }

    private static boolean answered(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    // ---- the parts ----------------------------------------------------------------------------------------------

    /** The simulator as a process of its own: frozen, so that only what we ask for changes. */
    private static final class Acs implements AutoCloseable {
        final String url;
        private final int port = freePort();
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
            process = quiet(new ProcessBuilder(
                            java(), "-Xmx2g", "-jar", simulator().toString(), "--port", "" + port, "--devices", "" + devices, "--seed",
                            "1", "--frozen", "--pace", "" + pace))
                    .start();
            await(120, () -> open(port));
        }

        void post(String path) throws Exception {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(url + path)).POST(HttpRequest.BodyPublishers.noBody()).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("POST " + path + " answered " + answer.statusCode() + " " + answer.body());
            }
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
                run("curl", "-sS", "-o", "/dev/null", url + "/devices?" + query);
                best = Math.min(best, since(begun));
            }
            return best;
        }

        @Override
        public void close() throws Exception {
            process.destroy();
            process.waitFor(20, TimeUnit.SECONDS);
        }
    }

    /** The distribution, run by its own front door. */
    private static final class Appliance implements AutoCloseable {
        private final Path data;
        private final String acs;
        private final int port;
        private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private Process door;
        private String token = "";
        private long pid;

        Appliance(String name, String acs) throws Exception {
            this.data = Files.createDirectories(WORK.resolve(name));
            this.acs = acs;
            this.port = freePort();
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
                    ROOT.resolve("chronos").toString(), "run", "--genieacs-url", acs, "--port", "" + port, "--data",
                    data.toString(), "--ready-file", ready.toString());
            builder.environment().put("CHRONOS_MAX_HEAP", MAX_HEAP);
            long begun = System.nanoTime();
            door = quiet(builder).start();
            await(120, () -> answers());
            double seconds = since(begun);
            await(30, () -> Files.exists(ready));
            pid = Long.parseLong(find(Files.readString(ready), "\"pid\": ([0-9]+)"));
            String admin = Files.readString(data.resolve("secrets/first-admin.json"));
            String form = "username=" + encode(find(admin, "\"user\" *: *\"([^\"]+)\"")) + "&password="
                    + encode(find(admin, "\"password\" *: *\"([^\"]+)\""));
            token = find(
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
            return open(port)
                    && http.send(request("/api/health/ready").build(), HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        }

        /** The appliance notices by itself that its ACS is there, and sweeps it: the seconds of that sweep. */
        double firstSweep(int devices) throws Exception {
            await(180, () -> get("/api/sweeps?limit=1").contains("\"outcome\":\"complete\""));
            String row = get("/api/sweeps?limit=1");
            if (Integer.parseInt(find(row, "\"stored\":([0-9]+)")) != devices) {
                throw new IOException("not the first sweep: " + row);
            }
            return seconds(row);
        }

        /** Runs a sweep and returns its seconds, as its row says; it must have read so many devices, and not many more. */
        double sweep(String kind, int devices) throws Exception {
            run(ROOT.resolve("chronos").toString(), "shell", "--data", data.toString(), "chronos:sweep " + kind);
            String row = get("/api/sweeps?limit=1");
            int read = Integer.parseInt(find(row, "\"read\":([0-9]+)"));
            if (read < devices || read > 4 * devices + 100 || !row.contains("\"outcome\":\"complete\"")) {
                throw new IOException("not the sweep that was wanted: " + row);
            }
            return seconds(row);
        }

        private double seconds(String row) throws IOException {
            Duration took = Duration.between(
                    Instant.parse(find(row, "\"started_at\":\"([^\"]+)\"")), Instant.parse(find(row, "\"ended_at\":\"([^\"]+)\"")));
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
            String histogram = run(java().replaceFirst("java$", "jcmd"), "" + pid, "GC.class_histogram");
            return Double.parseDouble(find(histogram, "(?m)^Total +[0-9]+ +([0-9]+)"));
        }

        double rss() throws Exception {
            return 1024 * Double.parseDouble(find(Files.readString(Path.of("/proc/" + pid + "/status")), "VmRSS:\\s+([0-9]+)"));
        }

        void stop() throws Exception {
            run(ROOT.resolve("chronos").toString(), "stop", "--data", data.toString());
            door.waitFor(60, TimeUnit.SECONDS);
            token = "";
        }

        @Override
        public void close() throws Exception {
            stop();
        }
    }

    // ---- small things -------------------------------------------------------------------------------------------

    private static void row(String name, int devices, double value, String unit, double target, boolean atLeast) {
        Boolean reached = Double.isNaN(target) ? null : atLeast ? value >= target : value <= target;
        String wanted = Double.isNaN(target) ? "" : (atLeast ? "≥ " : "≤ ") + number(target);
        Row row = new Row(name, devices == 0 ? "" : "" + devices, value, unit, wanted, reached);
        ROWS.add(row);
        System.out.println(line(row));
    }

    private static String line(Row r) {
        return String.format(Locale.ROOT, "| %-36s | %7s | %12s %-9s | %9s %-6s |", r.name(), r.size(), number(r.value()), r.unit(),
                r.target(), r.reached() == null ? "" : r.reached() ? "ok" : "MISSED");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.2f", value).replace(',', ' ');
    }

    private static void report() throws IOException {
        System.out.println();
        System.out.println("| what                                 | devices |         value           | target           |");
        System.out.println("|--------------------------------------|---------|-------------------------|------------------|");
        ROWS.forEach(r -> System.out.println(line(r)));
        StringBuilder json = new StringBuilder("{\"at\":\"" + Instant.now() + "\",\"processors\":"
                + Runtime.getRuntime().availableProcessors() + ",\"rows\":[");
        for (Row r : ROWS) {
            json.append(json.charAt(json.length() - 1) == '[' ? "" : ",")
                    .append(String.format(Locale.ROOT, "%n{\"name\":\"%s\",\"devices\":\"%s\",\"value\":%.4f,\"unit\":\"%s\",\"target\":\"%s\",\"reached\":%s}",
                            r.name(), r.size(), r.value(), r.unit(), r.target(), r.reached()));
        }
        Path file = ROOT.resolve("benchmarks/results/" + Instant.now().toString().replace(':', '-') + ".json");
        Files.writeString(file, json.append("\n]}\n"));
        System.out.println("\nWritten to " + file);
    }

    private static Path simulator() throws IOException {
        try (Stream<Path> found = Files.walk(ASSEMBLY.resolve("system/com/rjchronos/com.rjchronos.simulator"))) {
            return found.filter(p -> p.toString().endsWith(".jar")).findFirst().orElseThrow();
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin/java").toString();
    }

    private static ProcessBuilder quiet(ProcessBuilder builder) {
        return builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(WORK.resolve("processes.log").toFile()));
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + output);
        }
        return output;
    }

    private static void await(int seconds, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < deadline) {
            try {
                if (condition.call()) {
                    return;
                }
            } catch (IOException notYet) {
                LockSupport.parkNanos(1);
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new IOException("not within " + seconds + " s; see " + WORK.resolve("processes.log"));
    }

    private static boolean open(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void edit(Path file, String what, String by) throws IOException {
        Files.writeString(file, Files.readString(file).replaceAll(what, by));
    }

    private static String find(String text, String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IOException("no " + pattern + " in: " + text);
        }
        return matcher.group(1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
