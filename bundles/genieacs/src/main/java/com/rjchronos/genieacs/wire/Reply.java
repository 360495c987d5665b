package com.rjchronos.genieacs.wire;

import java.util.Optional;

/**
 * An answer of modest size.
 *
 * @param reason the phrase beside the status, the only thing that tells the NBI's 202s apart; empty if a proxy dropped it
 * @param version of GenieACS; empty if the answer is not GenieACS's own but a proxy's
 * @param date the {@code Date} header: its clock
 * @param total the header of this name, of a list: how many there are in all
 */
public record Reply(
        int status,
        String reason,
        Optional<String> version,
        String body,
        Optional<String> date,
        Optional<String> total) {
    private static final int QUOTED = 200;

    public Reply(int status, String reason, Optional<String> version, String body) {
        this(status, reason, version, body, Optional.empty(), Optional.empty());
    }

    /** Whether it is a proxy's word that it waited in vain: what is behind it may be at work still. */
    public boolean waitedInVain() {
        return status == 504 && version.isEmpty();
    }

    Reply with(String text) {
        return new Reply(status, reason, version, text, date, total);
    }

    /** What it says, as operators read it. */
    public String words() {
        String who = version.isPresent() ? "GenieACS" : "What is at its address, but is not GenieACS,";
        String text = body.substring(0, Math.min(body.length(), QUOTED))
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        return (who + " answered " + status + " " + reason).strip() + "." + (text.isEmpty() ? "" : " It said: " + text);
    }
}
