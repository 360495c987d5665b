package com.rjchronos.simulator.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A query, ready to be asked of documents: {@code $and}, {@code $or}, {@code $nor} and conditions on names. */
public final class Filter implements Predicate<Document> {
    public static final Filter ALL = new Filter(List.of());

    private final List<Predicate<Document>> conditions;

    private Filter(List<Predicate<Document>> conditions) {
        this.conditions = List.copyOf(conditions);
    }

    /** Compiles a query; throws {@link QueryCrash} for what the database would refuse. */
    public static Filter of(Map<String, Object> query) {
        List<Predicate<Document>> conditions = new ArrayList<>();
        query.forEach((key, value) -> conditions.add(condition(key, value)));
        return new Filter(conditions);
    }

    /** Whether it matches everything, without looking. */
    public boolean matchesAll() {
        return conditions.isEmpty();
    }

    @Override
    public boolean test(Document document) {
        for (Predicate<Document> condition : conditions) {
            if (!condition.test(document)) {
                return false;
            }
        }
        return true;
    }

    private static Predicate<Document> condition(String key, Object value) {
        return switch (key) {
            case "$and" -> conjunction(branches(value));
            case "$or" -> disjunction(branches(value));
            case "$nor" -> disjunction(branches(value)).negate();
            default -> {
                if (key.startsWith("$")) {
                    throw new QueryCrash("unknown top level operator: " + key);
                }
                Path path = Path.of(key);
                Predicate<Object> test = Condition.of(value);
                yield document -> test.test(document.at(path));
            }
        };
    }

    private static Predicate<Document> conjunction(List<Filter> branches) {
        return document -> {
            for (Filter branch : branches) {
                if (!branch.test(document)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static Predicate<Document> disjunction(List<Filter> branches) {
        return document -> {
            for (Filter branch : branches) {
                if (branch.test(document)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static List<Filter> branches(Object value) {
        if (!(value instanceof List<?> list) || list.isEmpty()) {
            throw new QueryCrash("$and/$or/$nor must be a nonempty array");
        }
        List<Filter> branches = new ArrayList<>();
        for (Object item : list) {
            if (!(item instanceof Map<?, ?> map)) {
                throw new QueryCrash("$or/$and/$nor entries need to be full objects");
            }
            branches.add(of(stringKeys(map)));
        }
        return branches;
    }

    private static Map<String, Object> stringKeys(Map<?, ?> map) {
        Map<String, Object> typed = new LinkedHashMap<>();
        map.forEach((key, value) -> typed.put(key.toString(), value));
        return typed;
    }
}
