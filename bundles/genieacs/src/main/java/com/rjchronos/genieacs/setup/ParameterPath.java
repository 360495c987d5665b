package com.rjchronos.genieacs.setup;

import java.util.regex.Pattern;

/** What GenieACS takes for the path of a parameter; over another its parser throws ({@code lib/common/path.ts} of GenieACS 1.2.13). */
final class ParameterPath {
    private static final String STEP = "([A-Za-z0-9_-]+|[*])";
    private static final Pattern PLAIN = Pattern.compile(STEP + "([.]" + STEP + ")*");

    private ParameterPath() {}

    /** Whether it is a path of names and asterisks, without a trailing dot. */
    static boolean plain(String text) {
        return PLAIN.matcher(text).matches();
    }

    /** Whether GenieACS's parser takes it. An alias such as {@code Device.X.[Name:a]} is given the benefit of the doubt. */
    static boolean parses(String text) {
        return text.isEmpty() || text.contains("[") || plain(text);
    }
}
