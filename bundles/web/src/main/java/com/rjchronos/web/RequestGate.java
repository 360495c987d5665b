package com.rjchronos.web;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one filter: names every request, sets the security headers, lets no error page or stack trace out, and keeps
 * {@link BodyLimit} and {@link RewireHold} behind itself. One and not three, because the server rebuilds its chain with each
 * filter that comes: requests then met filters that were stopped, or passed where the limit was not there yet.
 */
@Component(service = Filter.class, property = "service.ranking:Integer=1000")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=chronos)")
@HttpWhiteboardFilterName("chronos-gate")
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
public final class RequestGate implements Filter {
    private static final Logger LOG = LoggerFactory.getLogger(RequestGate.class);

    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final BodyLimit limit;
    private final RewireHold hold;

    @Activate
    public RequestGate(@Reference LimitsInForce limits) {
        this.limit = new BodyLimit(limits);
        this.hold = new RewireHold(limits);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        ErrorsAsProblems answer = new ErrorsAsProblems(http, (HttpServletResponse) response);
        answer.setHeader(TraceId.HEADER, TraceId.give(http));
        headers(http, answer);
        if (http.getMethod().equals("TRACE")) {
            answer.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        Optional<String> complaint = Legible.complaint(http);
        if (complaint.isPresent()) {
            new ProblemAnswer(HttpServletResponse.SC_BAD_REQUEST, "Invalid", complaint.get()).write(http, answer);
            return;
        }
        try {
            limit.pass(
                    http,
                    answer,
                    (within, reply) -> hold.pass((HttpServletRequest) within, (HttpServletResponse) reply, chain));
        } catch (ServletException | RuntimeException e) {
            LOG.error(
                    "A request failed outside any resource. method={} path={} traceId={}",
                    http.getMethod(),
                    http.getRequestURI(),
                    TraceId.of(http),
                    e);
            answer.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    private static void headers(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        String path = RewireHold.path(request);
        if (RewireHold.under(path, RewireHold.API)) {
            response.setHeader("Cache-Control", keepable(request, path) ? "private, no-cache" : "no-store");
        }
    }

    /** What a browser may keep and must ask about: without that it would never send an {@code If-None-Match}. */
    private static boolean keepable(HttpServletRequest request, String path) {
        return READS.contains(request.getMethod()) && !RewireHold.under(path, RewireHold.API + "/auth");
    }
}
