package com.rjchronos.rest.query;

import com.rjchronos.model.page.PageRequest;
import com.rjchronos.model.page.Sort;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.problem.Violation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The query parameters of a request. Ask for each by name and rule, then {@link #check()}: it throws {@code INVALID} with
 * every broken rule and the parameters that nobody asked for.
 */
public final class ListQuery {
    private static final int MAX_TEXT = 200;
    private static final int MAX_VALUES = 50;
    /** Broken rules are named up to here: a short query must not make a long answer. */
    private static final int MAX_VIOLATIONS = 20;

    private final Map<String, List<String>> given;
    private final Set<String> asked = new TreeSet<>();
    private final List<Violation> violations = new ArrayList<>();

    private ListQuery(Map<String, List<String>> given) {
        this.given = given;
    }

    public static ListQuery of(Map<String, List<String>> parameters) {
        return new ListQuery(parameters);
    }

    /** Text of at most {@value #MAX_TEXT} characters; a blank one is none. */
    public Optional<String> text(String name) {
        return single(name).flatMap(value -> plain(name, value));
    }

    /** Any of these texts; the parameter is repeated. */
    public Set<String> texts(String name) {
        return values(name).stream()
                .flatMap(value -> plain(name, value).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Any of these; the parameter is repeated or its values are separated by commas. */
    public <T> Set<T> anyOf(String name, Function<String, Optional<T>> parse, String rule) {
        List<String> values = values(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        if (values.size() > MAX_VALUES) {
            broken(name, "must have at most " + MAX_VALUES + " values");
            return Set.of();
        }
        return values.stream()
                .flatMap(value -> parsed(name, value, parse, rule).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** One value that {@code parse} understands; {@code rule} ends a sentence, e.g. "must be an id". */
    public <T> Optional<T> one(String name, Function<String, Optional<T>> parse, String rule) {
        return single(name)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .flatMap(value -> parsed(name, value, parse, rule));
    }

    public Optional<Boolean> flag(String name) {
        return one(
                name,
                value -> switch (value.toLowerCase(Locale.ROOT)) {
                    case "true", "1" -> Optional.of(true);
                    case "false", "0" -> Optional.of(false);
                    default -> Optional.empty();
                },
                "must be true or false");
    }

    /** A moment in ISO-8601 with its zone. */
    public Optional<Instant> instant(String name) {
        return one(name, ListQuery::moment, "must be a time like 2026-01-31T12:00:00Z");
    }

    /** A number within the bounds, both included. */
    public Optional<Double> number(String name, double min, double max) {
        return one(name, value -> decimal(value, min, max), "must be a number within " + min + ".." + max);
    }

    /** A whole number within the bounds, both included. */
    public Optional<Long> whole(String name, long min, long max) {
        String rule = max == Long.MAX_VALUE
                ? "must be a whole number of " + min + " or more"
                : "must be a whole number within " + min + ".." + max;
        return one(name, value -> digits(value, min, max), rule);
    }

    /** {@code limit}, and {@code page} (from 1) or {@code offset}. */
    public PageRequest page() {
        int limit = whole("limit", 1, PageRequest.MAX_LIMIT).map(Long::intValue).orElse(PageRequest.DEFAULT_LIMIT);
        Optional<Long> page = whole("page", 1, Integer.MAX_VALUE / PageRequest.MAX_LIMIT);
        Optional<Long> offset = whole("offset", 0, Integer.MAX_VALUE);
        if (page.isPresent() && offset.isPresent()) {
            broken("offset", "must not be given together with page");
        }
        long start = offset.orElseGet(() -> (page.orElse(1L) - 1) * limit);
        return new PageRequest((int) start, limit);
    }

    /** {@code sort}: keys in lower case separated by commas, each with a minus before it for the greatest first. */
    public <K extends Enum<K>> List<Sort<K>> sort(Class<K> keys) {
        Map<String, K> known = Arrays.stream(keys.getEnumConstants())
                .collect(Collectors.toMap(k -> k.name().toLowerCase(Locale.ROOT), Function.identity()));
        String rule = "must be any of " + new TreeSet<>(known.keySet()) + ", with a minus for descending";
        Set<Sort<K>> sorts = anyOf(
                "sort",
                value -> {
                    boolean descending = value.startsWith("-");
                    return Optional.ofNullable(known.get(descending ? value.substring(1) : value))
                            .map(key -> new Sort<>(key, descending));
                },
                rule);
        return List.copyOf(sorts);
    }

    /** Throws {@code INVALID} if any rule is broken. Call it after the last parameter was asked for. */
    public void check() {
        for (String name : new TreeSet<>(given.keySet())) {
            if (!asked.contains(name)) {
                broken(clipped(name), "is no parameter here; known are " + asked);
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).thrown();
        }
    }

    private List<String> values(String name) {
        asked.add(name);
        List<String> values = given.getOrDefault(name, List.of());
        if (values.size() > MAX_VALUES) {
            broken(name, "must be given at most " + MAX_VALUES + " times");
            return List.of();
        }
        return values;
    }

    private Optional<String> single(String name) {
        List<String> values = values(name);
        if (values.size() > 1) {
            broken(name, "must be given once");
        }
        return values.stream().findFirst();
    }

    private Optional<String> plain(String name, String value) {
        if (value.length() > MAX_TEXT || value.chars().anyMatch(Character::isISOControl)) {
            broken(name, "must be text of at most " + MAX_TEXT + " characters without control characters");
            return Optional.empty();
        }
        return Optional.of(value.strip()).filter(text -> !text.isEmpty());
    }

    private <T> Optional<T> parsed(String name, String value, Function<String, Optional<T>> parse, String rule) {
        Optional<T> parsed = value.length() > MAX_TEXT ? Optional.empty() : parse.apply(value);
        if (parsed.isEmpty()) {
            broken(name, rule + " but was " + clipped(value));
        }
        return parsed;
    }

    private void broken(String name, String rule) {
        if (violations.size() < MAX_VIOLATIONS) {
            violations.add(new Violation(name, rule));
        }
    }

    private static Optional<Instant> moment(String value) {
        try {
            // in a URL an unescaped plus is a blank
            return Optional.of(OffsetDateTime.parse(value.replace(' ', '+')).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Double> decimal(String value, double min, double max) {
        if (!value.matches("[+-]?[0-9]{1,9}([.][0-9]{1,9})?")) {
            return Optional.empty();
        }
        return Optional.of(Double.valueOf(value)).filter(number -> number >= min && number <= max);
    }

    private static Optional<Long> digits(String value, long min, long max) {
        if (!value.matches("-?[0-9]{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(Long.valueOf(value)).filter(number -> number >= min && number <= max);
    }

    private static String clipped(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "?");
        return clean.length() > 60 ? clean.substring(0, 60) + "…" : clean;
    }
}
