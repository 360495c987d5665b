package com.rjchronos.simulator.nbi;

import com.rjchronos.simulator.json.ByteSink;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** One request and its answer, or the lack of one. */
final class Exchange {
    static final String VERSION = "1.2.13+261123fc80";
    private static final int IDLE_MILLIS = 5_000;
    private static final int BUSY_MILLIS = 300_000;

    private final Request request;
    private final Response response;
    private final Target target;
    private final CountDownLatch closing;
    private final Clock clock;
    private int status;
    private String reason = "NO ANSWER";
    private long bytes;
    private long documents;

    Exchange(Request request, Response response, Target target, CountDownLatch closing, Clock clock) {
        this.request = request;
        this.response = response;
        this.target = target;
        this.closing = closing;
        this.clock = clock;
        endPoint().setIdleTimeout(BUSY_MILLIS);
    }

    String method() {
        return request.getMethod();
    }

    Target target() {
        return target;
    }

    String header(String name) {
        return request.getHeader(name);
    }

    byte[] body() throws IOException {
        return request.getInputStream().readAllBytes();
    }

    String text() throws IOException {
        return new String(body(), StandardCharsets.UTF_8);
    }

    void send(Reply reply) throws IOException {
        begin(reply.status(), reply.reason(), reply.headers());
        if (!method().equals("HEAD")) {
            stream().write(reply.body());
            bytes += reply.body().length;
        }
        end();
    }

    /** Sends the head; the body that follows is chunked, whatever its length. */
    void begin(int code, String phrase, Map<String, String> headers) throws IOException {
        status = code;
        reason = phrase;
        response.setStatusWithReason(code, phrase);
        response.setHeader("GenieACS-Version", VERSION);
        response.setDateHeader("Date", clock.millis()); // the ACS's own clock, shifted or not
        headers.forEach(response::setHeader);
        if (!"close".equalsIgnoreCase(request.getHeader("Connection"))) {
            response.setHeader("Connection", "keep-alive");
            response.setHeader("Keep-Alive", "timeout=" + IDLE_MILLIS / 1000);
        }
        if (!method().equals("HEAD")) {
            response.setHeader("Transfer-Encoding", "chunked");
            response.flushBuffer();
        }
    }

    OutputStream stream() throws IOException {
        return response.getOutputStream();
    }

    /** Sends what was gathered. */
    void drain(ByteSink sink) throws IOException {
        bytes += sink.drainTo(stream());
    }

    void flush() throws IOException {
        stream().flush();
    }

    void sentDocument() {
        documents++;
    }

    void end() {
        endPoint().setIdleTimeout(IDLE_MILLIS);
    }

    /** Holds the request; returns early, and false, if the simulator is being stopped. */
    boolean pause(long millis) {
        try {
            return !closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends the connection with a reset, in the middle of whatever was being said. */
    void reset() throws IOException {
        if (endPoint().getTransport() instanceof SocketChannel channel) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        }
        abandon();
    }

    /** Ends the connection without the rest of the answer. */
    void abandon() {
        request.getHttpChannel().abort(new EofException("abandoned on purpose"));
        endPoint().close();
    }

    int status() {
        return status;
    }

    String reason() {
        return reason;
    }

    long bytes() {
        return bytes;
    }

    long documents() {
        return documents;
    }

    private EndPoint endPoint() {
        return request.getHttpChannel().getEndPoint();
    }
}
