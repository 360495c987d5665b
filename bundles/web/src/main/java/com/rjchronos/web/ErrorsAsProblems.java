package com.rjchronos.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;

/** Answers problem+json where the server would send an error page. */
final class ErrorsAsProblems extends HttpServletResponseWrapper {
    private static final Set<String> OF_THE_BODY = Set.of("content-length", "content-type", "content-encoding");

    private final HttpServletRequest request;

    ErrorsAsProblems(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        this.request = request;
    }

    @Override
    public void sendError(int status) throws IOException {
        if (isCommitted()) {
            return;
        }
        forgetBody();
        ProblemAnswer.of(status, request.getRequestURI()).write(request, (HttpServletResponse) getResponse());
    }

    /** Only a whole reset forgets a writer that was opened for the answer that failed; the headers are put back. */
    private void forgetBody() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        getHeaderNames().forEach(name -> headers.put(name, List.copyOf(getHeaders(name))));
        reset();
        headers.forEach((name, values) -> {
            if (!OF_THE_BODY.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> addHeader(name, value));
            }
        });
    }

    /** The message is the server's own and may tell internals: it is not passed on. */
    @Override
    public void sendError(int status, String message) throws IOException {
        sendError(status);
    }
}
