package com.rjchronos.model.sweep;

/**
 * A document that could not be read, or not stored; it is counted and named in the sweep's row.
 *
 * @param device its GenieACS id, or its place in the answer where it has none
 * @param reason what is wrong with it
 */
public record RejectedDocument(String device, String reason) {
    private static final int MAX = 300;

    public RejectedDocument {
        device = device.length() > MAX ? device.substring(0, MAX) : device;
        reason = reason.length() > MAX ? reason.substring(0, MAX) : reason;
    }
}
