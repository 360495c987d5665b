package com.rjchronos.genieacs.wire;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Counts what is not to be cut in its midst, so that who leaves can wait for it, within bounds. */
final class Undertakings {
    /** From the word that we leave on; below the 5 s for which Declarative Services wait for one another. */
    private static final Duration GRACE = Duration.ofSeconds(4);

    private final ThreadLocal<Integer> within = ThreadLocal.withInitial(() -> 0);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition none = lock.newCondition();
    private int count;
    private volatile long leftAt;
    private volatile boolean leaving;
    private volatile boolean cut;

    /** Does it as one of them; what it calls in turn belongs to it. */
    <T> T of(Supplier<T> whole) {
        if (within.get() == 0 && !entered()) {
            return whole.get(); // which finds the door closed
        }
        within.set(within.get() + 1);
        try {
            return whole.get();
        } finally {
            int left = within.get() - 1;
            within.set(left);
            if (left == 0) {
                within.remove();
                ended();
            }
        }
    }

    private boolean entered() {
        lock.lock();
        try {
            count += leaving ? 0 : 1;
            return !leaving;
        } finally {
            lock.unlock();
        }
    }

    private void ended() {
        lock.lock();
        try {
            if (--count == 0) {
                none.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether no call may be made on this thread any more. */
    boolean closed() {
        return cut || leaving && within.get() == 0;
    }

    boolean leaving() {
        return leaving;
    }

    /** Whether what is under way is being cut. */
    boolean cut() {
        return cut;
    }

    /** Lets nothing begin any more. */
    void leave() {
        lock.lock();
        try {
            if (!leaving) {
                leftAt = System.nanoTime();
                leaving = true;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns when the last has ended, or their time is over. */
    void end() {
        leave();
        lock.lock();
        try {
            long left = GRACE.toNanos() - (System.nanoTime() - leftAt);
            while (count > 0 && left > 0) {
                left = none.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            cut = true;
            lock.unlock();
        }
    }
}
