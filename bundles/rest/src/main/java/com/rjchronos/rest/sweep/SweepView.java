package com.rjchronos.rest.sweep;

import com.rjchronos.model.sweep.RejectedDocument;
import com.rjchronos.model.sweep.Sweep;
import java.time.Instant;
import java.util.List;

/**
 * A pass over the devices of an ACS.
 *
 * @param since what it asked from; null for a full one
 * @param endedAt null while it runs
 * @param bytes of the ACS's answer
 * @param remarked remarks on documents that did not fail
 * @param reason why it broke, or what made it run
 * @param rejected the first documents that failed, then those with a remark
 */
public record SweepView(
        String id,
        String acs,
        String kind,
        Instant since,
        Instant startedAt,
        Instant endedAt,
        String outcome,
        long read,
        long stored,
        long unchanged,
        long parked,
        long failed,
        long bytes,
        long remarked,
        String reason,
        List<RejectedView> rejected) {

    /** A document that could not be read or stored, or that was stored with a remark. */
    public record RejectedView(String device, String reason, boolean stored) {

        static RejectedView of(RejectedDocument document) {
            return new RejectedView(document.device(), document.reason(), document.stored());
        }
    }

    static SweepView of(Sweep sweep) {
        return new SweepView(
                sweep.id().toString(),
                sweep.acs().toString(),
                sweep.kind().code(),
                sweep.since().orElse(null),
                sweep.startedAt(),
                sweep.endedAt().orElse(null),
                sweep.outcome().code(),
                sweep.counts().read(),
                sweep.counts().stored(),
                sweep.counts().unchanged(),
                sweep.counts().parked(),
                sweep.counts().failed(),
                sweep.counts().bytes(),
                sweep.counts().remarked(),
                sweep.reason().orElse(null),
                sweep.rejected().stream().map(RejectedView::of).toList());
    }
}
