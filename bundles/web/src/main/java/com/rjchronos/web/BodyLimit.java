package com.rjchronos.web;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * Reads every body here, whole, up to its limit and within its time, so that nobody behind has to count or to wait: a few at
 * once, because each that is slow holds a thread, and {@value #MAX_KIB} KiB of them in all. Signing in takes a few words and has
 * a limit and places of its own, because anybody may.
 */
final class BodyLimit {
    private static final int MAX_KIB = 16 * 1024;
    private static final int MAX_SIGN_IN = 16 * 1024;
    private static final int PLACES = 8;
    private static final int SIGN_IN_PLACES = 4;
    private static final Duration TURN = Duration.ofMillis(100);
    private static final String SIGN_IN = RewireHold.API + "/auth";

    private final LimitsInForce limits;
    private final Semaphore kib = new Semaphore(MAX_KIB);
    private final Semaphore places = new Semaphore(PLACES);
    private final Semaphore signInPlaces = new Semaphore(SIGN_IN_PLACES);

    BodyLimit(LimitsInForce limits) {
        this.limits = limits;
    }

    void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean signIn = RewireHold.under(RewireHold.path(request), SIGN_IN);
        int configured = limits.settings().maxBody();
        int maxBytes = signIn ? Math.min(MAX_SIGN_IN, configured) : configured;
        long length = request.getContentLengthLong();
        if (length > maxBytes) {
            refuse(request, response, tooLarge(maxBytes));
        } else if (length > 0 || request.getHeader("Transfer-Encoding") != null) {
            int size = (int) (length > 0 ? length : maxBytes);
            within(size, request, response, () -> read(request, response, chain, maxBytes, signIn));
        } else {
            chain.doFilter(request, response);
        }
    }

    private interface Step {
        void take() throws IOException, ServletException;
    }

    /** Keeps account of the memory as long as somebody may read the body. */
    private void within(int bytes, HttpServletRequest request, HttpServletResponse response, Step step)
            throws IOException, ServletException {
        int share = Math.min(bytes / 1024 + 1, MAX_KIB);
        if (!kib.tryAcquire(share)) {
            tooMany(request, response);
            return;
        }
        try {
            step.take();
        } finally {
            kib.release(share);
        }
    }

    private void read(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, int maxBytes, boolean signIn)
            throws IOException, ServletException {
        Semaphore place = signIn ? signInPlaces : places;
        if (!taken(place)) {
            tooMany(request, response);
            return;
        }
        Duration time = limits.settings().bodyTime();
        byte[] body;
        try {
            body = ReadBody.read(request.getInputStream(), maxBytes + 1, time);
        } catch (TimeoutException e) {
            refuse(request, response, tooSlow(time));
            return;
        } catch (IOException | RuntimeException e) {
            // of a broken chunk Jetty tells by a RuntimeException
            refuse(request, response, e.getCause() instanceof TimeoutException ? tooSlow(time) : broken());
            return;
        } finally {
            place.release();
        }
        if (body.length > maxBytes) {
            refuse(request, response, tooLarge(maxBytes));
        } else {
            chain.doFilter(new ReadBody(request, body), response);
        }
    }

    /** Others read fast: a place is free soon, or it is slow ones that hold them all. */
    private static boolean taken(Semaphore place) {
        try {
            return place.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void tooMany(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "1");
        refuse(
                request,
                response,
                new ProblemAnswer(503, "Unavailable", "Too many bodies are on their way at once; try again."));
    }

    private static ProblemAnswer tooLarge(int maxBytes) {
        return new ProblemAnswer(413, "Too large", "The body must not be larger than " + maxBytes / 1024 + " KiB.");
    }

    private static ProblemAnswer tooSlow(Duration time) {
        return new ProblemAnswer(408, "Timeout", "The body must arrive within " + time.toSeconds() + " s.");
    }

    private static ProblemAnswer broken() {
        return new ProblemAnswer(400, "Invalid", "The body broke off, or is not chunked as HTTP asks.");
    }

    /** What is left of the body is not read: the connection cannot be used again. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, ProblemAnswer problem)
            throws IOException {
        response.setHeader("Connection", "close");
        problem.write(request, response);
    }
}
