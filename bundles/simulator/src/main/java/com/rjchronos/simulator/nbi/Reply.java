package com.rjchronos.simulator.nbi;

import com.rjchronos.simulator.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A small answer, complete.
 *
 * @param reason the reason phrase: the only thing that tells GenieACS's 202s apart
 */
record Reply(int status, String reason, Map<String, String> headers, byte[] body) {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    static Reply ok() {
        return new Reply(200, "OK", Map.of(), new byte[0]);
    }

    static Reply created() {
        return new Reply(201, "Created", Map.of(), new byte[0]);
    }

    static Reply notFound(String text) {
        return text(404, "Not Found", text);
    }

    static Reply noRoute() {
        return notFound("404 Not Found");
    }

    static Reply notAllowed(String allow) {
        return new Reply(405, "Method Not Allowed", Map.of("Allow", allow), bytes("405 Method Not Allowed"));
    }

    static Reply badRequest(String text) {
        return text(400, "Bad Request", text);
    }

    static Reply inSession() {
        return text(503, "Service Unavailable", "Device is in session");
    }

    static Reply text(int status, String reason, String text) {
        return new Reply(status, reason, Map.of(), bytes(text));
    }

    static Reply json(int status, String reason, Object value) {
        return new Reply(status, reason, JSON, Json.token(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
