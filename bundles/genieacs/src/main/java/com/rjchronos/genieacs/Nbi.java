package com.rjchronos.genieacs;

import com.rjchronos.api.Intake;
import com.rjchronos.model.sweep.SweepId;
import com.rjchronos.model.sweep.SweepReport;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.support.jsse.SSLContextParameters;

/** The Camel context of one gateway, from its first breath to its last. */
final class Nbi implements AutoCloseable {
    /** Batches stored at once, while the next is being read. */
    private static final int HANDS = 2;

    private final NbiSettings settings;
    private final Lifeline lifeline = new Lifeline();
    private final Failures failures;
    private final Contact contact;
    private final Probe probe;
    private final CamelContext camel;
    private final ProducerTemplate template;
    private final ExecutorService hands;
    private final ScheduledExecutorService watch;

    Nbi(NbiSettings settings, Intake intake, Contact contact, Pace pace, CamelContext camel) {
        this.settings = settings;
        this.contact = contact;
        this.camel = camel;
        this.failures = new Failures(settings, lifeline);
        ThreadFactory threads = daemons("genieacs-" + settings.acs());
        // one reads while the others store; the queue holds at most the next step of each
        this.hands = new ThreadPoolExecutor(
                HANDS + 1, HANDS + 1, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(16), threads);
        ((ThreadPoolExecutor) hands).allowCoreThreadTimeOut(true);
        this.watch = Executors.newSingleThreadScheduledExecutor(threads);
        this.probe = new Probe(settings, contact, pace, watch, System::nanoTime);
        this.template = start(intake);
    }

    private ProducerTemplate start(Intake intake) {
        camel.disableJMX();
        camel.getCamelContextExtension().setName("genieacs-" + settings.acs());
        camel.setLoadHealthChecks(false);
        camel.setMessageHistory(false);
        camel.setStreamCaching(false);
        camel.getShutdownStrategy().setTimeout(3);
        camel.getShutdownStrategy().setSuppressLoggingOnTimeout(true);
        camel.getRegistry().bind("lifeline", lifeline);
        camel.getRegistry().bind("probe", probe.lifeline());
        try {
            String scheme = URI.create(settings.baseUrl()).getScheme();
            HttpComponent http = camel.getComponent(scheme, HttpComponent.class);
            http.setAutomaticRetriesDisabled(true);
            http.setConnectTimeout(settings.connectTimeout().toMillis());
            http.setResponseTimeout(settings.responseTimeout().toMillis());
            http.setSoTimeout(settings.responseTimeout().toMillis());
            settings.trust()
                    .ifPresent(trust -> http.setSslContextParameters(new SSLContextParameters() {
                        @Override
                        public SSLContext createSSLContext(CamelContext context) {
                            return trust;
                        }
                    }));
            camel.addRoutes(new SweepRoute(settings, intake, probe, hands));
            camel.start();
            return camel.createProducerTemplate();
        } catch (Exception e) {
            close();
            throw new IllegalStateException("The routes of ACS " + settings.acs() + " do not start", e);
        }
    }

    /** Asks one question for a projection and returns when its answer is stored, or broke off. */
    SweepReport ask(SweepId sweep, Set<String> asked, String query) {
        SweepRun run = new SweepRun(sweep, asked, query, settings, failures, contact);
        lifeline.renew();
        long seconds = settings.totalTimeout().toSeconds();
        ScheduledFuture<?> limit = watch.schedule(
                () -> lifeline.cut("The answer was not complete after " + seconds + " s."), seconds, TimeUnit.SECONDS);
        try {
            template.send(SweepRoute.SWEEP, exchange -> exchange.setProperty(SweepRun.PROPERTY, run));
            return run.report();
        } finally {
            limit.cancel(false);
            lifeline.cut();
        }
    }

    @Override
    public void close() {
        lifeline.cut("The appliance closed the connection.");
        probe.close();
        camel.stop();
        hands.shutdownNow();
        watch.shutdownNow();
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
