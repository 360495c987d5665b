package com.rjchronos.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Lets one refusal a minute and address into the trail, which tells how many it stands for: anybody may knock, and what he
 * makes us write is kept for years.
 */
final class RefusalTally {
    private static final Duration PACE = Duration.ofMinutes(1);
    private static final int MAX_ENTRIES = 1_000;

    private record Told(Instant at, int since) {}

    private final Map<Optional<String>, Told> last = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Optional<String>, Told> eldest) {
            return size() > MAX_ENTRIES;
        }
    };
    private final Clock clock;

    RefusalTally(Clock clock) {
        this.clock = clock;
    }

    /** Counts one more; how many there were since the last that was told, or nothing if it is not time to tell. */
    synchronized OptionalInt add(Optional<String> address) {
        Instant now = clock.instant();
        Told told = last.get(address);
        if (told != null && now.isBefore(told.at().plus(PACE)) && !now.isBefore(told.at())) {
            last.put(address, new Told(told.at(), told.since() + 1));
            return OptionalInt.empty();
        }
        last.put(address, new Told(now, 0));
        return OptionalInt.of(told == null ? 1 : told.since() + 1);
    }
}
