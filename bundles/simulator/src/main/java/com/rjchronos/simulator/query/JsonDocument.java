package com.rjchronos.simulator.query;

import com.rjchronos.simulator.json.ByteSink;
import com.rjchronos.simulator.json.Json;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A document kept as plain values; never changed after it was made.
 *
 * @param values the members, in order
 */
public record JsonDocument(Map<String, Object> values) implements Document {

    /** The document's {@code _id}, or an empty text. */
    public String id() {
        return values.get("_id") instanceof String id ? id : "";
    }

    /** A text member, or an empty text. */
    public String text(String name) {
        return values.get(name) instanceof String text ? text : "";
    }

    @Override
    public Object at(Path path) {
        return walk(values, path.segments().iterator());
    }

    @Override
    public void write(Projection projection, ByteSink out) {
        Json.write(projection.whole() ? values : narrowed(projection), out);
    }

    private Map<String, Object> narrowed(Projection projection) {
        Map<String, Object> picked = new LinkedHashMap<>();
        if (values.containsKey("_id")) {
            picked.put("_id", values.get("_id"));
        }
        pick(values, projection.root(), picked);
        return picked;
    }

    private static void pick(Map<?, ?> from, Projection.Branch branch, Map<String, Object> into) {
        from.forEach((key, value) -> {
            Projection.Branch below = branch.children().get(key.toString());
            if (below == null) {
                return;
            }
            if (below.whole()) {
                into.put(key.toString(), value);
            } else if (value instanceof Map<?, ?> map) {
                Map<String, Object> part = new LinkedHashMap<>();
                pick(map, below, part);
                into.put(key.toString(), part);
            }
        });
    }

    private static Object walk(Object value, Iterator<String> rest) {
        Object here = value;
        while (rest.hasNext()) {
            String segment = rest.next();
            if (here instanceof Map<?, ?> map) {
                here = map.containsKey(segment) ? map.get(segment) : ABSENT;
            } else if (here instanceof List<?> list) {
                here = item(list, segment);
            } else {
                return ABSENT;
            }
        }
        return here;
    }

    private static Object item(List<?> list, String segment) {
        if (!segment.isEmpty() && segment.length() < 9 && segment.chars().allMatch(c -> c >= '0' && c <= '9')) {
            int index = Integer.parseInt(segment);
            return index < list.size() ? list.get(index) : ABSENT;
        }
        List<Object> found = new ArrayList<>();
        for (Object element : list) {
            if (element instanceof Map<?, ?> map && map.containsKey(segment)) {
                found.add(map.get(segment));
            }
        }
        return found.isEmpty() ? ABSENT : found;
    }
}
