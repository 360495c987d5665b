package com.rjchronos.genieacs;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The newest GenieACS that our tests hold us against. */
final class Tested {
    static final String NEWEST = "1.2.16";
    static final String WARNING =
            " It is newer than " + NEWEST + ", the newest that this appliance is tested with: untested.";

    private static final Pattern VERSION = Pattern.compile("v?(\\d{1,6})[.](\\d{1,6})(?:[.](\\d{1,6}))?.*");
    private static final List<Integer> NUMBERS = List.of(1, 2, 16);

    private Tested() {}

    /** Whether a {@code GenieACS-Version} header, e.g. {@code 1.2.13+2611238497}, names a newer one. */
    static boolean isNewer(String version) {
        Matcher parts = VERSION.matcher(version);
        if (!parts.matches()) {
            return false;
        }
        for (int i = 0; i < NUMBERS.size(); i++) {
            String part = parts.group(i + 1);
            int compared = Integer.compare(part == null ? 0 : Integer.parseInt(part), NUMBERS.get(i));
            if (compared != 0) {
                return compared > 0;
            }
        }
        return false;
    }
}
