package com.rjchronos.access.password;

import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.problem.ProblemKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes whoever guesses wait: after three wrong passwords for an account from an address, 1 s, doubling to 60 s. Others who
 * sign in to the same account from elsewhere are not held up. Keeps at most {@value #MAX_ENTRIES} pairs.
 */
public final class BackOff {
    private static final int MAX_ENTRIES = 10_000;
    private static final int FREE_FAILURES = 3;
    private static final Duration FORGET = Duration.ofMinutes(15);
    private static final long MAX_SECONDS = 60;

    private record Pair(String account, Optional<String> address) {}

    private record Failures(int count, Instant last, Instant until) {}

    private final Map<Pair, Failures> failures = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, Failures> eldest) {
            return size() > MAX_ENTRIES;
        }
    };
    private final Clock clock;

    public BackOff(Clock clock) {
        this.clock = clock;
    }

    /** Throws {@code TOO_MANY_REQUESTS} while the pair has to wait. */
    public synchronized void admit(String account, Optional<String> address) {
        Failures known = failures.get(new Pair(account, address));
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.until())) {
            Duration left = Duration.between(now, known.until());
            throw new Problem(
                            ProblemKind.TOO_MANY_REQUESTS,
                            "Too many wrong passwords; try again in " + (left.toSeconds() + 1) + " s.",
                            List.of(),
                            Optional.of(left))
                    .thrown();
        }
    }

    public synchronized void failed(String account, Optional<String> address) {
        Pair pair = new Pair(account, address);
        Instant now = clock.instant();
        Failures known = failures.get(pair);
        boolean fresh = known == null || known.last().plus(FORGET).isBefore(now);
        int count = fresh ? 1 : known.count() + 1;
        failures.put(pair, new Failures(count, now, now.plusSeconds(seconds(count))));
    }

    public synchronized void succeeded(String account, Optional<String> address) {
        failures.remove(new Pair(account, address));
    }

    private static long seconds(int count) {
        return count <= FREE_FAILURES ? 0 : Math.min(1L << Math.min(count - FREE_FAILURES - 1, 6), MAX_SECONDS);
    }
}
