package com.rjchronos.simulator.query;

import com.rjchronos.simulator.json.Moment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What GenieACS does to a query before the database sees it: parameters get {@code ._value}; a string stands for itself, for a
 * number, a date, a regular expression and a wildcard at once. Observed on 1.2.13, quirks included.
 */
public final class Rewriting {
    private static final Set<String> EXPANDED = Set.of("$eq", "$gt", "$gte", "$in", "$lt", "$lte", "$ne", "$nin");
    private static final Set<String> TYPED = Set.of("$eq", "$gt", "$gte", "$lt", "$lte", "$ne");
    private static final Set<String> UNTYPED = Set.of("$exists", "$type");
    private static final Pattern SLASHED = Pattern.compile("^/(.*?)/(g?i?m?y?)$");
    private static final Pattern SPECIAL = Pattern.compile("[\\[\\]\\\\^$.|?+()]");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final int SHORTEST_DATE = 8;
    private static final int FIRST_YEAR = 1984;

    private Rewriting() {}

    /** Rewrites a query of the devices collection. */
    public static Map<String, Object> ofDevices(Object query) {
        Map<String, Object> rewritten = new LinkedHashMap<>();
        List<Object> conjunction = new ArrayList<>();
        entries(query).forEach((key, value) -> {
            if (key.startsWith("$")) {
                rewritten.put(key, branches(value));
            } else {
                permute(key, value, rewritten, conjunction);
            }
        });
        if (!conjunction.isEmpty()) {
            if (rewritten.get("$and") instanceof List<?> given) {
                conjunction.addAll(given);
            }
            rewritten.put("$and", conjunction);
        }
        return rewritten;
    }

    /** Types the keys of a query of the tasks or faults collection; other operators than a few make the NBI crash. */
    public static Map<String, Object> typed(Object query, Map<String, UnaryOperator<Object>> types) {
        Map<String, Object> rewritten = new LinkedHashMap<>();
        entries(query).forEach((key, value) -> {
            UnaryOperator<Object> type = types.get(key);
            if (key.startsWith("$")) {
                List<Object> below = new ArrayList<>();
                list(value).forEach(item -> below.add(typed(item, types)));
                rewritten.put(key, below);
            } else if (type == null) {
                rewritten.put(key, value);
            } else {
                rewritten.put(
                        key,
                        value instanceof Map<?, ?> operators ? typedOperators(operators, type) : type.apply(value));
            }
        });
        return rewritten;
    }

    private static Map<String, Object> typedOperators(Map<?, ?> operators, UnaryOperator<Object> type) {
        Map<String, Object> typed = new LinkedHashMap<>();
        operators.forEach((key, value) -> {
            String operator = key.toString();
            if (operator.equals("$in") || operator.equals("$nin")) {
                typed.put(
                        operator, list(value).stream().<Object>map(type::apply).toList());
            } else if (TYPED.contains(operator)) {
                typed.put(operator, type.apply(value));
            } else if (UNTYPED.contains(operator)) {
                typed.put(operator, value);
            } else {
                throw new QueryCrash("Operator not supported");
            }
        });
        return typed;
    }

    private static void permute(String key, Object value, Map<String, Object> rewritten, List<Object> conjunction) {
        String name = Path.of(key).attribute().startsWith("_") ? key : key + "._value";
        List<Object> alternatives = expand(value);
        if (alternatives.size() == 1) {
            rewritten.put(name, alternatives.get(0));
            return;
        }
        List<Object> conditions = new ArrayList<>();
        alternatives.forEach(alternative -> conditions.add(single(name, alternative)));
        if (value instanceof Map<?, ?> operators && (operators.get("$ne") != null || operators.get("$not") != null)) {
            if (operators.size() > 1) {
                throw new QueryCrash("Cannot mix $ne or $not with other operators");
            }
            conjunction.addAll(conditions);
        } else {
            conjunction.add(single("$or", conditions));
        }
    }

    private static List<Object> expand(Object value) {
        if (value instanceof List<?> items) {
            List<Object> all = new ArrayList<>();
            items.forEach(item -> all.addAll(expand(item)));
            return List.of(all);
        }
        if (value instanceof Map<?, ?> operators) {
            return combinations(operators);
        }
        return value instanceof String text ? readings(text) : single(value);
    }

    private static List<Object> combinations(Map<?, ?> operators) {
        List<Map<String, Object>> combined = new ArrayList<>();
        combined.add(new LinkedHashMap<>());
        operators.forEach((key, value) -> {
            List<Object> choices = EXPANDED.contains(key.toString()) ? expand(value) : single(value);
            List<Map<String, Object>> wider = new ArrayList<>();
            for (Object choice : choices) {
                for (Map<String, Object> so : combined) {
                    Map<String, Object> next = new LinkedHashMap<>(so);
                    next.put(key.toString(), choice);
                    wider.add(next);
                }
            }
            combined.clear();
            combined.addAll(wider);
        });
        return new ArrayList<>(combined);
    }

    private static List<Object> readings(String text) {
        List<Object> readings = new ArrayList<>();
        readings.add(text);
        Matcher slashed = SLASHED.matcher(text);
        if (slashed.matches()) {
            readings.add(single("$regex", pattern(slashed.group(1), slashed.group(2))));
        }
        if (DECIMAL.matcher(text).matches()) {
            readings.add(Double.valueOf(text));
        }
        date(text).ifPresent(readings::add);
        wildcard(text).ifPresent(pattern -> readings.add(single("$regex", pattern)));
        return readings;
    }

    private static Optional<Moment> date(String text) {
        return text.length() < SHORTEST_DATE
                ? Optional.empty()
                : Moment.parse(text)
                        .filter(moment -> Instant.ofEpochMilli(moment.millis())
                                        .atOffset(ZoneOffset.UTC)
                                        .getYear()
                                >= FIRST_YEAR);
    }

    /** Only the first special character is escaped and only the first inner star is replaced: so does the original. */
    private static Optional<Pattern> wildcard(String text) {
        if (text.indexOf('*') < 0) {
            return Optional.empty();
        }
        String out = SPECIAL.matcher(text).replaceFirst("\\\\$0");
        out = out.startsWith("*") ? out.replaceFirst("^\\*+", "") : "^" + out;
        out = out.endsWith("*") ? out.replaceFirst("\\*+$", "") : out + "$";
        return Optional.of(pattern(out.replaceFirst("\\*", ".*"), ""));
    }

    static Pattern pattern(String source, String flags) {
        int bits = (flags.contains("i") ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0)
                | (flags.contains("m") ? Pattern.MULTILINE : 0)
                | (flags.contains("s") ? Pattern.DOTALL : 0);
        try {
            return Pattern.compile(source, bits);
        } catch (PatternSyntaxException e) {
            throw new QueryCrash("Invalid regular expression: " + e.getMessage());
        }
    }

    private static List<Object> branches(Object value) {
        List<Object> branches = new ArrayList<>();
        list(value).forEach(item -> branches.add(ofDevices(item)));
        return branches;
    }

    private static List<?> list(Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new QueryCrash("v.map is not a function");
    }

    private static Map<String, Object> entries(Object query) {
        if (query == null) {
            throw new QueryCrash("Cannot convert undefined or null to object");
        }
        Map<String, Object> entries = new LinkedHashMap<>();
        if (query instanceof Map<?, ?> map) {
            map.forEach((key, value) -> entries.put(key.toString(), value));
        }
        return entries;
    }

    private static List<Object> single(Object value) {
        List<Object> one = new ArrayList<>(1);
        one.add(value);
        return one;
    }

    private static Map<String, Object> single(String key, Object value) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put(key, value);
        return one;
    }
}
