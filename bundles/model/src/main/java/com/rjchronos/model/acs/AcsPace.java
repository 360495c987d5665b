package com.rjchronos.model.acs;

import java.time.Duration;
import java.util.Optional;

/**
 * How fast an ACS answers a small question: the time to the first byte.
 *
 * @param usual what it takes when nothing presses; empty before enough was asked
 * @param lately what it took of late; empty before enough was asked
 * @param late whether it takes clearly longer than usual
 */
public record AcsPace(Optional<Duration> usual, Optional<Duration> lately, boolean late) {
    /** Nothing is known yet. */
    public static final AcsPace UNKNOWN = new AcsPace(Optional.empty(), Optional.empty(), false);

    /** For people to read, e.g. {@code 2.4 s where 0.05 s is usual}. */
    public String inWords() {
        return seconds(lately) + " where " + seconds(usual) + " is usual";
    }

    private static String seconds(Optional<Duration> duration) {
        return duration.map(d -> d.toMillis() / 1000.0 + " s").orElse("nothing");
    }
}
