package com.rjchronos.inventory.device;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.sweep.RejectedDocument;
import com.rjchronos.model.sweep.SweepCounts;
import com.rjchronos.port.DeviceStore.Change;
import java.util.List;
import java.util.Optional;

/**
 * What one document comes to.
 *
 * @param document it
 * @param change what is to be stored; empty if nothing
 * @param counts one document read, and what became of it
 * @param named why it could not be read, or what is remarkable about it
 */
record Consequence(DeviceDocument document, Optional<Change> change, SweepCounts counts, List<RejectedDocument> named) {

    static Consequence stored(DeviceDocument document, Change change) {
        return new Consequence(document, Optional.of(change), new SweepCounts(1, 1, 0, 0, 0, 0), List.of());
    }

    static Consequence unchanged(DeviceDocument document) {
        return new Consequence(document, Optional.empty(), new SweepCounts(1, 0, 1, 0, 0, 0), List.of());
    }

    static Consequence parked(DeviceDocument document, Optional<Change> change) {
        return new Consequence(document, change, new SweepCounts(1, 0, 0, 1, 0, 0), List.of());
    }

    static Consequence failed(DeviceDocument document, Optional<Change> change, String reason) {
        return new Consequence(
                document,
                change,
                new SweepCounts(1, 0, 0, 0, 1, 0),
                List.of(new RejectedDocument(document.identity().genieacsId(), reason)));
    }

    /** The same, with a remark; what failed is named already. */
    Consequence remarked(String remark) {
        return named.isEmpty()
                ? new Consequence(
                        document,
                        change,
                        counts.remarked(1),
                        List.of(RejectedDocument.remark(document.identity().genieacsId(), remark)))
                : this;
    }
}
