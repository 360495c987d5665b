package com.rjchronos.rest.problem;

import com.rjchronos.rest.trace.Trace;
import java.io.IOException;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything else: what JAX-RS itself refuses keeps its status; a bug is a 500 that tells nothing but its trace id. */
@Provider
public final class UnexpectedMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedMapper.class);

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException refusal
                && refusal.getResponse().getStatus() < 500) {
            return refusal(refusal.getResponse());
        }
        if (failure instanceof WebApplicationException && failure.getCause() instanceof IOException) {
            // CXF reads forms ahead and calls a client that went away an error of the server
            return answer("INVALID", 400, "The body broke off.").build();
        }
        String trace = Trace.of(request);
        LOG.error("A request failed. method={} path={} traceId={}", request.getMethod(), path(), trace, failure);
        return answer("INTERNAL_ERROR", 500, "Something went wrong; the log knows it as " + trace + ".")
                .build();
    }

    private Response refusal(Response refused) {
        int status = refused.getStatus();
        String allow = refused.getHeaderString(HttpHeaders.ALLOW);
        if (status < 400) {
            return refused;
        }
        Response.ResponseBuilder answer =
                switch (status) {
                    case 404 -> answer("NOT_FOUND", status, "There is nothing at " + path() + ".");
                    case 405 -> answer("METHOD_NOT_ALLOWED", status, request.getMethod() + " is not possible here.");
                    case 406 -> answer("NOT_ACCEPTABLE", status, "This is answered as application/json only.");
                    case 415 -> answer("UNSUPPORTED_MEDIA_TYPE", status, "The body's Content-Type is not read here.");
                    default -> answer("INVALID", status, "The request cannot be understood.");
                };
        return allow == null || status != 405 // CXF lists methods of other addresses with a 404
                ? answer.build()
                : answer.header(HttpHeaders.ALLOW, allow).build();
    }

    private Response.ResponseBuilder answer(String name, int status, String detail) {
        return Response.status(status)
                .type(ProblemMapper.MEDIA_TYPE)
                .entity(ProblemView.of(name, status, detail, path(), Trace.of(request), List.of()));
    }

    private String path() {
        return request.getRequestURI();
    }
}
