package com.rjchronos.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.servlet.FilterChain;
import javax.servlet.RequestDispatcher;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds a request for the API that no application saw, because the whiteboard is re-wiring it, and sends it again until one
 * does; after a while, 503. The application says that it saw a request by an attribute: only then is a 404 an answer. What
 * lies under {@code /api/ext} belongs to others, who say no such thing, and is passed on as it is. What changes something is
 * sent again only if nobody can have done it already.
 */
final class RewireHold {
    private static final Logger LOG = LoggerFactory.getLogger(RewireHold.class);
    private static final Duration PACE = Duration.ofMillis(25);
    static final String API = "/api";
    private static final String OTHERS = API + "/ext";
    private static final String LIVE = API + "/health/live";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final LimitsInForce limits;
    private final AtomicInteger held = new AtomicInteger();

    RewireHold(LimitsInForce limits) {
        this.limits = limits;
    }

    /** Whether the path is the root or below it. */
    static boolean under(String path, String root) {
        return path.startsWith(root) && (path.length() == root.length() || path.charAt(root.length()) == '/');
    }

    /** As the server resolved it: the request's own spelling may begin with /api and lead elsewhere by {@code ..%2f}. */
    static String path(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getServletPath(), "")
                + Objects.requireNonNullElse(request.getPathInfo(), "");
    }

    void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = path(request);
        if (!under(path, API) || under(path, OTHERS)) {
            chain.doFilter(request, response);
            return;
        }
        Attempt attempt = new Attempt(request, response);
        try {
            chain.doFilter(request, attempt);
        } catch (ServletException | RuntimeException e) {
            if (!attempt.nobodys() || !repeatable(request)) {
                throw e;
            }
            // CXF's servlet fails on an application that leaves while it looks; if that lasts, the last failure is
            // thrown
            LOG.info(
                    "The API left under a request, which is held. traceId={} failure=\"{}\"",
                    TraceId.of(request),
                    e.toString());
        }
        // who asks whether we live does not mean the API, and asks again
        if (attempt.nobodys() && (under(path, LIVE) || !heldUntilSeen(request, response))) {
            response.setHeader("Retry-After", "2");
            ProblemAnswer.of(503, request.getRequestURI()).write(request, response);
        }
    }

    /** Whether sending it again can do nothing twice: it only reads, or nobody was there, or nobody read what it says. */
    private static boolean repeatable(HttpServletRequest request) {
        return SAFE.contains(request.getMethod())
                || request.getAttribute(Attempt.NOBODY) != null
                || request instanceof ReadBody body && body.untouched();
    }

    private boolean heldUntilSeen(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            if (held.incrementAndGet() > limits.settings().maxHeld()) {
                return false;
            }
            long deadline = System.nanoTime() + limits.settings().hold().toNanos();
            String target = request.getRequestURI();
            ServletException failure = null;
            while (repeatable(request)
                    && System.nanoTime() < deadline
                    && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(PACE.toNanos());
                try {
                    if (seen(request, response, target)) {
                        return true;
                    }
                    failure = null;
                } catch (NobodyException e) {
                    failure = e;
                }
            }
            if (failure != null) {
                throw failure;
            }
            return false;
        } finally {
            held.decrementAndGet();
        }
    }

    /** A forward, because the chain at hand leads to the servlet that was there before. */
    private static boolean seen(HttpServletRequest request, HttpServletResponse response, String target)
            throws IOException, ServletException {
        RequestDispatcher dispatcher = request.getRequestDispatcher(target);
        if (dispatcher == null) {
            return false;
        }
        Attempt attempt = new Attempt(request, response);
        try {
            dispatcher.forward(request, attempt);
        } catch (ServletException | RuntimeException e) {
            if (attempt.nobodys() && repeatable(request)) {
                throw new NobodyException(e);
            }
            throw e;
        }
        return !attempt.nobodys();
    }

    /** A failure before any application saw the request. */
    private static final class NobodyException extends ServletException {
        private static final long serialVersionUID = 1L;

        NobodyException(Exception cause) {
            super(cause);
        }
    }
}
