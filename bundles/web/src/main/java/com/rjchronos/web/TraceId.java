package com.rjchronos.web;

import java.util.UUID;
import java.util.regex.Pattern;
import javax.servlet.ServletRequest;
import javax.servlet.http.HttpServletRequest;

/** The name of a request in logs, the trail and answers: the client's {@code X-Request-Id} if it is one, else a new one. */
final class TraceId {
    static final String HEADER = "X-Request-Id";

    /** The request attribute by which {@code rest} learns the name; both spell it. */
    static final String ATTRIBUTE = "chronos.traceId";

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private TraceId() {}

    static String give(HttpServletRequest request) {
        String asked = request.getHeader(HEADER);
        String id = asked != null && SHAPE.matcher(asked).matches()
                ? asked
                : UUID.randomUUID().toString();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    static String of(ServletRequest request) {
        return String.valueOf(request.getAttribute(ATTRIBUTE));
    }
}
