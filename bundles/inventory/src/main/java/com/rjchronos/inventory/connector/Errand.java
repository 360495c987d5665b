package com.rjchronos.inventory.connector;

import com.rjchronos.model.problem.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Work with foreign code in it, on a thread of its own that can be left behind. */
final class Errand<T> implements Runnable {
    /** The patience is spent in parts: a machine that stood still is nobody's guilt. */
    private static final int LOOKS = 10;

    private final Supplier<T> work;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile T result;
    private volatile Throwable bug;

    Errand(Supplier<T> work) {
        this.work = work;
    }

    /** What comes of it; empty if it does not come back within the budget. */
    Optional<T> within(Duration budget, String threadName) {
        Thread thread = new Thread(this, threadName);
        thread.setDaemon(true);
        thread.start();
        long look = Math.max(5, budget.toMillis() / LOOKS);
        try {
            for (int i = 0; i <= LOOKS; i++) {
                if (done.await(look, TimeUnit.MILLISECONDS)) {
                    return Optional.of(finished());
                }
            }
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("The appliance is stopping.", Duration.ofSeconds(5))
                    .thrown(e);
        } finally {
            thread.interrupt();
        }
    }

    private T finished() {
        if (bug != null) {
            throw new IllegalStateException("The desk failed", bug);
        }
        return result;
    }

    @Override
    public void run() {
        try {
            result = work.get();
        } catch (RuntimeException | Error e) {
            bug = e;
        } finally {
            done.countDown();
        }
    }
}
