package com.rjchronos.model.sweep;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which devices a sweep asks for. */
public enum SweepKind {
    /** Every device in the ACS's scope. */
    FULL,
    /** Those that informed since the watermark. */
    INCREMENTAL,
    /** Those that registered since the last look. */
    NEW,
    /** Named ones, e.g. those of a connector that returned. */
    SELECTED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SweepKind> parse(String code) {
        return Arrays.stream(values()).filter(k -> k.code().equals(code)).findFirst();
    }
}
