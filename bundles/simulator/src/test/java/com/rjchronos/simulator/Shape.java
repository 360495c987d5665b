package com.rjchronos.simulator;

import com.rjchronos.simulator.json.Moment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares what two bodies are made of: names, types, numbers of items; and ids, tags and codes by their values. */
final class Shape {
    private static final Set<String> BY_VALUE =
            Set.of("_tags", "code", "name", "_OUI", "_ProductClass", "_SerialNumber");

    /** Constructed leaves stand beside the recorded ones in these. */
    private static final Set<String> COMPLETED =
            Set.of("DeviceInfo", "WANDevice", "LANDevice", "1", "2", "WANConnectionDevice");

    private Shape() {}

    /** One line for each difference; unless exact, the second may have more members than the first. */
    static String differences(Object recorded, Object ours, boolean exact) {
        StringBuilder differences = new StringBuilder();
        compare("", recorded, ours, exact, differences);
        return differences.toString();
    }

    /** The items of the second list whose members differ, by name or type, from those of every item of the first; any if there is none. */
    static Set<String> strangers(Object recorded, Object ours) {
        Set<String> known = forms(recorded);
        Set<String> strangers = new TreeSet<>(forms(ours));
        strangers.removeAll(known.isEmpty() ? forms(ours) : known);
        return strangers;
    }

    private static Set<String> forms(Object items) {
        return ((List<?>) items).stream().map(Shape::form).collect(Collectors.toSet());
    }

    private static String form(Object item) {
        Map<String, String> members = new TreeMap<>();
        ((Map<?, ?>) item).forEach((key, value) -> members.put(key.toString(), kind(value)));
        return members.toString();
    }

    private static void compare(String at, Object recorded, Object ours, boolean exact, StringBuilder out) {
        if (recorded instanceof Map<?, ?> left && ours instanceof Map<?, ?> right) {
            left.forEach((key, value) -> {
                if (!right.containsKey(key)) {
                    out.append(at).append('.').append(key).append(" is missing\n");
                } else {
                    compare(at + "." + key, value, right.get(key), exact && !COMPLETED.contains(key.toString()), out);
                }
            });
            right.keySet().stream()
                    .filter(key -> exact && !left.containsKey(key))
                    .forEach(key -> out.append(at).append('.').append(key).append(" is too much\n"));
        } else if (recorded instanceof List<?> left && ours instanceof List<?> right) {
            if (left.size() != right.size()) {
                out.append(at)
                        .append(" has ")
                        .append(right.size())
                        .append(" items instead of ")
                        .append(left.size())
                        .append('\n');
            }
            for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
                compare(at + "[" + i + "]", left.get(i), right.get(i), exact, out);
            }
        } else if (!kind(recorded).equals(kind(ours)) || byValue(at) && !Objects.equals(recorded, ours)) {
            out.append(at)
                    .append(": ")
                    .append(ours)
                    .append(" instead of ")
                    .append(recorded)
                    .append('\n');
        }
    }

    private static boolean byValue(String at) {
        String name = at.replaceAll("\\[\\d+\\]$", "");
        return BY_VALUE.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static String kind(Object value) {
        if (value instanceof String text) {
            return Moment.isStored(text) ? "date" : "text";
        }
        return value == null
                ? "null"
                : value instanceof Number ? "number" : value.getClass().getSimpleName();
    }
}
