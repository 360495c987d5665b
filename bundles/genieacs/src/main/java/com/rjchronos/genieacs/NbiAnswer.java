package com.rjchronos.genieacs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** What the head of an NBI answer says. */
final class NbiAnswer {
    private static final int QUOTED = 200;

    private NbiAnswer() {}

    /** Why this is no list of documents; empty if it may be one. */
    static Optional<String> refusal(Message answer) {
        int status = answer.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        String reason = answer.getHeader(Exchange.HTTP_RESPONSE_TEXT, "", String.class);
        if (status != 200) {
            return Optional.of(("GenieACS answered " + status + " " + reason).strip() + "." + quoted(answer));
        }
        String type = answer.getHeader(Exchange.CONTENT_TYPE, "", String.class).toLowerCase(Locale.ROOT);
        if (type.startsWith("text/html")) {
            return Optional.of("The answer is an HTML page, not GenieACS's. Check baseUrl." + quoted(answer));
        }
        return Optional.empty();
    }

    /** The {@code GenieACS-Version} header. */
    static Optional<String> version(Message answer) {
        return Optional.ofNullable(answer.getHeader("GenieACS-Version", String.class));
    }

    /** The ACS's clock: the {@code Date} header. */
    static Optional<Instant> date(Message answer) {
        String date = answer.getHeader("Date", String.class);
        if (date == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String quoted(Message answer) {
        InputStream body = answer.getBody(InputStream.class);
        if (body == null) {
            return "";
        }
        try {
            String text = new String(body.readNBytes(QUOTED), StandardCharsets.UTF_8)
                    .replaceAll("[\\s\\p{Cntrl}]+", " ")
                    .strip();
            return text.isEmpty() ? "" : " It said: " + text;
        } catch (IOException e) {
            return " Its body broke off.";
        }
    }
}
