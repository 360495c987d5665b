package com.rjchronos.rest.problem;

import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.problem.ProblemException;
import com.rjchronos.model.problem.ProblemKind;
import com.rjchronos.rest.trace.Trace;
import java.time.Duration;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;

/** Problems that callers understand. */
@Provider
public final class ProblemMapper implements ExceptionMapper<ProblemException> {
    static final String MEDIA_TYPE = "application/problem+json";

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(ProblemException exception) {
        Problem problem = exception.problem();
        int status = status(problem.kind());
        Response.ResponseBuilder answer = Response.status(status)
                .type(MEDIA_TYPE)
                .entity(ProblemView.of(problem, status, request.getRequestURI(), Trace.of(request)));
        problem.retryAfter().ifPresent(after -> answer.header("Retry-After", seconds(after)));
        if (problem.kind() == ProblemKind.UNAUTHENTICATED) {
            answer.header("WWW-Authenticate", "Bearer");
        }
        return answer.build();
    }

    static int status(ProblemKind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case CONFLICT -> 409;
            case PRECONDITION_FAILED -> 412;
            case TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case TOO_MANY_REQUESTS -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    /** Whole seconds, never too early and never none. */
    private static long seconds(Duration after) {
        return Math.max(1, after.plusMillis(999).toSeconds());
    }
}
