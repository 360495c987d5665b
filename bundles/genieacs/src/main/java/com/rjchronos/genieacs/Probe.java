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
import java.util.function.LongSupplier;
import org.apache.camel.Message;

/**
 * Looks whether the ACS answers as the sweeps need it, while it is not known to, and until it was asked once: so it heals by
 * itself. While it answers, a look now and then tells how fast. One look at a time.
 */
final class Probe implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Of the route's beats, while all is well. */
    static final int EVERY = 6;

    /** No sweep brings what a probe sees. */
    private static final SweepId NONE = new SweepId(0);

    private final NbiSettings settings;
    private final Contact contact;
    private final ScheduledExecutorService watch;
    private final Lifeline lifeline = new Lifeline();
    private final Failures failures;
    private final Pace pace;
    private final LongSupplier nanos;
    private final long millis;
    private int beats;
    private volatile long began;
    private volatile AcsHealth seen;
    private volatile ScheduledFuture<?> limit;

    /**
     * One that has not looked yet.
     *
     * @param nanos what time is measured with
     */
    Probe(NbiSettings settings, Contact contact, Pace pace, ScheduledExecutorService watch, LongSupplier nanos) {
        this.settings = settings;
        this.contact = contact;
        this.pace = pace;
        this.watch = watch;
        this.nanos = nanos;
        this.failures = new Failures(settings, lifeline);
        this.millis = Math.min(LONGEST.toMillis(), settings.totalTimeout().toMillis());
    }

    Lifeline lifeline() {
        return lifeline;
    }

    /** Whether to look at this beat; to be asked once at each. */
    boolean due() {
        beats++;
        return switch (contact.health().state()) {
            case UNKNOWN, UNREACHABLE -> true;
            case REACHABLE -> !pace.settled() || beats % EVERY == 0;
            case MAINTENANCE -> false;
        };
    }

    /** Sets out; what it asks is in the scope, for a scope that the NBI does not survive is no answer either. */
    String begin() {
        seen = contact.health();
        began = nanos.getAsLong();
        lifeline.renew();
        limit = watch.schedule(
                () -> lifeline.cut("The answer was not complete after " + millis / 1000 + " s."),
                millis,
                TimeUnit.MILLISECONDS);
        return "limit=1&projection=_id"
                + settings.scope().map(s -> "&query=" + Encoding.encoded(s)).orElse("");
    }

    void answered(Message answer) {
        Duration took = took();
        Optional<String> refusal = NbiAnswer.refusal(answer).or(() -> broken(answer.getBody(InputStream.class)));
        if (refusal.isEmpty()) {
            pace.took(took);
        }
        looked(refusal, NbiAnswer.version(answer));
        end();
    }

    void failed(Throwable failure) {
        Duration took = took();
        if (seen.reachable() && took.compareTo(settings.lateFloor()) > 0) { // what fails at once tells no time
            pace.took(took);
        }
        looked(Optional.of(failures.inWords(failure)), Optional.empty());
        end();
    }

    private Duration took() {
        return Duration.ofNanos(nanos.getAsLong() - began);
    }

    /** One lost answer of an ACS that answers the others is not yet an ACS that is away: that is the breaker's to say. */
    private void looked(Optional<String> refusal, Optional<String> version) {
        if (refusal.isEmpty() || !seen.reachable()) {
            contact.looked(seen, refusal, version);
        }
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
