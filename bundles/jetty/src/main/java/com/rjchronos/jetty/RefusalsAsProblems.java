package com.rjchronos.jetty;

import static javax.servlet.http.HttpServletResponse.SC_SERVICE_UNAVAILABLE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ErrorHandler;

/**
 * Answers problem+json where the server would send a page: to a request line or header that it cannot read, or that is too
 * long. What was asked is not repeated, because it is what could not be read. {@code web} writes the same shape.
 */
public final class RefusalsAsProblems extends ErrorHandler {
    static final String TYPE = "application/problem+json";
    private static final String RETRY_SECONDS = "2";
    private static final String TRACE = "X-Request-Id";

    private record Refusal(int status, String title, String detail) {

        static Refusal of(int status) {
            return switch (status) {
                case 400 -> new Refusal(400, "Invalid", "The request cannot be understood.");
                case 404 -> new Refusal(404, "Not found", "There is nothing at this address.");
                case 405 -> new Refusal(405, "Method not allowed", "This method is not possible here.");
                case 408 -> new Refusal(408, "Timeout", "The request did not arrive in time.");
                case 414 -> new Refusal(414, "Too large", "The address is too long.");
                case 431 -> new Refusal(431, "Too large", "The header is too large.");
                case 503 -> new Refusal(503, "Unavailable", "The appliance is not there at the moment; try again.");
                default ->
                    status < 500
                            ? new Refusal(status, "Invalid", "The request is refused.")
                            : new Refusal(status, "Internal error", "Something went wrong.");
            };
        }

        /** All texts are ours: there is nothing to escape. */
        byte[] json(String trace) {
            String type =
                    "urn:chronos:problem:" + title.toLowerCase(Locale.ROOT).replace(' ', '-');
            return ("{\"type\":\"" + type + "\",\"title\":\"" + title + "\",\"status\":" + status + ",\"detail\":\""
                            + detail + "\",\"instance\":null,\"trace_id\":\"" + trace + "\",\"message\":\"" + detail
                            + "\",\"errors\":[]}")
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateAcceptableResponse(
            Request base, HttpServletRequest request, HttpServletResponse response, int status, String message)
            throws IOException {
        int told = base.getAttribute(AbsenceAsProblem.ABSENT) == null ? status : SC_SERVICE_UNAVAILABLE;
        byte[] body = answer(response, told);
        response.setContentType(TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Sets status and headers, but for type and length; returns the body. */
    static byte[] answer(HttpServletResponse response, int status) {
        String trace = UUID.randomUUID().toString();
        response.setStatus(status);
        if (status == SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", RETRY_SECONDS);
        }
        response.setHeader(TRACE, trace);
        response.setHeader("X-Content-Type-Options", "nosniff");
        return Refusal.of(status).json(trace);
    }

    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields fields) {
        String trace = UUID.randomUUID().toString();
        fields.put(TRACE, trace);
        fields.put("X-Content-Type-Options", "nosniff");
        fields.put("Content-Type", TYPE);
        return ByteBuffer.wrap(Refusal.of(status).json(trace));
    }
}
