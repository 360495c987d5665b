package com.rjchronos.inventory.device;

import com.rjchronos.inventory.connector.Verdict;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.port.DeviceStore.Change;
import com.rjchronos.port.DeviceStore.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Turns what the desk made of a document, and what is stored of the device, into its consequence. Pure. */
final class Judgement {
    private final DeviceTrail trail = new DeviceTrail();
    private final Duration defaultInterval;

    Judgement(Duration defaultInterval) {
        this.defaultInterval = defaultInterval;
    }

    Consequence of(DeviceDocument document, Optional<Known> known, Verdict verdict, Instant now) {
        if (verdict instanceof Verdict.Read read) {
            return known.map(k -> seenAgain(document, k, read, now))
                    .orElseGet(() ->
                            discovered(document, read.reading(), Optional.of(read.connector()), Optional.empty(), now));
        }
        if (verdict instanceof Verdict.Unread unread) {
            return known.map(k -> waits(document, k, unread.reason()))
                    .orElseGet(() -> nobody(document, unread.reason(), now));
        }
        return Consequence.failed(document, ((Verdict.Failed) verdict).reason());
    }

    private Consequence seenAgain(DeviceDocument document, Known known, Verdict.Read read, Instant now) {
        DeviceReading reading = read.stoodIn() ? keepingIdentity(read.reading(), known.reading()) : read.reading();
        DeviceStatus status = goodNews(known, status(reading, now));
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

    private static Consequence waits(DeviceDocument document, Known known, String reason) {
        boolean said = known.parkedBecause().equals(Optional.of(reason))
                && known.reading().identity().equals(document.identity())
                && known.reading().lastInform().equals(document.lastInform());
        Change parked = new Change.Parked(known.id(), document.identity(), reason, document.lastInform());
        return Consequence.parked(document, said ? Optional.empty() : Optional.of(parked));
    }

    /** That a device which was heard of before is silent is for the assessment to say, which knows how the ACS was meanwhile. */
    private static DeviceStatus goodNews(Known known, DeviceStatus status) {
        return status == DeviceStatus.OFFLINE ? known.connectivity() : status;
    }

    private DeviceStatus status(DeviceReading reading, Instant now) {
        return Connectivity.of(reading.lastInform(), reading.informInterval(), defaultInterval, now);
    }
}
