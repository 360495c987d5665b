package com.rjchronos.inventory.device;

import com.rjchronos.inventory.connector.Verdict;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.sweep.RejectedDocument;
import com.rjchronos.port.DeviceStore.Change;
import com.rjchronos.port.DeviceStore.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Turns what the desk made of a document, and what is stored of the device, into its consequence. Pure. */
final class Judgement {
    /** What the ACS's clock may be ahead of ours without anybody's remark. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final DeviceTrail trail = new DeviceTrail();
    private final Duration defaultInterval;

    Judgement(Duration defaultInterval) {
        this.defaultInterval = defaultInterval;
    }

    Consequence of(DeviceDocument document, Optional<Known> known, Verdict verdict, Instant now) {
        Consequence consequence = judged(document, known, verdict, now);
        return document.lastInform()
                .filter(t -> t.isAfter(now.plus(SKEW)))
                .map(t -> consequence.remarked("its last Inform is in the future: " + t))
                .orElse(consequence);
    }

    private Consequence judged(DeviceDocument document, Optional<Known> known, Verdict verdict, Instant now) {
        if (verdict instanceof Verdict.Read read) {
            return known.map(k -> seenAgain(document, k, read, now))
                    .orElseGet(() ->
                            discovered(document, read.reading(), Optional.of(read.connector()), Optional.empty(), now));
        }
        if (verdict instanceof Verdict.Unread unread) {
            return known.map(k -> Consequence.parked(document, parked(document, k, unread.reason())))
                    .orElseGet(() -> nobody(document, unread.reason(), now));
        }
        return failed(document, known, ((Verdict.Failed) verdict).reason());
    }

    /** A known device that informs is not silent, also if nobody can read what it says. */
    static Consequence failed(DeviceDocument document, Optional<Known> known, String reason) {
        return Consequence.failed(document, known.flatMap(k -> parked(document, k, reason)), reason);
    }

    private static Optional<Change> parked(DeviceDocument document, Known known, String reason) {
        boolean said = known.parkedBecause().equals(Optional.of(reason))
                && known.reading().identity().equals(document.identity())
                && known.reading().lastInform().equals(document.lastInform());
        return said
                ? Optional.empty()
                : Optional.of(new Change.Parked(known.id(), document.identity(), reason, document.lastInform()));
    }

    /** What came of a known device cannot even be taken for a document: what it did since is not known. */
    static Optional<Change> unreadable(Known known, RejectedDocument rejected) {
        return known.parkedBecause().equals(Optional.of(rejected.reason()))
                ? Optional.empty()
                : Optional.of(
                        new Change.Parked(known.id(), known.reading().identity(), rejected.reason(), Optional.empty()));
    }

    private Consequence seenAgain(DeviceDocument document, Known known, Verdict.Read read, Instant now) {
        DeviceReading reading = read.stoodIn() ? keepingIdentity(read.reading(), known.reading()) : read.reading();
        DeviceStatus status =
                oldNews(known, reading, now) ? known.connectivity() : goodNews(known, status(reading, now));
        DeviceDiff diff = DeviceDiff.between(known, reading, status, read.connector());
        if (diff.unchanged()) {
            return Consequence.unchanged(document);
        }
        return Consequence.stored(
                document,
                new Change.Updated(
                        known.id(),
                        reading,
                        status,
                        read.connector(),
                        diff.fields(),
                        diff.measured(),
                        trail.changed(known, reading, read.connector(), diff.fields())));
    }

    /** Who stands in for a vendor's connector knows less of the device, and leaves alone who it is. */
    private static DeviceReading keepingIdentity(DeviceReading reading, DeviceReading stored) {
        return reading.kind(stored.kind())
                .model(stored.model().or(reading::model))
                .ponSerial(stored.ponSerial().or(reading::ponSerial))
                .mac(stored.mac().or(reading::mac));
    }

    private Consequence discovered(
            DeviceDocument document,
            DeviceReading reading,
            Optional<String> connector,
            Optional<String> parkedBecause,
            Instant now) {
        Change change = new Change.Discovered(
                reading, status(reading, now), connector, parkedBecause, trail.discovered(reading, connector));
        return parkedBecause.isPresent()
                ? Consequence.parked(document, Optional.of(change))
                : Consequence.stored(document, change);
    }

    private Consequence nobody(DeviceDocument document, String reason, Instant now) {
        return discovered(document, DeviceReading.of(document), Optional.empty(), Optional.of(reason), now);
    }

    /** That a device which was heard of before is silent is for the assessment to say, which knows how the ACS was meanwhile. */
    private static DeviceStatus goodNews(Known known, DeviceStatus status) {
        return status == DeviceStatus.OFFLINE ? known.connectivity() : status;
    }

    /** An Inform of the future says nothing when it is told again. */
    private static boolean oldNews(Known known, DeviceReading reading, Instant now) {
        return known.reading().lastInform().equals(reading.lastInform())
                && reading.lastInform().filter(t -> t.isAfter(now)).isPresent();
    }

    private DeviceStatus status(DeviceReading reading, Instant now) {
        return Connectivity.of(reading.lastInform(), reading.informInterval(), defaultInterval, now);
    }
}
