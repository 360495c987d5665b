package com.rjchronos.inventory.connector;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The expressions of one kind of claim. A fleet has few models and makers: what was decided of a text is remembered. */
final class Expressions {
    /** More different texts than a fleet has models; what comes after them is decided anew each time. */
    private static final int REMEMBERED = 1_000;

    private static final int LONGEST = 200;

    private final List<Pattern> patterns;
    private final Map<String, Boolean> decided = new ConcurrentHashMap<>();

    private Expressions(List<Pattern> patterns) {
        this.patterns = patterns;
    }

    /**
     * Matched against whole texts, without regard to case.
     *
     * @throws IllegalArgumentException if one is no regular expression
     */
    static Expressions of(String kind, List<String> expressions) {
        return new Expressions(expressions.stream()
                .map(expression -> compiled(kind, expression))
                .toList());
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }

    /** Whether one of them matches; none matches a text that is not there. */
    boolean match(Optional<String> text) {
        if (patterns.isEmpty() || text.isEmpty()) {
            return false;
        }
        Boolean known = decided.get(text.get());
        if (known != null) {
            return known;
        }
        boolean matches = patterns.stream()
                .anyMatch(pattern -> pattern.matcher(text.get()).matches());
        if (decided.size() < REMEMBERED && text.get().length() <= LONGEST) {
            decided.put(text.get(), matches);
        }
        return matches;
    }

    private static Pattern compiled(String kind, String expression) {
        try {
            return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    kind + " is no regular expression: " + expression + ": " + e.getDescription(), e);
        }
    }
}
