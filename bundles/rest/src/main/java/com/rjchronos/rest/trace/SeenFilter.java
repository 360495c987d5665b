package com.rjchronos.rest.trace;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.PreMatching;
import javax.ws.rs.core.Context;
import javax.ws.rs.ext.Provider;

/** Tells {@code web} that the application saw the request: its answer, even a 404, is the answer. */
@Provider
@PreMatching
public final class SeenFilter implements ContainerRequestFilter {
    /** The request attribute that {@code web} looks for; both spell it. */
    private static final String ATTRIBUTE = "chronos.seen";

    @Context
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        request.setAttribute(ATTRIBUTE, Boolean.TRUE);
    }
}
