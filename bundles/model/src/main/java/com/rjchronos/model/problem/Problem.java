package com.rjchronos.model.problem;

import com.rjchronos.model.caller.Permission;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A problem that the caller can understand and often mend.
 *
 * @param kind which kind
 * @param detail what happened to what, without internals and without secrets
 * @param violations for {@code INVALID}: every broken rule
 * @param retryAfter for {@code UNAVAILABLE} and {@code TOO_MANY_REQUESTS}: when to try again
 */
public record Problem(ProblemKind kind, String detail, List<Violation> violations, Optional<Duration> retryAfter) {

    public Problem {
        violations = List.copyOf(violations);
    }

    public static Problem of(ProblemKind kind, String detail) {
        return new Problem(kind, detail, List.of(), Optional.empty());
    }

    public static Problem notFound(String noun, Object id) {
        return of(ProblemKind.NOT_FOUND, "There is no " + noun + " " + id + ".");
    }

    public static Problem forbidden(Permission permission) {
        return of(ProblemKind.FORBIDDEN, "This needs the permission " + permission.code() + ".");
    }

    /** Every broken rule at once; at least one. */
    public static Problem invalid(List<Violation> violations) {
        Violation first = violations.get(0);
        String more = violations.size() > 1 ? " (and " + (violations.size() - 1) + " more)" : "";
        return new Problem(
                ProblemKind.INVALID, first.field() + ": " + first.reason() + more, violations, Optional.empty());
    }

    public static Problem invalid(String field, String reason) {
        return invalid(List.of(new Violation(field, reason)));
    }

    public static Problem unavailable(String detail, Duration retryAfter) {
        return new Problem(ProblemKind.UNAVAILABLE, detail, List.of(), Optional.of(retryAfter));
    }

    public ProblemException thrown() {
        return new ProblemException(this);
    }

    public ProblemException thrown(Throwable cause) {
        return new ProblemException(this, cause);
    }
}
