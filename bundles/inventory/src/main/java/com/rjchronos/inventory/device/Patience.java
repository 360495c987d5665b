package com.rjchronos.inventory.device;

import com.rjchronos.model.problem.ProblemException;
import com.rjchronos.model.problem.ProblemKind;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries again while a neighbour is away, ever more slowly, up to a limit. */
final class Patience {
    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Duration limit;
    private final CountDownLatch ended = new CountDownLatch(1);

    Patience(Duration limit) {
        this.limit = limit;
    }

    /** Ends all waiting, now and later. */
    void end() {
        ended.countDown();
    }

    /** Calls until it works; throws the last {@code UNAVAILABLE} problem when the limit is reached, any other at once. */
    <T> T with(Supplier<T> call) {
        long deadline = System.nanoTime() + limit.toNanos();
        Duration pause = FIRST;
        while (true) {
            try {
                return call.get();
            } catch (ProblemException e) {
                boolean late = System.nanoTime() + pause.toNanos() > deadline;
                if (e.problem().kind() != ProblemKind.UNAVAILABLE || late || !waited(pause)) {
                    throw e;
                }
                LOG.debug("Tried again after a pause. pauseMillis={} detail=\"{}\"", pause.toMillis(), e.getMessage());
                pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
            }
        }
    }

    private boolean waited(Duration pause) {
        try {
            return !ended.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
