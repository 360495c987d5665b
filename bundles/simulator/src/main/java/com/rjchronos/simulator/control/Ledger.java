package com.rjchronos.simulator.control;

import com.rjchronos.simulator.cwmp.Changes;
import com.rjchronos.simulator.json.Moment;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the simulator was asked and what it changed: exact counters, and the last {@value #KEPT} entries of each. */
public final class Ledger implements Changes {
    private static final int KEPT = 2_000;

    private final Clock clock;
    private final Deque<Map<String, Object>> requests = new ArrayDeque<>();
    private final Deque<Map<String, Object>> changes = new ArrayDeque<>();
    private final Map<String, Long> byRoute = new TreeMap<>();
    private final Map<String, Long> byStatus = new TreeMap<>();
    private final Map<String, Long> byChange = new TreeMap<>();
    private long asked;
    private long changed;
    private long bytes;
    private long documents;

    public Ledger(Clock clock) {
        this.clock = clock;
    }

    /**
     * An exchange with a client of the NBI, at its end.
     *
     * @param path raw, as it was asked
     * @param query raw, empty if there was none
     * @param status 0 if there was no HTTP answer
     * @param bytes of the answer's body
     * @param documents how many of a collection's were sent
     */
    public record Asked(
            String method,
            String path,
            String query,
            int status,
            String reason,
            long bytes,
            long documents,
            long millis) {}

    public synchronized void asked(Asked entry) {
        asked++;
        bytes += entry.bytes();
        documents += entry.documents();
        byRoute.merge(entry.method() + " " + route(entry.path()), 1L, Long::sum);
        byStatus.merge(entry.status() == 0 ? "NO ANSWER" : entry.status() + " " + entry.reason(), 1L, Long::sum);
        Map<String, Object> line = line(asked);
        line.put("method", entry.method());
        line.put("path", entry.path());
        line.put("query", entry.query());
        line.put("status", entry.status());
        line.put("reason", entry.reason());
        line.put("bytes", entry.bytes());
        line.put("documents", entry.documents());
        line.put("millis", entry.millis());
        keep(requests, line);
    }

    @Override
    public synchronized void changed(String kind, String device, String detail) {
        changed++;
        byChange.merge(kind, 1L, Long::sum);
        Map<String, Object> line = line(changed);
        line.put("kind", kind);
        line.put("device", device);
        line.put("detail", detail.length() > 300 ? detail.substring(0, 300) + "…" : detail);
        keep(changes, line);
    }

    /** The whole ledger as plain values; of each list the last so many entries, the latest last. */
    public synchronized Map<String, Object> document(int last) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("requests", asked);
        document.put("bytes", bytes);
        document.put("documents", documents);
        document.put("byRoute", new LinkedHashMap<>(byRoute));
        document.put("byStatus", new LinkedHashMap<>(byStatus));
        document.put("changes", changed);
        document.put("byChange", new LinkedHashMap<>(byChange));
        document.put("requestsKept", (long) requests.size());
        document.put("requestsDropped", asked - requests.size());
        document.put("changesKept", (long) changes.size());
        document.put("changesDropped", changed - changes.size());
        document.put("lastRequests", tail(requests, last));
        document.put("lastChanges", tail(changes, last));
        return document;
    }

    /** Begins a new ledger. */
    public synchronized void clear() {
        requests.clear();
        changes.clear();
        byRoute.clear();
        byStatus.clear();
        byChange.clear();
        asked = 0;
        changed = 0;
        bytes = 0;
        documents = 0;
    }

    private Map<String, Object> line(long number) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("number", number);
        line.put("at", new Moment(clock.millis()));
        return line;
    }

    private static void keep(Deque<Map<String, Object>> lines, Map<String, Object> line) {
        if (lines.size() >= KEPT) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    private static List<Object> tail(Deque<Map<String, Object>> lines, int last) {
        List<Object> all = new ArrayList<>(lines);
        return all.subList(Math.max(0, all.size() - last), all.size());
    }

    /** The path with its ids left out, so that counters stay few. */
    private static String route(String path) {
        String[] parts = path.split("/", -1);
        if (parts.length < 2 || parts[1].length() > 40) {
            return "/?";
        }
        StringBuilder route = new StringBuilder("/").append(parts[1]);
        for (int i = 2; i < Math.min(parts.length, 5); i++) {
            boolean word = i == 3 && List.of("tasks", "tags", "retry").contains(parts[i]);
            route.append(parts[i].isEmpty() ? "" : word ? "/" + parts[i] : "/*");
        }
        return route.toString();
    }
}
