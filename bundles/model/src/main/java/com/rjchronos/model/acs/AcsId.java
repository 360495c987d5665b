package com.rjchronos.model.acs;

import java.util.regex.Pattern;

/**
 * The operator's name of one GenieACS: the part after the dash in {@code etc/com.rjchronos.genieacs-<name>.cfg}.
 *
 * @param value 1 to 40 of {@code [a-z0-9_-]}, beginning with a letter or a digit
 */
public record AcsId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");

    public AcsId {
        if (value == null || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("ACS name must match " + SHAPE + " but was " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
