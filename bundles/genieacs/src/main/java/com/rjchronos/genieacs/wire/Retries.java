package com.rjchronos.genieacs.wire;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks again for what can be asked twice, after pauses that grow and differ, so that not all callers come back at once. They outlast the two
 * seconds in which the NBI replaces a worker that crashed.
 */
final class Retries {
    static final int ATTEMPTS = 5;
    private static final long FIRST_PAUSE_MILLIS = 300;

    /** One attempt. */
    interface Attempt<T> {
        T make() throws NoAnswer;
    }

    <T> T of(Attempt<T> attempt) throws NoAnswer {
        for (int made = 1; ; made++) {
            try {
                return attempt.make();
            } catch (NoAnswer.Lost e) {
                if (made == ATTEMPTS
                        || !e.worthAsking()
                        || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LockSupport.parkNanos(pauseMillis(made) * 1_000_000);
            }
        }
    }

    /** Between half of and the whole of 300, 600, 1200, 2400 ms. */
    static long pauseMillis(int made) {
        long longest = FIRST_PAUSE_MILLIS << (made - 1);
        return ThreadLocalRandom.current().nextLong(longest / 2, longest + 1);
    }
}
