package com.rjchronos.genieacs.wire;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;

/** Puts text into URLs and JSON so that the NBI reads what was meant. */
public final class Encoding {
    private static final String HEX = "0123456789ABCDEF";

    private Encoding() {}

    /** A JSON string. */
    public static String quoted(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }

    /** Everything but {@code [A-Za-z0-9_-]}: an id's own {@code %} becomes {@code %25}, as the NBI wants it. */
    public static String encoded(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + text.length() / 2);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-') {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return encoded.toString();
    }
}
