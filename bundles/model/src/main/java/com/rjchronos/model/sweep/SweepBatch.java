package com.rjchronos.model.sweep;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.device.DeviceDocument;
import java.util.List;

/**
 * A handful of documents on their way from an ACS into the house, about 500.
 *
 * @param sweep which sweep brought them
 * @param acs which ACS
 * @param documents those that could be read
 * @param rejected those that could not
 * @param bytes of the answer that this batch took
 */
public record SweepBatch(
        SweepId sweep, AcsId acs, List<DeviceDocument> documents, List<RejectedDocument> rejected, long bytes) {

    public SweepBatch {
        documents = List.copyOf(documents);
        rejected = List.copyOf(rejected);
    }
}
