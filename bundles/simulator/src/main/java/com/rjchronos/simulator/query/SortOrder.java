package com.rjchronos.simulator.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The order of a listing; documents without the key come first, equal ones keep the order of the collection.
 *
 * @param keys the names, the most important first
 */
public record SortOrder(List<Key> keys) {
    public static final SortOrder NONE = new SortOrder(List.of());

    /** One name and its direction. */
    public record Key(Path path, boolean descending) {}

    /** Reads {@code {"name": 1, "other": -1}}. */
    public static SortOrder of(Object sort, boolean ofDevices) {
        if (sort == null) {
            throw new QueryCrash("Cannot convert undefined or null to object");
        }
        List<Key> keys = new ArrayList<>();
        if (sort instanceof Map<?, ?> map) {
            map.forEach((name, direction) -> keys.add(key(name.toString(), direction, ofDevices)));
        }
        return new SortOrder(keys);
    }

    /** Returns the documents in this order; leaves the array that was given alone. */
    public Document[] apply(Document[] documents) {
        if (keys.isEmpty()) {
            return documents;
        }
        List<Sorted> rows = new ArrayList<>(documents.length);
        for (Document document : documents) {
            rows.add(new Sorted(
                    document, keys.stream().map(key -> document.at(key.path())).toArray()));
        }
        rows.sort(comparator());
        return rows.stream().map(Sorted::document).toArray(Document[]::new);
    }

    private Comparator<Sorted> comparator() {
        return (left, right) -> {
            for (int i = 0; i < keys.size(); i++) {
                int order = Ranking.compare(left.values()[i], right.values()[i]);
                if (order != 0) {
                    return keys.get(i).descending() ? -order : order;
                }
            }
            return 0;
        };
    }

    private static Key key(String name, Object direction, boolean ofDevices) {
        double sign = direction instanceof Number number ? number.doubleValue() : 0;
        if (sign == 0) {
            throw new QueryCrash("Invalid sort direction: " + direction);
        }
        Path path = Path.of(name);
        boolean bare = ofDevices && !path.attribute().startsWith("_");
        return new Key(bare ? Path.of(name + "._value") : path, sign < 0);
    }

    private record Sorted(Document document, Object[] values) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Sorted sorted
                    && document.equals(sorted.document)
                    && Arrays.equals(values, sorted.values);
        }

        @Override
        public int hashCode() {
            return document.hashCode();
        }
    }
}
