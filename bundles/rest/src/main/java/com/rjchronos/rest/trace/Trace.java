package com.rjchronos.rest.trace;

import java.util.UUID;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;

/** Names a request: as {@code web} named it, else as the client did, else anew. */
public final class Trace {
    /** The request attribute by which {@code web} hands over the name; both spell it. */
    private static final String ATTRIBUTE = "chronos.traceId";

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private Trace() {}

    public static String of(HttpServletRequest request) {
        Object named = request.getAttribute(ATTRIBUTE);
        if (named != null) {
            return named.toString();
        }
        String asked = request.getHeader("X-Request-Id");
        String id = asked != null && SHAPE.matcher(asked).matches()
                ? asked
                : UUID.randomUUID().toString();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }
}
