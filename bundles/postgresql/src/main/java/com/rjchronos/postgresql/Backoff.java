package com.rjchronos.postgresql;

import java.time.Duration;

/** How long to wait before the next attempt: 0.1 s at first, twice as long each time, never more than 30 s. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Duration next = FIRST;

    Duration next() {
        Duration now = next;
        Duration twice = now.multipliedBy(2);
        next = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
        return now;
    }

    void reset() {
        next = FIRST;
    }
}
