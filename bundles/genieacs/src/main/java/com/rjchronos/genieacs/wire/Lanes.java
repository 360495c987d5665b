package com.rjchronos.genieacs.wire;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Places for calls under way, by kind. Whoever finds none waits for a while, in the order of arrival, and is sent away then: no queue grows. */
final class Lanes {
    private final Map<Kind, Semaphore> places = new EnumMap<>(Kind.class);
    private final Map<Kind, Limit> limits;
    private final Duration patience;

    Lanes(Map<Kind, Limit> limits, Duration patience) {
        this.limits = limits;
        this.patience = patience;
        limits.forEach((kind, limit) -> places.put(kind, new Semaphore(limit.atOnce(), true)));
    }

    /** A place, to be left after use. */
    Place enter(Kind kind) throws NoAnswer.Busy {
        Semaphore lane = places.get(kind);
        try {
            if (lane.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return lane::release;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer.Busy("The appliance is stopping.");
        }
        throw new NoAnswer.Busy(
                limits.get(kind).atOnce() + " calls to GenieACS of this kind are under way, and none ended within "
                        + patience.toMillis() / 1000.0 + " s.");
    }

    /** A place taken. */
    interface Place {
        void leave();
    }
}
