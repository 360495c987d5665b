package com.rjchronos.web;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;

/** What cannot be decoded is the client's mistake; further in, it would look like ours. */
final class Legible {
    private static final Pattern QUERY = Pattern.compile("(?:[^%]|%[0-9A-Fa-f]{2})*+");

    private Legible() {}

    /** What is wrong with the query or the charset of the body; empty if both can be read. */
    static Optional<String> complaint(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query != null && !QUERY.matcher(query).matches()) {
            return Optional.of("A % in the query must be followed by two hexadecimal digits.");
        }
        String charset = request.getCharacterEncoding();
        return charset == null || known(charset)
                ? Optional.empty()
                : Optional.of("The charset of the Content-Type is not known here; UTF-8 is.");
    }

    private static boolean known(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }
}
