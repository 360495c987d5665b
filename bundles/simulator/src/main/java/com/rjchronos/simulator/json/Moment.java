package com.rjchronos.simulator.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A date as the database holds it; in JSON an ISO string with milliseconds and {@code Z}.
 *
 * @param millis since the epoch
 */
public record Moment(long millis) implements Comparable<Moment> {
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DOCS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss Z", Locale.ROOT);
    private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Pattern STORED = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");

    private static final List<Function<String, Instant>> FORMS = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
            text -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant(),
            text -> OffsetDateTime.parse(text, DOCS).toInstant(),
            text -> LocalDateTime.parse(text, PLAIN).toInstant(ZoneOffset.UTC),
            text -> OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());

    /** Reads the forms of {@code new Date(string)} that people send: ISO, ISO without a zone, the docs' form, RFC 1123. */
    public static Optional<Moment> parse(String text) {
        if (text.isEmpty() || !Character.isLetterOrDigit(text.charAt(0)) || text.length() > 40) {
            return Optional.empty();
        }
        for (Function<String, Instant> form : FORMS) {
            try {
                return Optional.of(new Moment(form.apply(text).toEpochMilli()));
            } catch (DateTimeParseException e) {
                continue; // the next form
            }
        }
        return Optional.empty();
    }

    /** Whether the text has the very form in which a stored date is shown. */
    public static boolean isStored(String text) {
        return text.length() == 24 && STORED.matcher(text).matches();
    }

    /** The date as a JSON token, quotes included. */
    public static byte[] token(long millis) {
        return ('"' + text(millis) + '"').getBytes(StandardCharsets.US_ASCII);
    }

    public static String text(long millis) {
        return ISO.format(Instant.ofEpochMilli(millis));
    }

    @Override
    public int compareTo(Moment other) {
        return Long.compare(millis, other.millis);
    }

    @Override
    public String toString() {
        return text(millis);
    }
}
