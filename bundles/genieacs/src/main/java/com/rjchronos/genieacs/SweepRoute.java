package com.rjchronos.genieacs;

import com.rjchronos.api.Intake;
import com.rjchronos.genieacs.document.UnreadBatch;
import java.util.concurrent.ExecutorService;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** The route of the appliance: ask the NBI, split its streamed answer into batches, hand each into the house. */
final class SweepRoute extends RouteBuilder {
    /** Takes a {@link SweepRun} in the exchange property of its name. */
    static final String SWEEP = "direct:sweep";

    /** How often an ACS that does not answer is looked at. */
    private static final long PROBE_MILLIS = 5_000;

    private final NbiSettings settings;
    private final Intake intake;
    private final Probe probe;
    private final ExecutorService hands;

    SweepRoute(NbiSettings settings, Intake intake, Probe probe, ExecutorService hands) {
        this.settings = settings;
        this.intake = intake;
        this.probe = probe;
        this.hands = hands;
    }

    @Override
    public void configure() {
        sweep();
        probe();
    }

    private void sweep() {
        from(SWEEP)
                .routeId("sweep")
                .streamCache("false")
                .onException(Exception.class)
                .handled(true)
                .process(exchange -> SweepRun.of(exchange).failed(cause(exchange)))
                .end()
                .process(this::ask)
                .to(devices("lifeline"))
                .process(this::open)
                .split(body())
                .streaming()
                .parallelProcessing()
                .executorService(hands)
                .process(exchange ->
                        SweepRun.of(exchange).hand(exchange.getMessage().getBody(UnreadBatch.class), intake))
                .end()
                .process(exchange -> SweepRun.of(exchange).ended());
    }

    private void probe() {
        from("timer:probe?includeMetadata=false&period=" + PROBE_MILLIS)
                .routeId("probe")
                .streamCache("false")
                .onException(Exception.class)
                .handled(true)
                .process(exchange -> probe.failed(cause(exchange)))
                .end()
                .filter(exchange -> probe.due())
                .process(exchange -> authorized(exchange, probe.begin()))
                .to(devices("probe"))
                .process(exchange -> probe.answered(exchange.getMessage()))
                .end();
    }

    private void ask(Exchange exchange) {
        authorized(exchange, SweepRun.of(exchange).query());
    }

    private void authorized(Exchange exchange, String query) {
        exchange.getMessage().setHeader(Exchange.HTTP_METHOD, "GET");
        exchange.getMessage().setHeader(Exchange.HTTP_QUERY, query);
        settings.authorization().ifPresent(a -> exchange.getMessage().setHeader("Authorization", a));
    }

    private void open(Exchange exchange) throws Exception {
        exchange.getMessage().setBody(SweepRun.of(exchange).open(exchange.getMessage()));
    }

    /** The endpoint; GenieACS closes idle connections after 5 s, so each request makes its own. */
    private String devices(String client) {
        return settings.baseUrl() + "/devices?throwExceptionOnFailure=false&copyHeaders=false&connectionClose=true"
                + "&disableStreamCache=true&httpClientConfigurer=#" + client;
    }

    private static Throwable cause(Exchange exchange) {
        return exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    }
}
