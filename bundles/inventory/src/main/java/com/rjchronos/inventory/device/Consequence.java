package com.rjchronos.inventory.device;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.sweep.RejectedDocument;
import com.rjchronos.model.sweep.SweepCounts;
import com.rjchronos.port.DeviceStore.Change;
import java.util.Optional;

/**
 * What one document comes to.
 *
 * @param document it
 * @param change what is to be stored; empty if nothing
 * @param counts one document read, and what became of it
 * @param rejected why it could not be read, if so
 */
record Consequence(
        DeviceDocument document, Optional<Change> change, SweepCounts counts, Optional<RejectedDocument> rejected) {

    static Consequence stored(DeviceDocument document, Change change) {
        return new Consequence(document, Optional.of(change), new SweepCounts(1, 1, 0, 0, 0, 0), Optional.empty());
    }

    static Consequence unchanged(DeviceDocument document) {
        return new Consequence(document, Optional.empty(), new SweepCounts(1, 0, 1, 0, 0, 0), Optional.empty());
    }

    static Consequence parked(DeviceDocument document, Optional<Change> change) {
        return new Consequence(document, change, new SweepCounts(1, 0, 0, 1, 0, 0), Optional.empty());
    }

    static Consequence failed(DeviceDocument document, Optional<Change> change, String reason) {
        return new Consequence(
                document,
                change,
                new SweepCounts(1, 0, 0, 0, 1, 0),
                Optional.of(new RejectedDocument(document.identity().genieacsId(), reason)));
    }
}
