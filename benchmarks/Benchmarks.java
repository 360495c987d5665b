import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
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

/** Reproducible measurements of the distribution that ships; see README.md beside this file. */
public final class Benchmarks {
    static final Path ROOT = Path.of(System.getProperty("chronos.root", ".")).toAbsolutePath().normalize();
    static final Path WORK = ROOT.resolve("benchmarks/results/work");
    private static final Path ASSEMBLY = ROOT.resolve("karaf-assembly/target/assembly");
    static final String MAX_HEAP = "256m";
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
            if (List.of(args).contains("swaps")) {
                Swaps.measure(number(args, "--devices", quick ? 2_000 : 20_000), quick ? 1 : 3);
            } else {
                measure(fleets);
            }
        } finally {
            report();
        }
        run("rm", "-rf", WORK.toString());
    }

    private static int number(String[] args, String option, int otherwise) {
        int at = List.of(args).indexOf(option);
        return at < 0 ? otherwise : Integer.parseInt(args[at + 1]);
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
                    until(due);
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

    // ---- small things -------------------------------------------------------------------------------------------

    static void row(String name, int devices, double value, String unit, double target, boolean atLeast) {
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

    /** The jar of a bundle of ours, as it ships. */
    static Path jar(String symbolicName) throws IOException {
        try (Stream<Path> found = Files.walk(ASSEMBLY.resolve("system/com/rjchronos").resolve(symbolicName))) {
            return found.filter(p -> p.toString().endsWith(".jar")).findFirst().orElseThrow();
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin/java").toString();
    }

    static ProcessBuilder quiet(ProcessBuilder builder) {
        return builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(WORK.resolve("processes.log").toFile()));
    }

    static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + output);
        }
        return output;
    }

    static void await(int seconds, Callable<Boolean> condition) throws Exception {
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

    static boolean open(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void edit(Path file, String what, String by) throws IOException {
        Files.writeString(file, Files.readString(file).replaceAll(what, by));
    }

    static String find(String text, String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IOException("no " + pattern + " in: " + text);
        }
        return matcher.group(1);
    }

    static void until(long due) {
        while (System.nanoTime() < due) {
            LockSupport.parkNanos(Math.max(1, due - System.nanoTime()));
        }
    }

    static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
