package com.rjchronos.genieacs;

import com.rjchronos.api.Intake;
import com.rjchronos.genieacs.document.BrokenAnswer;
import com.rjchronos.genieacs.document.DocumentStream;
import com.rjchronos.genieacs.document.UnreadBatch;
import com.rjchronos.model.sweep.SweepId;
import com.rjchronos.model.sweep.SweepReport;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One answer on its way through the route: what came of it so far. One that breaks makes the ACS unreachable at once, for the probe then tells
 * whether it is, and that it came back brings the next sweep soon.
 */
final class SweepRun {
    /** The exchange property that carries the run through the route. */
    static final String PROPERTY = "chronos.run";

    private static final Logger LOG = LoggerFactory.getLogger(SweepRun.class);

    private final SweepId sweep;
    private final Set<String> asked;
    private final String query;
    private final NbiSettings settings;
    private final Failures failures;
    private final Contact contact;
    private volatile Optional<Instant> acsTime = Optional.empty();
    private volatile DocumentStream documents;
    private volatile String broken;

    SweepRun(SweepId sweep, Set<String> asked, String query, NbiSettings settings, Failures failures, Contact contact) {
        this.sweep = sweep;
        this.asked = asked;
        this.query = query;
        this.settings = settings;
        this.failures = failures;
        this.contact = contact;
    }

    static SweepRun of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, SweepRun.class);
    }

    String query() {
        return query;
    }

    /** Takes an answer's head, and makes of its body the stream of batches. */
    DocumentStream open(Message answer) throws BrokenAnswer {
        acsTime = NbiAnswer.date(answer);
        Optional<String> refusal = NbiAnswer.refusal(answer);
        InputStream body = answer.getBody(InputStream.class);
        if (refusal.isPresent() || body == null) {
            throw new BrokenAnswer(refusal.orElse("GenieACS answered without a body."));
        }
        documents = new DocumentStream(
                sweep, settings.acs(), body, settings.batchSize(), settings.maxDocumentBytes(), failures::inWords);
        if (documents.hasNext() || documents.complete()) {
            contact.answered(NbiAnswer.version(answer));
        } else {
            documents.brokenBecause().ifPresent(contact::failed);
        }
        return documents;
    }

    /** Hands a batch into the house; the first that is refused ends the run. */
    void hand(UnreadBatch batch, Intake intake) {
        if (broken != null) {
            return;
        }
        try {
            intake.accept(batch.read().asked(asked));
        } catch (RuntimeException | Error e) { // a batch that is lost is lost, however it was
            broken = "The appliance could not store what came: " + e.getMessage();
            documents.stop();
            LOG.warn("Batch refused. acs={} sweep={} detail=\"{}\"", settings.acs(), sweep, e.getMessage());
            if (e instanceof Error error) {
                throw error;
            }
        }
    }

    /** Notes why there is no answer, or no more of it. */
    void failed(Throwable failure) {
        if (broken == null) { // what ends a run that is broken already says nothing of the ACS
            broken = failure instanceof BrokenAnswer ? failure.getMessage() : failures.inWords(failure);
            contact.failed(broken);
        }
        ended();
    }

    /** Lets go of the connection before Camel would read it to its end. */
    void ended() {
        failures.lifeline().cut();
    }

    SweepReport report() {
        Optional<String> because = Optional.ofNullable(broken)
                .or(() -> Optional.ofNullable(documents).flatMap(DocumentStream::brokenBecause));
        if (because.isEmpty() && (documents == null || !documents.complete())) {
            because = Optional.of("The answer was not read to its end.");
        }
        Optional<Instant> clock = acsTime;
        return because.map(b -> SweepReport.broken(clock, b)).orElseGet(() -> SweepReport.whole(clock));
    }
}
