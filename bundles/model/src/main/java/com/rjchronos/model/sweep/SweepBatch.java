package com.rjchronos.model.sweep;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.device.DeviceDocument;
import java.util.List;
import java.util.Set;

/**
 * A handful of documents on their way from an ACS into the house, about 500.
 *
 * @param sweep which sweep brought them
 * @param acs which ACS
 * @param documents those that could be read
 * @param rejected those that could not
 * @param bytes of the answer that this batch took
 * @param asked the projection of the question: what is not under it is not missing from a device; empty if all was asked for
 */
public record SweepBatch(
        SweepId sweep,
        AcsId acs,
        List<DeviceDocument> documents,
        List<RejectedDocument> rejected,
        long bytes,
        Set<String> asked) {

    public SweepBatch {
        documents = List.copyOf(documents);
        rejected = List.copyOf(rejected);
        asked = Set.copyOf(asked);
    }

    /** The same, in answer to a question. */
    public SweepBatch asked(Set<String> projection) {
        return new SweepBatch(sweep, acs, documents, rejected, bytes, projection);
    }
}
