package com.rjchronos.simulator.nbi;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was asked for, untouched: ids are matched on the raw path and decoded once.
 *
 * @param path raw
 * @param query raw, empty if there is none
 */
record Target(String path, String query, Map<String, String> parameters) {

    static Target of(String raw) {
        int hash = raw.indexOf('#');
        String url = hash < 0 ? raw : raw.substring(0, hash);
        int mark = url.indexOf('?');
        String query = mark < 0 ? "" : url.substring(mark + 1);
        return new Target(mark < 0 ? url : url.substring(0, mark), query, parameters(query));
    }

    /** A parameter's value, decoded leniently as Node does; present even if it is empty. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** {@code decodeURIComponent}: a malformed escape makes the worker crash. */
    static String decoded(String part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == '%') {
                bytes.write(octet(part, i).orElseThrow(() -> new Crash("URIError: URI malformed")));
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Crash("URIError: URI malformed");
        }
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = lenient(equals < 0 ? pair : pair.substring(0, equals));
                parameters.putIfAbsent(name, lenient(equals < 0 ? "" : pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String lenient(String part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            Optional<Integer> octet = c == '%' ? octet(part, i) : Optional.empty();
            if (octet.isPresent()) {
                bytes.write(octet.get());
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(c == '+' ? ' ' : c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Optional<Integer> octet(String part, int at) {
        if (at + 2 >= part.length()) {
            return Optional.empty();
        }
        int high = Character.digit(part.charAt(at + 1), 16);
        int low = Character.digit(part.charAt(at + 2), 16);
        return high < 0 || low < 0 ? Optional.empty() : Optional.of(high << 4 | low);
    }
}
