package com.rjchronos.model.sweep;

/**
 * What became of the documents of a sweep or of a batch.
 *
 * @param read documents that came
 * @param stored those that changed something
 * @param unchanged those that told nothing new
 * @param parked those whose connector is away
 * @param failed those that could not be read or stored
 * @param bytes of the answer
 * @param remarked remarks on those that did not fail
 */
public record SweepCounts(long read, long stored, long unchanged, long parked, long failed, long bytes, long remarked) {
    /** Nothing yet. */
    public static final SweepCounts ZERO = new SweepCounts(0, 0, 0, 0, 0, 0);

    /** Without a remark. */
    public SweepCounts(long read, long stored, long unchanged, long parked, long failed, long bytes) {
        this(read, stored, unchanged, parked, failed, bytes, 0);
    }

    public SweepCounts remarked(long remarks) {
        return new SweepCounts(read, stored, unchanged, parked, failed, bytes, remarks);
    }

    public SweepCounts plus(SweepCounts other) {
        return new SweepCounts(
                read + other.read,
                stored + other.stored,
                unchanged + other.unchanged,
                parked + other.parked,
                failed + other.failed,
                bytes + other.bytes,
                remarked + other.remarked);
    }
}
