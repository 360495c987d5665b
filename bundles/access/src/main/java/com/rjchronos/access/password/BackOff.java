package com.rjchronos.access.password;

import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.problem.ProblemException;
import com.rjchronos.model.problem.ProblemKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes whoever guesses wait. After three wrong passwords for an account from an address: 1 s, doubling to 60 s; others who sign
 * in to the same account from elsewhere are not held up. After {@value #MAX_A_MINUTE} a minute from one address, for whatever
 * accounts: the rest of that minute, but not whoever signed in to his account from there before, because behind a proxy all
 * have one address. Keeps at most {@value #MAX_ENTRIES} of each.
 */
public final class BackOff {
    private static final int MAX_ENTRIES = 10_000;
    private static final int FREE_FAILURES = 3;
    private static final int MAX_A_MINUTE = 30;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration FORGET = Duration.ofMinutes(15);
    private static final long MAX_SECONDS = 60;

    private record Pair(String account, Optional<String> address) {}

    private record Failures(int count, Instant last, Instant until) {}

    private record Minute(int failures, Instant end) {}

    private final Map<Pair, Failures> failures = bounded();
    private final Map<Optional<String>, Minute> minutes = bounded();
    private final Set<Pair> guests = Collections.newSetFromMap(bounded());
    private final Clock clock;

    public BackOff(Clock clock) {
        this.clock = clock;
    }

    /** Throws {@code TOO_MANY_REQUESTS} while the pair or the address has to wait. */
    public synchronized void admit(String account, Optional<String> address) {
        Pair pair = new Pair(account, address);
        Failures known = failures.get(pair);
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.until())) {
            throw wait("Too many wrong passwords", Duration.between(now, known.until()));
        }
        Minute minute = minutes.get(address);
        if (minute != null
                && minute.failures() >= MAX_A_MINUTE
                && now.isBefore(minute.end())
                && !guests.contains(pair)) {
            throw wait("Too many failed sign-ins from this address", Duration.between(now, minute.end()));
        }
    }

    public synchronized void failed(String account, Optional<String> address) {
        Pair pair = new Pair(account, address);
        Instant now = clock.instant();
        Failures known = failures.get(pair);
        boolean fresh = known == null || known.last().plus(FORGET).isBefore(now);
        int count = fresh ? 1 : known.count() + 1;
        failures.put(pair, new Failures(count, now, now.plusSeconds(seconds(count))));
        Minute minute = minutes.get(address);
        minutes.put(
                address,
                minute == null || !now.isBefore(minute.end())
                        ? new Minute(1, now.plus(MINUTE))
                        : new Minute(minute.failures() + 1, minute.end()));
    }

    public synchronized void succeeded(String account, Optional<String> address) {
        Pair pair = new Pair(account, address);
        failures.remove(pair);
        guests.add(pair);
    }

    private static ProblemException wait(String why, Duration left) {
        return new Problem(
                        ProblemKind.TOO_MANY_REQUESTS,
                        why + "; try again in " + (left.toSeconds() + 1) + " s.",
                        List.of(),
                        Optional.of(left))
                .thrown();
    }

    private static <K, V> Map<K, V> bounded() {
        return new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MAX_ENTRIES;
            }
        };
    }

    private static long seconds(int count) {
        return count <= FREE_FAILURES ? 0 : Math.min(1L << Math.min(count - FREE_FAILURES - 1, 6), MAX_SECONDS);
    }
}
