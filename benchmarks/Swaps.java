import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bundles exchanged under 200 requests/s and a running sweep: who was answered wrongly, for how long who was away, what was lost. */
final class Swaps {
    private static final List<String> VENDORS = List.of("huawei", "zte", "fiberhome", "intelbras", "tplink", "generic");
    private static final List<String> HOUSE = List.of("persistence", "genieacs", "scheduling", "inventory", "rest", "web");
    private static final double VENDOR_GAP = 1;
    private static final double HOUSE_GAP = 3;

    private final int devices;
    private final Acs acs;
    private final Appliance appliance;
    private String one = "";

    private Swaps(int devices, Acs acs, Appliance appliance) {
        this.devices = devices;
        this.acs = acs;
        this.appliance = appliance;
    }

    /** @param rounds how often each connector is exchanged, once by stop and start and once by an update */
    static void measure(int devices, int rounds) throws Exception {
        try (Acs acs = new Acs(devices, 4_300);
                Appliance appliance = new Appliance("swaps", acs.url)) {
            appliance.noClock();
            appliance.start();
            acs.start();
            appliance.firstSweep(devices);
            Swaps swaps = new Swaps(devices, acs, appliance);
            swaps.one = Benchmarks.find(appliance.get("/api/devices?limit=1"), "\"id\":\"([^\"]+)\"");
            swaps.connectors(rounds);
            for (String part : HOUSE) {
                swaps.house(part);
            }
            swaps.compared();
        }
    }

    // ---- what is exchanged --------------------------------------------------------------------------------------

    private void connectors(int rounds) throws Exception {
        Sweeping sweeping = new Sweeping();
        Load load = new Load(false);
        int swapped = 0;
        try (sweeping;
                load) {
            for (int round = 0; round < rounds; round++) {
                for (String vendor : VENDORS) {
                    exchange("connectors." + vendor);
                    shell("bundle:update com.rjchronos.connectors." + vendor + " " + Benchmarks.jar("com.rjchronos.connectors." + vendor).toUri());
                    swapped += 2;
                    acs.post("/_sim/inform?count=" + Math.max(1, devices / 100));
                }
            }
        }
        Benchmarks.row("connectors exchanged", devices, swapped, "swaps", Double.NaN, true);
        Benchmarks.row("  meanwhile asked", devices, load.asked.get(), "requests", Double.NaN, true);
        Benchmarks.row("  answered other than by resource", devices, load.wrong.get(), "requests", 0, false);
        Benchmarks.row("  sweeps meanwhile", devices, sweeping.complete.get(), "sweeps", Double.NaN, true);
        Benchmarks.row("  sweeps that did not complete", devices, sweeping.others.get(), "sweeps", 0, false);
        Benchmarks.row("  gap of a swapped vendor", devices, load.vendorGap(), "s", VENDOR_GAP, false);
    }

    private void house(String part) throws Exception {
        Load load = new Load(true);
        try (Sweeping sweeping = new Sweeping();
                load) {
            exchange(part);
            back();
            shell("bundle:update com.rjchronos." + part + " " + Benchmarks.jar("com.rjchronos." + part).toUri());
            back();
        }
        Benchmarks.row(part + ": answered wrongly", devices, load.wrong.get(), "requests", 0, false);
        Benchmarks.row(part + ": gap", devices, load.gap(), "s", HOUSE_GAP, false);
    }

    /** In one command, so that the shell's own start is no part of the gap. */
    private void exchange(String part) throws Exception {
        shell("bundle:stop com.rjchronos." + part + "; bundle:start com.rjchronos." + part);
    }

    private void shell(String command) throws Exception {
        String said = appliance.shell(command);
        if (!said.isBlank()) {
            throw new IOException(command + " said " + said);
        }
    }

    private void back() throws Exception {
        Benchmarks.await(60, () -> appliance.get("/api/devices?limit=5").contains("\"id\"") && allActive());
    }

    private boolean allActive() throws Exception {
        String connectors = appliance.get("/api/connectors");
        return !connectors.contains("\"away\"") && connectors.contains("\"generic\"");
    }

    // ---- what became of it --------------------------------------------------------------------------------------

    /** The database, device by device, beside what the simulator holds. */
    private void compared() throws Exception {
        Benchmarks.await(120, () -> appliance.get("/api/sweeps?limit=1").contains("\"complete\"") && allActive());
        appliance.sweep("full", devices);
        Map<String, Instant> known = known();
        Map<String, Instant> stored = stored();
        long lost = known.entrySet().stream().filter(d -> !d.getValue().equals(stored.get(d.getKey()))).count();
        Benchmarks.row("devices not as the simulator's", devices, lost, "devices", 0, false);
        Benchmarks.row("devices the simulator has not", devices, stored.keySet().stream().filter(id -> !known.containsKey(id)).count(), "devices", 0, false);
        long served = 0;
        long parked = 0;
        String connectors = appliance.get("/api/connectors");
        for (Matcher m = Pattern.compile("\"devices_served\":([0-9]+).*?\"parked_documents\":([0-9]+)").matcher(connectors); m.find(); ) {
            served += Long.parseLong(m.group(1));
            parked += Long.parseLong(m.group(2));
        }
        Benchmarks.row("devices served once, difference", devices, Math.abs(served - devices), "devices", 0, false);
        Benchmarks.row("documents still parked", devices, parked, "documents", 0, false);
    }

    private Map<String, Instant> known() throws Exception {
        Map<String, Instant> known = new HashMap<>();
        for (String line : acs.get("/devices?projection=_id,_lastInform").split("\n")) {
            if (line.contains("\"_id\"")) {
                known.put(Benchmarks.find(line, "\"_id\":\"([^\"]+)\""), Instant.parse(Benchmarks.find(line, "\"_lastInform\":\"([^\"]+)\"")));
            }
        }
        return known;
    }

    private Map<String, Instant> stored() throws Exception {
        Pattern row = Pattern.compile("\"genieacs_id\":\"([^\"]+)\".*?\"last_inform\":\"([^\"]+)\"");
        Map<String, Instant> stored = new HashMap<>();
        int before = -1;
        for (int page = 1; stored.size() > before; page++) {
            before = stored.size();
            for (Matcher m = row.matcher(appliance.get("/api/devices?limit=200&sort=id&page=" + page)); m.find(); ) {
                stored.put(m.group(1), Instant.parse(m.group(2)));
            }
        }
        return stored;
    }

    // ---- meanwhile ----------------------------------------------------------------------------------------------

    /** Full sweeps, one after the other. */
    private final class Sweeping implements AutoCloseable {
        final AtomicInteger complete = new AtomicInteger();
        final AtomicInteger others = new AtomicInteger();
        private final AtomicBoolean over = new AtomicBoolean();
        private final Thread thread = new Thread(this::sweep, "sweeping");

        Sweeping() {
            thread.start();
        }

        private void sweep() {
            while (!over.get()) {
                try {
                    (appliance.shell("chronos:sweep full").contains("complete") ? complete : others).incrementAndGet();
                } catch (Exception e) {
                    others.incrementAndGet();
                }
            }
        }

        @Override
        public void close() throws InterruptedException {
            over.set(true);
            thread.join();
        }
    }

    /** 200 requests/s, due at fixed times whether or not earlier ones were answered. */
    private final class Load implements AutoCloseable {
        private static final int PER_SECOND = 200;
        private static final int CLIENTS = 32;
        final AtomicInteger asked = new AtomicInteger();
        final AtomicInteger wrong = new AtomicInteger();
        private final boolean mayBeAway;
        private final List<String> paths =
                List.of("/api/devices?limit=5", "/api/connectors", "/api/devices/" + one, "/api/connectors");
        private final Map<String, Gaps> answers = new HashMap<>();
        private final Map<String, Gaps> inService = new HashMap<>();
        private final AtomicBoolean over = new AtomicBoolean();
        private final Thread[] clients = new Thread[CLIENTS];
        private final long begun = System.nanoTime();

        Load(boolean mayBeAway) {
            this.mayBeAway = mayBeAway;
            paths.forEach(path -> answers.put(path, new Gaps()));
            VENDORS.forEach(vendor -> inService.put(vendor, new Gaps()));
            for (int i = 0; i < CLIENTS; i++) {
                clients[i] = new Thread(this::ask, "client-" + i);
                clients[i].start();
            }
        }

        private void ask() {
            HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            while (!over.get()) {
                int n = asked.getAndIncrement();
                Benchmarks.until(begun + n * (1_000_000_000L / PER_SECOND));
                try {
                    look(http, n);
                } catch (IOException e) {
                    wrong.incrementAndGet();
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        private void look(HttpClient http, int n) throws IOException, InterruptedException {
            String path = paths.get(n % paths.size());
            HttpResponse<String> answer = http.send(appliance.request(path).timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
            boolean away = answer.statusCode() == 503 && answer.headers().firstValue("Retry-After").isPresent();
            if (answer.statusCode() == 200 && ofItsResource(path, answer.body())) {
                answers.get(path).seen(System.nanoTime());
                if (path.equals("/api/connectors")) {
                    active(answer.body());
                }
            } else if (!mayBeAway || !away) {
                wrong.incrementAndGet();
            }
        }

        private boolean ofItsResource(String path, String body) {
            if (path.equals("/api/connectors")) {
                return body.startsWith("[") && body.contains("\"speaks_for\"");
            }
            return path.endsWith(one) ? body.contains("\"id\":\"" + one + "\"") : body.startsWith("[{\"id\"");
        }

        private void active(String connectors) {
            for (String vendor : VENDORS) {
                if (Pattern.compile("\"name\":\"" + vendor + "\"[^{]*\"state\":\"active\"").matcher(connectors).find()) {
                    inService.get(vendor).seen(System.nanoTime());
                }
            }
        }

        /** The longest time, in seconds, in which one of the resources did not answer. */
        double gap() {
            return longest(answers);
        }

        /** The longest time, in seconds, between two answers that a vendor's connector is in service. */
        double vendorGap() {
            return longest(inService);
        }

        private double longest(Map<String, Gaps> gaps) {
            return gaps.values().stream().mapToDouble(Gaps::longest).max().orElseThrow();
        }

        @Override
        public void close() throws InterruptedException {
            over.set(true);
            for (Thread client : clients) {
                client.join();
            }
            answers.values().forEach(Gaps::ended);
            inService.values().forEach(Gaps::ended);
        }
    }

    /** The longest time between two moments when something was seen. */
    private static final class Gaps {
        private long last;
        private long longest;

        synchronized void seen(long now) {
            longest = last == 0 ? 0 : Math.max(longest, now - last);
            last = Math.max(last, now);
        }

        /** Who is away at the end has been since he was last seen. */
        synchronized void ended() {
            seen(System.nanoTime());
        }

        synchronized double longest() {
            return longest / 1e9;
        }
    }
}
