package com.rjchronos.model.sweep;

/**
 * A document that could not be read, or not stored, or only with a remark; it is counted and named in the sweep's row.
 *
 * @param device its GenieACS id, or its place in the answer where it has none
 * @param reason what is wrong with it
 * @param stored whether it was stored all the same: then this is a remark
 */
public record RejectedDocument(String device, String reason, boolean stored) {
    private static final int MAX = 300;

    public RejectedDocument {
        device = device.length() > MAX ? device.substring(0, MAX) : device;
        reason = reason.length() > MAX ? reason.substring(0, MAX) : reason;
    }

    public RejectedDocument(String device, String reason) {
        this(device, reason, false);
    }

    /** What people should know of a document that was stored. */
    public static RejectedDocument remark(String device, String reason) {
        return new RejectedDocument(device, reason, true);
    }
}
