package com.rjchronos.simulator.nbi;

import com.rjchronos.simulator.control.Chaos;
import com.rjchronos.simulator.cwmp.Tasks;
import com.rjchronos.simulator.json.Json;
import com.rjchronos.simulator.json.JsonSyntaxException;
import com.rjchronos.simulator.json.Moment;
import com.rjchronos.simulator.query.Document;
import com.rjchronos.simulator.query.Filter;
import com.rjchronos.simulator.query.Projection;
import com.rjchronos.simulator.query.QueryCrash;
import com.rjchronos.simulator.query.Rewriting;
import com.rjchronos.simulator.query.SortOrder;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code GET} and {@code HEAD} of a collection. */
final class CollectionRoutes {
    private static final String DEVICES = "devices";
    private static final Pattern LEADING_INTEGER = Pattern.compile("\\s*([+-]?\\d{1,9}).*");
    private static final Map<String, UnaryOperator<Object>> FAULT_TYPES =
            Map.of("timestamp", CollectionRoutes::date, "retries", CollectionRoutes::number);
    private static final Map<String, UnaryOperator<Object>> TASK_TYPES = Map.of(
            "_id", CollectionRoutes::objectId,
            "timestamp", CollectionRoutes::date,
            "retries", CollectionRoutes::number);

    private final Acs acs;
    private final int pace;

    CollectionRoutes(Acs acs, int pace) {
        this.acs = acs;
        this.pace = pace;
    }

    /** Whether the name in a path, in either spelling, is a collection. */
    boolean has(String name) {
        return name.equals(DEVICES) || acs.collections().containsKey(camelCase(name));
    }

    void list(Exchange exchange, String nameInPath, Chaos.Order chaos) throws IOException {
        if (!exchange.method().equals("GET") && !exchange.method().equals("HEAD")) {
            exchange.send(Reply.notAllowed("GET, HEAD"));
            return;
        }
        String name = camelCase(nameInPath);
        Target target = exchange.target();
        boolean devices = name.equals(DEVICES);
        Filter filter;
        SortOrder order;
        try {
            filter = filter(name, target.parameter("query"));
            order = target.parameter("sort")
                    .map(sort -> SortOrder.of(Json.parse(sort), devices))
                    .orElse(SortOrder.NONE);
        } catch (JsonSyntaxException e) {
            exchange.send(Reply.badRequest("SyntaxError: " + e.getMessage()));
            return;
        } catch (QueryCrash e) {
            throw new Crash(e);
        }
        Projection projection = Projection.parse(target.parameter("projection").orElse(""));
        Document[] all =
                devices ? acs.fleet().documents() : acs.collection(name).all();
        Document[] matching = order.apply(matching(all, filter));
        int from = Math.min(matching.length, whole(target.parameter("skip"), 0));
        int limit = whole(target.parameter("limit"), 0);
        int to = limit == 0 ? matching.length : Math.min(matching.length, from + limit);
        new Listing(exchange, projection, chaos, devices ? pace : 0).send(matching, matching.length, from, to);
    }

    private static Document[] matching(Document[] all, Filter filter) {
        return filter.matchesAll() ? all : Arrays.stream(all).filter(filter).toArray(Document[]::new);
    }

    private static Filter filter(String name, Optional<String> query) {
        if (query.isEmpty()) {
            return Filter.ALL;
        }
        Object parsed = Json.parse(query.get());
        return switch (name) {
            case DEVICES -> Filter.of(Rewriting.ofDevices(parsed));
            case "tasks" -> Filter.of(Rewriting.typed(parsed, TASK_TYPES));
            case "faults" -> Filter.of(Rewriting.typed(parsed, FAULT_TYPES));
            default -> Filter.of(Rewriting.typed(parsed, Map.of()));
        };
    }

    private static Object date(Object value) {
        if (value instanceof Number millis) {
            return new Moment(millis.longValue());
        }
        return value instanceof String text
                ? Moment.parse(text).<Object>map(moment -> moment).orElse("Invalid Date")
                : value;
    }

    private static Object number(Object value) {
        return value instanceof String text && text.matches("-?\\d{1,15}") ? Long.valueOf(text) : value;
    }

    private static Object objectId(Object value) {
        if (value instanceof String text && Tasks.isId(text)) {
            return text;
        }
        throw new QueryCrash("Argument passed in must be a string of 12 bytes or a string of 24 hex characters");
    }

    /** {@code parseInt}; what is no number is as if it were not there. */
    private static int whole(Optional<String> text, int otherwise) {
        Matcher matcher = LEADING_INTEGER.matcher(text.orElse(""));
        return matcher.matches() ? Math.max(0, Integer.parseInt(matcher.group(1))) : otherwise;
    }

    private static String camelCase(String name) {
        StringBuilder out = new StringBuilder();
        boolean up = false;
        for (char c : name.toCharArray()) {
            if (c == '_') {
                up = true;
            } else {
                out.append(up ? Character.toUpperCase(c) : c);
                up = false;
            }
        }
        return out.toString();
    }

    /** A file's description, as the files collection shows it. */
    static Map<String, Object> file(String name, long length, Moment uploaded, Map<String, Object> metadata) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("_id", name);
        file.put("length", length);
        file.put("chunkSize", 261_120L);
        file.put("uploadDate", uploaded);
        file.put("filename", name);
        file.put("metadata", metadata);
        return file;
    }
}
