package com.rjchronos.genieacs.wire;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Places for the calls of one kind. Whoever finds none waits for a while, in the order of arrival, and is sent away then; if too many wait already, at
 * once. It can be
 * narrowed while the ACS struggles; it widens by one place for each round of calls that went well.
 */
final class Lane {
    /** Calls that may wait at once, about: each holds a thread of its caller. */
    static final int WAITING = 100;

    private final Places free;
    private final int width;
    private final Duration patience;
    private int allowed;
    private int wentWell;

    private static final class Places extends Semaphore {
        private static final long serialVersionUID = 1L;

        private Places(int count) {
            super(count, true);
        }

        private void fewer(int count) {
            reducePermits(count);
        }
    }

    Lane(int width, Duration patience) {
        this.free = new Places(width);
        this.width = width;
        this.allowed = width;
        this.patience = patience;
    }

    /** Takes a place, to be left after use. */
    void enter() throws NoAnswer.Busy {
        try {
            if (free.getQueueLength() >= WAITING) {
                throw new NoAnswer.Busy(WAITING + " calls to GenieACS of this kind wait for their turn already.");
            }
            if (free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer.Busy("The appliance is stopping.");
        }
        throw new NoAnswer.Busy(allowed() + " calls to GenieACS of this kind are under way, and none ended within "
                + patience.toMillis() / 1000.0 + " s.");
    }

    void leave() {
        free.release();
    }

    synchronized int allowed() {
        return allowed;
    }

    /** Halves the places; calls under way keep theirs. */
    synchronized void narrow() {
        int fewer = Math.max(1, allowed / 2);
        free.fewer(allowed - fewer);
        allowed = fewer;
        wentWell = 0;
    }

    /** Gives one back for each round of calls that went well, until it is as wide as it was. */
    synchronized void widen() {
        if (allowed < width && ++wentWell >= allowed) {
            wentWell = 0;
            allowed++;
            free.release();
        }
    }
}
