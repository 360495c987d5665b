package com.rjchronos.simulator.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a query says about one value. An array matches when one of its elements does. */
final class Condition {
    private Condition() {}

    static Predicate<Object> of(Object wanted) {
        if (wanted instanceof Pattern pattern) {
            return matching(pattern);
        }
        if (wanted instanceof Map<?, ?> operators && !operators.isEmpty() && startsWithOperator(operators)) {
            return operators(operators);
        }
        return equalTo(wanted);
    }

    private static boolean startsWithOperator(Map<?, ?> map) {
        return map.keySet().iterator().next().toString().startsWith("$");
    }

    private static Predicate<Object> operators(Map<?, ?> operators) {
        List<Predicate<Object>> all = new ArrayList<>();
        operators.forEach((key, value) -> {
            if (!key.equals("$options")) {
                all.add(operator(key.toString(), value, operators));
            }
        });
        return value -> {
            for (Predicate<Object> one : all) {
                if (!one.test(value)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static Predicate<Object> operator(String name, Object wanted, Map<?, ?> siblings) {
        return switch (name) {
            case "$eq" -> equalTo(wanted);
            case "$ne" -> equalTo(wanted).negate();
            case "$in" -> in(list(name, wanted));
            case "$nin" -> in(list(name, wanted)).negate();
            case "$gt" -> ordered(wanted, order -> order > 0);
            case "$gte" -> ordered(wanted, order -> order >= 0);
            case "$lt" -> ordered(wanted, order -> order < 0);
            case "$lte" -> ordered(wanted, order -> order <= 0);
            case "$exists" -> value -> (value != Document.ABSENT) == truthy(wanted);
            case "$not" -> of(negatable(wanted)).negate();
            case "$regex" -> matching(regex(wanted, siblings.get("$options")));
            case "$all" -> all(list(name, wanted));
            case "$size" -> value -> value instanceof List<?> items && Ranking.same(items.size(), wanted);
            case "$type" -> value -> value != Document.ABSENT && typeMatches(value, wanted);
            default -> throw new QueryCrash("unknown operator: " + name);
        };
    }

    private static Predicate<Object> equalTo(Object wanted) {
        return value -> {
            if (Ranking.same(value, wanted)) {
                return true;
            }
            return value instanceof List<?> items && items.stream().anyMatch(item -> Ranking.same(item, wanted));
        };
    }

    private static Predicate<Object> in(List<?> wanted) {
        Set<String> texts = new HashSet<>();
        List<Predicate<Object>> others = new ArrayList<>();
        for (Object item : wanted) {
            if (item instanceof String text) {
                texts.add(text);
            } else if (item instanceof Map<?, ?> map && !map.isEmpty() && startsWithOperator(map)) {
                others.add(value -> false); // a rewritten wildcard inside $in never matches
            } else {
                others.add(of(item));
            }
        }
        return value -> {
            if (value instanceof String text && texts.contains(text)) {
                return true;
            }
            if (value instanceof List<?> items && items.stream().anyMatch(texts::contains)) {
                return true;
            }
            return others.stream().anyMatch(other -> other.test(value));
        };
    }

    private static Predicate<Object> all(List<?> wanted) {
        List<Predicate<Object>> each = wanted.stream().map(Condition::of).toList();
        return value -> !each.isEmpty() && each.stream().allMatch(one -> one.test(value));
    }

    private static Predicate<Object> ordered(Object wanted, IntPredicate order) {
        int bracket = Ranking.bracket(wanted);
        Predicate<Object> one = value -> value != Document.ABSENT
                && Ranking.bracket(value) == bracket
                && order.test(Ranking.compare(value, wanted));
        return value -> one.test(value)
                || (value instanceof List<?> items && items.stream().anyMatch(one));
    }

    private static Predicate<Object> matching(Pattern pattern) {
        Predicate<Object> one =
                value -> value instanceof String text && pattern.matcher(text).find();
        return value -> one.test(value)
                || (value instanceof List<?> items && items.stream().anyMatch(one));
    }

    private static Pattern regex(Object wanted, Object options) {
        if (wanted instanceof Pattern pattern) {
            return pattern;
        }
        if (wanted instanceof String source) {
            return Rewriting.pattern(source, options instanceof String flags ? flags : "");
        }
        throw new QueryCrash("$regex has to be a string");
    }

    private static Object negatable(Object wanted) {
        if (wanted instanceof Map<?, ?> operators && operators.isEmpty()) {
            throw new QueryCrash("$not cannot be empty");
        }
        if (wanted instanceof Map<?, ?> || wanted instanceof Pattern) {
            return wanted;
        }
        throw new QueryCrash("$not needs a regex or a document");
    }

    private static List<?> list(String operator, Object wanted) {
        if (wanted instanceof List<?> list) {
            return list;
        }
        throw new QueryCrash(operator + " needs an array");
    }

    private static boolean truthy(Object wanted) {
        return wanted != null && !Boolean.FALSE.equals(wanted) && !Ranking.same(wanted, 0L);
    }

    private static boolean typeMatches(Object value, Object wanted) {
        String name =
                switch (Ranking.bracket(value)) {
                    case 2 -> "number";
                    case 3 -> "string";
                    case 4 -> "object";
                    case 5 -> "array";
                    case 8 -> "bool";
                    case 9 -> "date";
                    default -> "null";
                };
        return name.equals(wanted)
                || (name.equals("number") && List.of("int", "long", "double").contains(wanted));
    }
}
