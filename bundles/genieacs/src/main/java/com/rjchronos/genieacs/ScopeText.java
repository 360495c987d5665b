package com.rjchronos.genieacs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Looks over a text of a query: GenieACS 1.2 makes a regular expression of {@code /…/} and of what holds a {@code *}, and nobody catches
 * what is none. Only what means the same to JavaScript, to MongoDB (PCRE) and to Java passes.
 */
final class ScopeText {
    private static final Pattern SLASHED = Pattern.compile("^/(.*?)/(g?i?m?y?)$");

    /** Of these GenieACS escapes the first in a text with a {@code *}, and only that. */
    private static final Pattern SPECIAL = Pattern.compile("[\\[\\]\\\\^$.|?+()]");

    /** What one of the three takes and another does not: possessive or doubled quantifiers, quantified anchors, odd groups, escapes, classes. */
    private static final Pattern NOT_FOR_ALL = Pattern.compile(
            "(?<!\\\\)[*+?}][*+{]|[\\^$][*+?{]|\\\\[bB][*+?{]|[(][?](?![:=!])|\\\\[A-Za-z0-9&&[^dDwWsSbBtnrf]]|\\[[\\[:.=]|\\u0000");

    private ScopeText() {}

    /** What is wrong with a text as GenieACS takes it; empty if nothing is. */
    static Optional<String> complaint(String text, boolean patterns) {
        if (text.indexOf(0) >= 0) {
            return Optional.of("must not hold U+0000");
        }
        Matcher slashed = SLASHED.matcher(text);
        boolean slashes = slashed.find();
        boolean wild = text.contains("*");
        if (!patterns && (slashes || wild)) {
            return Optional.of("must not hold a pattern in a list but held " + text);
        }
        Optional<String> first = slashes ? expression(slashed.group(1)) : Optional.empty();
        return first.isPresent() || !wild ? first : wildcard(text);
    }

    private static Optional<String> wildcard(String text) {
        String escaped = SPECIAL.matcher(text).replaceFirst("\\\\$0");
        String inner = escaped.replaceAll("^\\*+|\\*+$", "");
        if (inner.chars().filter(c -> c == '*').count() > 1) { // it would replace but the first
            return Optional.of("must hold at most one * between other characters but held " + text);
        }
        return expression(inner.replace("*", ".*"));
    }

    /** What is wrong with a regular expression; empty if nothing is. */
    static Optional<String> expression(String source) {
        try {
            Pattern compiled = Pattern.compile(source);
            return NOT_FOR_ALL.matcher(compiled.pattern()).find()
                    ? Optional.of(
                            "must hold plain regular expressions, which JavaScript, MongoDB and Java take alike, but held "
                                    + source)
                    : Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of("must hold no regular expression that is none: " + e.getDescription() + " in " + source);
        }
    }
}
