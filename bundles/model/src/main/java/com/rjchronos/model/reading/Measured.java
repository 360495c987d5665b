package com.rjchronos.model.reading;

import com.rjchronos.model.device.Leaf;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One measurement: converted where the unit is known, raw in any case.
 *
 * @param value in the standard unit; empty if the unit is unknown or the value is no measurement
 * @param raw as the device reported it, without control characters, at most {@value #MAX_RAW} characters
 * @param at when it was read from the device: the leaf's own timestamp, not the sweep's
 */
public record Measured<T>(Optional<T> value, String raw, Optional<Instant> at) {
    public static final int MAX_RAW = 64;

    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

    public Measured {
        Objects.requireNonNull(value);
        Objects.requireNonNull(at);
        String printable = raw.codePoints().anyMatch(Character::isISOControl)
                ? CONTROLS.matcher(raw).replaceAll("")
                : raw;
        raw = printable.length() > MAX_RAW ? printable.substring(0, MAX_RAW) : printable;
    }

    /** The leaf's number through a conversion that knows its guards; empty if the leaf holds no text at all. */
    public static <T> Optional<Measured<T>> number(Optional<Leaf> leaf, Function<Double, Optional<T>> conversion) {
        return leaf.flatMap(l -> l.text().map(raw -> new Measured<>(l.number().flatMap(conversion), raw, l.at())));
    }
}
