package com.rjchronos.genieacs.wire;

import java.time.Duration;

/**
 * What one kind of calls is allowed.
 *
 * @param atOnce calls under way
 * @param silence until the first byte of an answer, and between two
 * @param total for one call and its whole answer
 */
public record Limit(int atOnce, Duration silence, Duration total) {

    /** The same, but no shorter than this. */
    Limit atLeast(Duration time) {
        return new Limit(
                atOnce, silence.compareTo(time) < 0 ? time : silence, total.compareTo(time) < 0 ? time : total);
    }
}
