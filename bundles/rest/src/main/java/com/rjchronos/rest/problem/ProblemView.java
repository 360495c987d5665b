package com.rjchronos.rest.problem;

import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.problem.Violation;
import java.util.List;
import java.util.Locale;

/**
 * A problem as RFC 9457 spells it, with what our clients read beside.
 *
 * @param message the detail once more
 * @param errors every broken rule; empty if the problem is another
 */
public record ProblemView(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String traceId,
        String message,
        List<ErrorView> errors) {

    /** One broken rule. */
    public record ErrorView(String field, String reason) {

        static ErrorView of(Violation violation) {
            return new ErrorView(violation.field(), violation.reason());
        }
    }

    static ProblemView of(Problem problem, int status, String instance, String traceId) {
        List<ErrorView> errors =
                problem.violations().stream().map(ErrorView::of).toList();
        return of(problem.kind().name(), status, problem.detail(), instance, traceId, errors);
    }

    static ProblemView of(
            String name, int status, String detail, String instance, String traceId, List<ErrorView> errors) {
        String words = name.toLowerCase(Locale.ROOT).replace('_', ' ');
        String title = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        String type = "urn:chronos:problem:" + words.replace(' ', '-');
        return new ProblemView(type, title, status, detail, instance, traceId, detail, errors);
    }
}
