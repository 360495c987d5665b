package com.rjchronos.genieacs.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends one request at a time for each of its callers, within bounds. It never sends anything twice but reads, and says of what was not
 * answered whether it may have arrived.
 */
public final class NbiClient implements AutoCloseable {
    /** Answers to commands are tasks; nothing of the size of a document. */
    private static final int LONGEST_REPLY = 1024 * 1024;

    /** Reads and plain commands take some milliseconds while all is well. */
    private static final Duration SLOW = Duration.ofSeconds(2);

    private static final String LEAVING = "The gateway is being stopped.";

    private final Address address;
    private final Map<Kind, Limit> limits;
    private final Map<Kind, Lane> lanes = new EnumMap<>(Kind.class);
    private final Gate gate;
    private final ScheduledExecutorService watch;
    private final CloseableHttpClient http;
    private final Retries retries;
    private final Undertakings undertakings = new Undertakings();

    /**
     * Where the NBI is.
     *
     * @param root without a trailing slash
     * @param authorization a header for a reverse proxy before it; secret
     * @param inWords what a failure means to operators
     */
    public record Address(String root, Optional<String> authorization, Function<Throwable, String> inWords) {}

    public NbiClient(
            Address address,
            Map<Kind, Limit> limits,
            Duration patience,
            Gate gate,
            CloseableHttpClient http,
            ScheduledExecutorService watch) {
        this.address = address;
        this.limits = Map.copyOf(limits);
        limits.forEach((kind, limit) -> lanes.put(kind, new Lane(limit.atOnce(), patience)));
        this.gate = gate;
        this.http = http;
        this.watch = watch;
        this.retries = new Retries();
    }

    /** Takes the head and the body of an answer. */
    interface Taker<T> {
        T take(Reply head, InputStream body) throws IOException, NoAnswer;
    }

    /** Sends a request, once. */
    public Reply send(Call call) throws NoAnswer {
        return exchange(
                call, (head, body) -> head.with(new String(body.readNBytes(LONGEST_REPLY), StandardCharsets.UTF_8)));
    }

    /** Takes the body of a list; asks again after a moment if the answer breaks off. */
    public <T> T read(String target, Body<T> body) throws NoAnswer {
        return retries.of(() -> readOnce(target, body));
    }

    /** The same but for what cannot be taken back: it is asked for once. */
    public <T> T readOnce(String target, Body<T> body) throws NoAnswer {
        return exchange(Call.read(target), (head, in) -> {
            if (head.status() != 200) {
                String text = new String(in.readNBytes(LONGEST_REPLY), StandardCharsets.UTF_8);
                throw new NoAnswer.Lost(head.with(text).words(), head.status() >= 500 && !head.waitedInVain(), null);
            }
            return body.take(in);
        });
    }

    /** Takes a body; an {@code IOException} means that it broke off, {@link UnusableBody} that it is not what it should be. */
    public interface Body<T> {
        T take(InputStream body) throws IOException;
    }

    /** Something that takes more than one call, e.g. a command and the looking for it. */
    public interface Whole<T> {
        T done();
    }

    /** Does what is not to be cut in its midst: while we leave it has some time left. */
    public <T> T whole(Whole<T> whole) {
        return undertakings.of(whole::done);
    }

    /** Begins nothing more. */
    public void leave() {
        undertakings.leave();
    }

    /** Gives what is not to be cut the rest of its time, and cuts what is under way then. */
    @Override
    public void close() {
        undertakings.end();
        http.close(CloseMode.IMMEDIATE);
    }

    private <T> T exchange(Call call, Taker<T> taker) throws NoAnswer {
        Optional<String> closed = undertakings.closed() ? Optional.of(LEAVING) : gate.closed();
        if (closed.isPresent()) {
            throw new NoAnswer.Away(closed.get(), null);
        }
        Limit limit = limits.get(call.kind()).atLeast(call.atLeast());
        Lane lane = lanes.get(call.kind());
        lane.enter();
        try {
            return exchange(call, limit, taker);
        } finally {
            lane.leave();
        }
    }

    /** Fewer knocks while what is answered at once is answered late, for knocks are what GenieACS suffers from. */
    private void pace(Kind kind, boolean late) {
        if (kind != Kind.READ && kind != Kind.COMMAND) {
            return;
        }
        if (late) {
            lanes.get(Kind.KNOCK).narrow();
        } else {
            lanes.get(Kind.KNOCK).widen();
        }
    }

    private <T> T exchange(Call call, Limit limit, Taker<T> taker) throws NoAnswer {
        HttpUriRequestBase request = request(call, limit);
        ScheduledFuture<?> end = limited(request, limit);
        long began = System.nanoTime();
        try {
            return http.execute(request, response -> {
                pace(call.kind(), System.nanoTime() - began > SLOW.toNanos());
                return taken(response, taker, call.kind(), began);
            });
        } catch (Carried e) {
            throw e.noAnswer;
        } catch (IOException e) {
            NoAnswer noAnswer = failed(e, limit, request.isCancelled(), call.kind(), began);
            if (noAnswer instanceof NoAnswer.Lost) {
                pace(call.kind(), true);
            }
            throw noAnswer;
        } catch (IllegalStateException e) { // the pool was shut down between two calls
            if (undertakings.leaving()) {
                throw new NoAnswer.Away(LEAVING, e);
            }
            throw e;
        } finally {
            end.cancel(false);
        }
    }

    private ScheduledFuture<?> limited(HttpUriRequestBase request, Limit limit) throws NoAnswer.Away {
        try {
            return watch.schedule(request::cancel, limit.total().toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            throw new NoAnswer.Away(LEAVING, e);
        }
    }

    private HttpUriRequestBase request(Call call, Limit limit) {
        HttpUriRequestBase request = new HttpUriRequestBase(call.method(), URI.create(address.root() + call.target()));
        request.setConfig(RequestConfig.custom()
                .setResponseTimeout(Timeout.of(limit.silence()))
                .setConnectionRequestTimeout(Timeout.of(limit.silence()))
                .build());
        call.headers().forEach(request::setHeader);
        address.authorization().ifPresent(a -> request.setHeader("Authorization", a));
        call.body().ifPresent(request::setEntity);
        return request;
    }

    private <T> T taken(ClassicHttpResponse response, Taker<T> taker, Kind kind, long began) throws IOException {
        Optional<String> version = header(response, "GenieACS-Version");
        String reason = Optional.ofNullable(response.getReasonPhrase()).orElse("");
        Reply head =
                new Reply(response.getCode(), reason, version, "", header(response, "Date"), header(response, "total"));
        try (InputStream body = response.getEntity() == null
                ? InputStream.nullInputStream()
                : response.getEntity().getContent()) {
            if (head.status() >= 500 && version.isEmpty()) { // a proxy says that nobody is behind it
                if (kind != Kind.KNOCK || !head.waitedInVain()) { // a device that is slow is no ACS that is away
                    gate.lost(head.words(), began);
                }
                return taker.take(head, body);
            }
            T taken = taker.take(head, body);
            gate.answered(version);
            return taken;
        } catch (JsonEOFException e) { // it broke off, perhaps
            throw e;
        } catch (JsonProcessingException e) {
            throw new Carried(unusable("The answer is not what GenieACS answers. Check baseUrl.", version, e));
        } catch (UnusableBody e) {
            throw new Carried(unusable(e.getMessage(), version, e));
        } catch (NoAnswer e) {
            throw new Carried(e);
        }
    }

    private NoAnswer unusable(String words, Optional<String> version, IOException cause) {
        if (version.isPresent()) { // else it is not GenieACS that answered
            gate.answered(version);
        }
        return new NoAnswer.Unusable(words, cause);
    }

    private static Optional<String> header(ClassicHttpResponse response, String name) {
        return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
    }

    private NoAnswer failed(IOException e, Limit limit, boolean cancelled, Kind kind, long began) {
        if (notConnected(e)) {
            String words = address.inWords().apply(e);
            gate.unreachable(words);
            return new NoAnswer.Away(words, e);
        }
        if (undertakings.cut()) {
            return new NoAnswer.Lost(LEAVING, false, e);
        }
        boolean late = cancelled || e instanceof SocketTimeoutException;
        String words = cancelled
                ? "The answer was not complete after " + limit.total().toSeconds() + " s."
                : late
                        ? "GenieACS sent nothing for " + limit.silence().toSeconds() + " s."
                        : e instanceof JsonEOFException
                                ? "The answer broke off before its end."
                                : address.inWords().apply(e);
        if (kind != Kind.KNOCK || !late) { // a device that is slow is no ACS that is away
            gate.lost(words, began);
        }
        return new NoAnswer.Lost(words, !late, e);
    }

    /** Whether it is certain that nothing of the request left this machine. */
    private static boolean notConnected(IOException e) {
        return e instanceof ConnectException
                || e instanceof ConnectTimeoutException
                || e instanceof UnknownHostException
                || e instanceof NoRouteToHostException
                || e instanceof SSLHandshakeException
                || e instanceof SSLPeerUnverifiedException;
    }

    /** Takes a {@link NoAnswer} through a handler that may throw nothing but this. */
    private static final class Carried extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient NoAnswer noAnswer;

        private Carried(NoAnswer noAnswer) {
            super(noAnswer.getMessage(), noAnswer);
            this.noAnswer = noAnswer;
        }
    }
}
