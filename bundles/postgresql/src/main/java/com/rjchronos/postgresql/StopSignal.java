package com.rjchronos.postgresql;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The wish that the server be stopped: every wait of the supervising thread ends as soon as it is uttered. */
final class StopSignal {
    private final CountDownLatch asked = new CountDownLatch(1);

    void ask() {
        asked.countDown();
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Waits so long or until stopping is asked for, and returns whether it is; an interrupt asks for it too. */
    boolean askedWithin(Duration time) {
        try {
            return asked.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            ask(); // whoever interrupts the supervising thread wants its end, and the end needs waits that work
            return true;
        }
    }

    void throwIfAsked() throws StoppedException {
        if (isAsked()) {
            throw new StoppedException();
        }
    }

    /** Ends a start half-way, because stopping was asked for. */
    static final class StoppedException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
