package com.rjchronos.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * An answer as RFC 9457 spells it, for what no resource answers. {@code rest} writes the same shape.
 *
 * @param name the kind of problem, in words
 * @param detail what happened, without internals
 */
record ProblemAnswer(int status, String name, String detail) {

    static ProblemAnswer of(int status, String path) {
        return switch (status) {
            case 400 -> new ProblemAnswer(400, "Invalid", "The request cannot be understood.");
            case 401 -> new ProblemAnswer(401, "Unauthenticated", "This needs a bearer token.");
            case 403 -> new ProblemAnswer(403, "Forbidden", "This is not allowed.");
            case 404 -> new ProblemAnswer(404, "Not found", "There is nothing at " + path + ".");
            case 405 -> new ProblemAnswer(405, "Method not allowed", "This method is not possible here.");
            case 408 -> new ProblemAnswer(408, "Timeout", "The request did not arrive in time.");
            case 413 -> new ProblemAnswer(413, "Too large", "The body is too large.");
            case 414 -> new ProblemAnswer(414, "Too large", "The address is too long.");
            case 431 -> new ProblemAnswer(431, "Too large", "The header is too large.");
            case 503 -> new ProblemAnswer(503, "Unavailable", "The API is not there at the moment; try again.");
            default ->
                status < 500
                        ? new ProblemAnswer(status, "Invalid", "The request is refused.")
                        : new ProblemAnswer(status, "Internal error", "Something went wrong.");
        };
    }

    /** Replaces what was written so far; does nothing to an answer that is already on its way. */
    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(status);
        byte[] body = json(request.getRequestURI(), TraceId.of(request)).getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    String json(String instance, String traceId) {
        String type = "urn:chronos:problem:" + name.toLowerCase(Locale.ROOT).replace(' ', '-');
        return "{\"type\":" + quoted(type) + ",\"title\":" + quoted(name) + ",\"status\":" + status + ",\"detail\":"
                + quoted(detail) + ",\"instance\":" + quoted(instance) + ",\"trace_id\":" + quoted(traceId)
                + ",\"message\":" + quoted(detail) + ",\"errors\":[]}";
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || c == '<' || c == '>' || c == '&' || Character.isSurrogate(c)) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
