package com.rjchronos.rest.auth;

import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.problem.ProblemException;
import com.rjchronos.model.problem.ProblemKind;
import com.rjchronos.rest.door.Doors;
import com.rjchronos.rest.query.ListQuery;
import com.rjchronos.rest.trace.Trace;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.UriInfo;
import javax.ws.rs.ext.Provider;

/**
 * Stands before every method: recognises the caller by his bearer token, and refuses him what the method does not allow him,
 * and query parameters that it does not know. A method that knows some takes the {@link UriInfo} and checks them by
 * {@link ListQuery}.
 */
@Provider
public final class CallerFilter implements ContainerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final Doors doors;

    @Context
    private ResourceInfo resource;

    @Context
    private HttpServletRequest request;

    public CallerFilter(Doors doors) {
        this.doors = doors;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        Method method = resource.getResourceMethod();
        Public open = method.getAnnotation(Public.class);
        Allowed allowed = method.getAnnotation(Allowed.class);
        if (open != null && allowed == null) {
            if (open.knowsCallers()) {
                ifKnown(context).ifPresent(this::enter);
            }
        } else if (allowed == null || open != null) {
            throw new IllegalStateException(method + " must be either @Allowed or @Public.");
        } else {
            Caller caller = known(token(context).orElseThrow(() -> unauthenticated("This needs a bearer token.")));
            caller.require(allowed.value());
            enter(caller);
        }
        if (!List.of(method.getParameterTypes()).contains(UriInfo.class)) {
            ListQuery.of(context.getUriInfo().getQueryParameters()).check();
        }
    }

    private void enter(Caller caller) {
        request.setAttribute(CallerContext.ATTRIBUTE, caller);
    }

    /** Nobody, where no token came or nothing can tell at the moment whose it is. */
    private Optional<Caller> ifKnown(ContainerRequestContext context) {
        try {
            return token(context).map(this::known);
        } catch (ProblemException e) {
            if (e.problem().kind() == ProblemKind.UNAVAILABLE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Caller known(String token) {
        return doors.accounts()
                .authenticate(token, Origin.API, Optional.ofNullable(request.getRemoteAddr()), Trace.of(request));
    }

    private static Optional<String> token(ContainerRequestContext context) {
        String header = context.getHeaderString("Authorization");
        if (header == null) {
            return Optional.empty();
        }
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw unauthenticated("Only bearer tokens are accepted.");
        }
        return Optional.of(header.substring(SCHEME.length()).strip());
    }

    private static ProblemException unauthenticated(String detail) {
        return Problem.of(ProblemKind.UNAUTHENTICATED, detail).thrown();
    }
}
