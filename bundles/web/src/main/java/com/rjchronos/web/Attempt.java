package com.rjchronos.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;

/**
 * An answer that is thrown away if it is nobody's: a 404, or nothing at all, of which the application says nothing. Both come
 * from a whiteboard that is just wiring. Every other answer goes straight through.
 */
final class Attempt extends HttpServletResponseWrapper {
    /** The request attribute that {@code rest} sets on what its application saw; both spell it. */
    static final String SEEN = "chronos.seen";

    /** The request attribute by which {@link UnknownAddress} says that it was asked because nobody else was there. */
    static final String NOBODY = "chronos.nobody";

    private final HttpServletRequest request;
    private boolean notFound;
    private boolean answered;

    Attempt(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        this.request = request;
        request.removeAttribute(NOBODY);
    }

    /** Whether nobody answered; nothing of it has reached the client. Ask when the servlet has returned. */
    boolean nobodys() {
        return unseen() && (notFound || !answered) && !isCommitted() && !request.isAsyncStarted();
    }

    @Override
    public void setStatus(int status) {
        if (through(status)) {
            super.setStatus(status);
        }
    }

    @Override
    public void sendError(int status) throws IOException {
        if (through(status)) {
            super.sendError(status);
        }
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        if (through(status)) {
            super.sendError(status, message);
        }
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        answered = true;
        super.sendRedirect(location);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return unseen() ? new Undecided() : super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (notFound && unseen()) {
            return new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        }
        answered = true;
        return super.getWriter();
    }

    @Override
    public void setContentType(String type) {
        if (!notFound) {
            super.setContentType(type);
        }
    }

    @Override
    public void setHeader(String name, String value) {
        if (!notFound) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!notFound) {
            super.addHeader(name, value);
        }
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!unseen() || answered) {
            super.flushBuffer();
        }
    }

    private boolean unseen() {
        return request.getAttribute(SEEN) == null;
    }

    private boolean through(int status) {
        notFound = status == HttpServletResponse.SC_NOT_FOUND && unseen();
        answered = !notFound;
        return answered;
    }

    /** Becomes the real stream with the first byte; a close before that, which a forward does, says nothing. */
    private final class Undecided extends ServletOutputStream {

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (!notFound) {
                answered = true;
                Attempt.super.getOutputStream().write(bytes, offset, length);
            }
        }

        @Override
        public void flush() throws IOException {
            if (answered) {
                Attempt.super.getOutputStream().flush();
            }
        }

        @Override
        public void close() throws IOException {
            if (answered) {
                Attempt.super.getOutputStream().close();
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("An answer of nobody is not written asynchronously.");
        }
    }
}
