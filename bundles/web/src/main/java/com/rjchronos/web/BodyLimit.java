package com.rjchronos.web;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * Refuses bodies above the limit. One that does not say its length is read here, up to the limit, so that nobody behind has to
 * count; {@value #MAX_UNSIZED_KIB} KiB of them at once. Signing in takes a few words: it has a limit of its own, because
 * anybody may.
 */
final class BodyLimit {
    private static final int MAX_UNSIZED_KIB = 16 * 1024;
    private static final int MAX_SIGN_IN = 16 * 1024;
    private static final String SIGN_IN = RewireHold.API + "/auth/";

    private final LimitsInForce limits;
    private final Semaphore unsizedKib = new Semaphore(MAX_UNSIZED_KIB);

    BodyLimit(LimitsInForce limits) {
        this.limits = limits;
    }

    void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        int maxBytes = maxBytes(request);
        if (request.getContentLengthLong() > maxBytes) {
            refuse(request, response, maxBytes);
        } else if (request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null) {
            unsized(request, response, chain, maxBytes);
        } else {
            chain.doFilter(request, response);
        }
    }

    private int maxBytes(HttpServletRequest request) {
        int configured = limits.settings().maxBody();
        return RewireHold.path(request).startsWith(SIGN_IN) ? Math.min(MAX_SIGN_IN, configured) : configured;
    }

    private void unsized(HttpServletRequest request, HttpServletResponse response, FilterChain chain, int maxBytes)
            throws IOException, ServletException {
        int kib = Math.max(1, Math.min(maxBytes / 1024, MAX_UNSIZED_KIB));
        if (!unsizedKib.tryAcquire(kib)) {
            response.setHeader("Retry-After", "1");
            response.setHeader("Connection", "close");
            new ProblemAnswer(503, "Unavailable", "Too many bodies of unknown length are on their way; try again.")
                    .write(request, response);
            return;
        }
        try {
            byte[] body = request.getInputStream().readNBytes(maxBytes + 1);
            if (body.length > maxBytes) {
                refuse(request, response, maxBytes);
            } else {
                chain.doFilter(new ReadBody(request, body), response);
            }
        } finally {
            unsizedKib.release(kib);
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, int maxBytes)
            throws IOException {
        response.setHeader("Connection", "close");
        new ProblemAnswer(413, "Too large", "The body must not be larger than " + maxBytes / 1024 + " KiB.")
                .write(request, response);
    }
}
