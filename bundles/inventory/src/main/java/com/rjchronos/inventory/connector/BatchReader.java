package com.rjchronos.inventory.connector;

import com.rjchronos.inventory.connector.ConnectorSet.Choice;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.reading.DeviceReading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the documents of a batch, from one on, on a thread of its own that can be left behind: foreign code may never come
 * back. Its progress is what the watchdog looks at.
 */
final class BatchReader implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(BatchReader.class);
    private static final int MAX_DETAIL = 300;

    private final List<DeviceDocument> documents;
    private final ConnectorSet connectors;
    private final Function<String, Optional<String>> bound;
    private final Quarantine quarantine;
    private final Verdict[] verdicts;
    private final InstalledConnector[] failed;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile int position;
    private volatile long since = System.nanoTime();
    private volatile InstalledConnector asked;
    private volatile boolean abandoned;
    private volatile Throwable bug;

    BatchReader(
            List<DeviceDocument> documents,
            int from,
            ConnectorSet connectors,
            Function<String, Optional<String>> bound,
            Quarantine quarantine) {
        this.documents = documents;
        this.connectors = connectors;
        this.bound = bound;
        this.quarantine = quarantine;
        this.verdicts = new Verdict[documents.size()];
        this.failed = new InstalledConnector[documents.size()];
        this.position = from;
    }

    /** Opens when all documents are read. */
    CountDownLatch done() {
        return done;
    }

    /**
     * A document that takes too long.
     *
     * @param position its place; all before it have a verdict that other threads see
     * @param asked who has the word; empty if nobody foreign has
     */
    record Hang(int position, Optional<InstalledConnector> asked) {}

    /** The document under way if it takes longer than the budget. */
    Optional<Hang> hang(Duration budget) {
        int document = position;
        long began = since;
        Hang hang = new Hang(document, Optional.ofNullable(asked));
        boolean late = System.nanoTime() - began > budget.toNanos();
        return late && position == document && since == began ? Optional.of(hang) : Optional.empty();
    }

    /** The document under way. */
    int position() {
        return position;
    }

    Verdict verdict(int index) {
        return verdicts[index];
    }

    /** Whether a document was not read because its connector went while it was at it. */
    boolean orphaned(int index) {
        return failed[index] != null && failed[index].gone();
    }

    Optional<Throwable> bug() {
        return Optional.ofNullable(bug);
    }

    void abandon() {
        abandoned = true;
    }

    @Override
    public void run() {
        try {
            for (int i = position; i < documents.size() && !abandoned; i++) {
                verdicts[i] = read(documents.get(i));
                failed[i] = verdicts[i] instanceof Verdict.Failed ? asked : null;
                asked = null;
                since = System.nanoTime();
                position = i + 1;
            }
        } catch (RuntimeException | Error e) {
            bug = e;
        } finally {
            done.countDown();
        }
    }

    private Verdict read(DeviceDocument document) {
        Optional<String> owner = bound.apply(document.identity().genieacsId());
        Choice choice;
        try {
            choice = connectors.choose(document, owner, c -> asked = c);
        } catch (VirtualMachineError e) { // an expression against a long value
            if (asked == null) {
                throw e; // ours
            }
            return failed(document, asked, "has a claim that threw " + e, e);
        }
        if (choice instanceof Choice.Reader reader) {
            asked = reader.connector();
            return read(document, reader);
        }
        return new Verdict.Unread(((Choice.Nobody) choice).reason());
    }

    private Verdict read(DeviceDocument document, Choice.Reader reader) {
        long began = System.nanoTime();
        try {
            DeviceReading reading = reader.connector().connector().read(document);
            if (reading == null) {
                return failed(document, reader.connector(), "returned nothing", null);
            }
            if (!reading.identity().equals(document.identity())) {
                return failed(document, reader.connector(), "made up an identity", null);
            }
            reader.connector().succeeded();
            return new Verdict.Read(reading, reader.binding(), reader.standsIn());
        } catch (Throwable e) { // foreign code: whatever it throws is its failure, also what it did not declare
            return failed(document, reader.connector(), "threw " + e, e);
        } finally {
            quarantine.thought(reader.connector(), System.nanoTime() - began);
        }
    }

    private Verdict failed(DeviceDocument document, InstalledConnector connector, String thrown, Throwable cause) {
        // an exception may quote the value it failed on, however long
        String what = thrown.length() > MAX_DETAIL ? thrown.substring(0, MAX_DETAIL) + "…" : thrown;
        String reason = "Connector " + connector + " " + what + ".";
        if (connector.failed(reason)) {
            LOG.warn(
                    "A connector failed for the first time. connector={} device={} detail=\"{}\"",
                    connector,
                    document.identity().genieacsId(),
                    what,
                    cause);
        }
        if (cause instanceof VirtualMachineError error && !(error instanceof StackOverflowError)) {
            quarantine.exhausted(connector, document.identity().genieacsId(), error);
        }
        quarantine.missed(connector, reason);
        return new Verdict.Failed(reason);
    }
}
