package com.rjchronos.model.device;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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
    private static final String MILLIS = "0000-00-00T00:00:00.000Z";
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
            return Optional.of(isMillis(iso) ? ofMillis(iso) : Instant.parse(iso));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether a text has the one form that GenieACS writes, {@code 2026-11-23T03:29:39.161Z}. */
    private static boolean isMillis(String iso) {
        if (iso.length() != MILLIS.length()) {
            return false;
        }
        for (int i = 0; i < iso.length(); i++) {
            char c = iso.charAt(i);
            boolean fits = MILLIS.charAt(i) == '0' ? c >= '0' && c <= '9' : c == MILLIS.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** What {@link Instant#parse} makes of that form; a document has thousands, and its formatter takes a microsecond for each. */
    private static Instant ofMillis(String iso) {
        LocalDateTime time = LocalDateTime.of(
                number(iso, 0, 4),
                number(iso, 5, 7),
                number(iso, 8, 10),
                number(iso, 11, 13),
                number(iso, 14, 16),
                number(iso, 17, 19),
                number(iso, 20, 23) * 1_000_000);
        return time.toInstant(ZoneOffset.UTC);
    }

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }

    private static boolean isDecimal(String text) {
        return DECIMAL.matcher(text).matches();
    }

    private static Optional<Double> finite(double number) {
        return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    }
}
