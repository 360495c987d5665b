package com.rjchronos.simulator.nbi;

import com.rjchronos.simulator.control.Chaos;
import com.rjchronos.simulator.control.Ledger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.eclipse.jetty.util.log.Log;
import org.eclipse.jetty.util.log.Logger;

/** Takes every request to the NBI's routes or to the control surface, and writes down what became of it. */
final class NbiHandler extends AbstractHandler {
    private static final Logger LOG = Log.getLogger(NbiHandler.class);
    private static final String CONTROL = "/_sim";
    private static final String PAGE =
            "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Sign in</body></html>";

    private final Routes routes;
    private final ControlRoutes control;
    private final Chaos chaos;
    private final Ledger ledger;
    private final long crashDelay;
    private final CountDownLatch closing;
    private final Clock clock;

    NbiHandler(
            Routes routes,
            ControlRoutes control,
            Chaos chaos,
            Ledger ledger,
            long crashDelay,
            CountDownLatch closing,
            Clock clock) {
        this.routes = routes;
        this.control = control;
        this.chaos = chaos;
        this.ledger = ledger;
        this.crashDelay = crashDelay;
        this.closing = closing;
        this.clock = clock;
    }

    @Override
    public void handle(String ignored, Request base, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        base.setHandled(true);
        Target target = Target.of(((RawTargetChannel) base.getHttpChannel()).rawTarget());
        Exchange exchange = new Exchange(base, (Response) response, target, closing, clock);
        if (target.path().equals(CONTROL) || target.path().startsWith(CONTROL + "/")) {
            exchange.send(control.answer(exchange));
            return;
        }
        long start = System.nanoTime();
        try {
            answer(exchange);
        } finally {
            ledger.asked(new Ledger.Asked(
                    exchange.method(),
                    target.path(),
                    target.query(),
                    exchange.status(),
                    exchange.reason(),
                    exchange.bytes(),
                    exchange.documents(),
                    (System.nanoTime() - start) / 1_000_000));
        }
    }

    private void answer(Exchange exchange) throws IOException {
        Chaos.Order order = chaos.next(exchange.method(), exchange.target().path());
        boolean during = order.afterDevices() > 0 && routes.isListing(exchange);
        switch (order.mode()) {
            case STATUS500 -> exchange.send(Reply.text(500, "Internal Server Error", "Error: connect ECONNREFUSED"));
            case HTML ->
                exchange.send(new Reply(
                        200, "OK", Map.of("Content-Type", "text/html"), PAGE.getBytes(StandardCharsets.UTF_8)));
            case HANG, RESET -> {
                if (during) {
                    regular(exchange, order);
                } else {
                    exchange.pause(order.mode() == Chaos.Mode.HANG ? order.delayMs() : 0);
                    exchange.reset();
                }
            }
            default -> regular(exchange, order);
        }
    }

    private void regular(Exchange exchange, Chaos.Order order) throws IOException {
        try {
            routes.answer(exchange, order);
        } catch (Crash e) {
            crash(exchange);
        } catch (RuntimeException e) {
            LOG.warn(
                    "A request that nobody foresaw crashed the worker: "
                            + exchange.target().path(),
                    e);
            crash(exchange);
        }
    }

    private void crash(Exchange exchange) throws IOException {
        exchange.pause(crashDelay);
        exchange.reset();
    }
}
