package com.rjchronos.genieacs;

import com.rjchronos.genieacs.document.DocumentStream;
import com.rjchronos.genieacs.wire.Encoding;
import com.rjchronos.model.acs.AcsHealth;
import com.rjchronos.model.sweep.SweepId;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Message;

/**
 * Looks whether the ACS answers as the sweeps need it, while it is not known to, and until it was asked once: so it heals by
 * itself. One look at a time.
 */
final class Probe implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** No sweep brings what a probe sees. */
    private static final SweepId NONE = new SweepId(0);

    private final NbiSettings settings;
    private final Contact contact;
    private final ScheduledExecutorService watch;
    private final Lifeline lifeline = new Lifeline();
    private final Failures failures;
    private final long millis;
    private volatile AcsHealth seen;
    private volatile ScheduledFuture<?> limit;

    Probe(NbiSettings settings, Contact contact, ScheduledExecutorService watch) {
        this.settings = settings;
        this.contact = contact;
        this.watch = watch;
        this.failures = new Failures(settings, lifeline);
        this.millis = Math.min(LONGEST.toMillis(), settings.totalTimeout().toMillis());
    }

    Lifeline lifeline() {
        return lifeline;
    }

    boolean due() {
        return switch (contact.health().state()) {
            case UNKNOWN, UNREACHABLE -> true;
            case REACHABLE, MAINTENANCE -> false;
        };
    }

    /** Sets out; what it asks is in the scope, for a scope that the NBI does not survive is no answer either. */
    String begin() {
        seen = contact.health();
        lifeline.renew();
        limit = watch.schedule(
                () -> lifeline.cut("The answer was not complete after " + millis / 1000 + " s."),
                millis,
                TimeUnit.MILLISECONDS);
        return "limit=1&projection=_id"
                + settings.scope().map(s -> "&query=" + Encoding.encoded(s)).orElse("");
    }

    void answered(Message answer) {
        Optional<String> refusal = NbiAnswer.refusal(answer).or(() -> broken(answer.getBody(InputStream.class)));
        contact.looked(seen, refusal, NbiAnswer.version(answer));
        end();
    }

    void failed(Throwable failure) {
        contact.looked(seen, Optional.of(failures.inWords(failure)), Optional.empty());
        end();
    }

    /** Why the body is no list of at most one document; of one that goes on no more is read. */
    private Optional<String> broken(InputStream body) {
        if (body == null) {
            return Optional.of("GenieACS answered without a body.");
        }
        DocumentStream documents =
                new DocumentStream(NONE, settings.acs(), body, 2, settings.maxDocumentBytes(), failures::inWords);
        boolean ignored = documents.hasNext(); // reads
        return documents.brokenBecause();
    }

    /** Lets go of the connection before Camel would read it to its end. */
    private void end() {
        limit.cancel(false);
        lifeline.cut();
    }

    @Override
    public void close() {
        lifeline.cut("The appliance closed the connection.");
    }
}
