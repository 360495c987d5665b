package com.rjchronos.model.device;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One parameter as GenieACS stores it.
 *
 * @param value a {@code String}, {@code Long}, {@code Double} or {@code Boolean}; null if it was discovered but never read
 * @param type e.g. {@code xsd:unsignedInt}; null if unknown
 * @param timestamp ISO-8601 text of the moment the value was read from the device; null if never
 */
public record Leaf(Object value, String type, String timestamp) {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]+([.][0-9]*)?([eE][+-]?[0-9]{1,3})?");

    /** The value as text, trimmed; empty when there is none or only blanks. */
    public Optional<String> text() {
        if (value == null) {
            return Optional.empty();
        }
        String text = value.toString().strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** The value as a finite number, also from decimal text; empty for anything else. */
    public Optional<Double> number() {
        if (value instanceof Number number) {
            return finite(number.doubleValue());
        }
        Optional<String> text = text();
        if (text.isEmpty() || text.get().length() > 32 || !isDecimal(text.get())) {
            return Optional.empty();
        }
        return finite(Double.parseDouble(text.get()));
    }

    /** The value as a flag: booleans, {@code true/false}, {@code 1/0}; empty for anything else. */
    public Optional<Boolean> flag() {
        return text().map(t -> switch (t.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Boolean.TRUE;
            case "false", "0" -> Boolean.FALSE;
            default -> null;
        });
    }

    /** When the value was read from the device; empty when never or not readable. */
    public Optional<Instant> at() {
        return instant(timestamp);
    }

    /** An ISO-8601 instant; empty for null or nonsense. */
    public static Optional<Instant> instant(String iso) {
        if (iso == null || iso.length() > 40) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(iso));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static boolean isDecimal(String text) {
        return DECIMAL.matcher(text).matches();
    }

    private static Optional<Double> finite(double number) {
        return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    }
}
