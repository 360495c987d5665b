package com.rjchronos.rest.auth;

import com.rjchronos.model.problem.Problem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A sign-in, as JSON or as a form. */
public record TokenRequest(String username, String password, String grantType) {

    /**
     * The OAuth 2 password form (RFC 6749, 4.3.2), in UTF-8; fields that are not ours are ignored. Throws {@code INVALID} for
     * what is no form. (JAX-RS' own reader takes the same for a failure of the server.)
     */
    static TokenRequest parse(byte[] form) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : new String(form, StandardCharsets.UTF_8).strip().split("&")) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (fields.put(name, value) != null) {
                throw Problem.invalid("body", "must name each field once").thrown();
            }
        }
        return new TokenRequest(fields.get("username"), fields.get("password"), fields.get("grant_type"));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // its message quotes the input, which may hold a password
            throw Problem.invalid("body", "must be a form; a % in it must be followed by two hexadecimal digits")
                    .thrown();
        }
    }

    @Override
    public String toString() {
        return "TokenRequest[" + username + ", ***]";
    }
}
