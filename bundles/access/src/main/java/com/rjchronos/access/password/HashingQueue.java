package com.rjchronos.access.password;

import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.problem.ProblemException;
import com.rjchronos.model.problem.ProblemKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Lets in a few hashings at once, because each takes its own memory and a whole processor; a few more wait in line, and whoever
 * comes then is sent away at once: anybody may knock, and those who wait hold threads that others need.
 */
public final class HashingQueue {
    private static final int MAX_LINE = 8;
    private final Semaphore places;
    private final Duration wait;

    /** @param wait how long one waits for a place before {@code TOO_MANY_REQUESTS} */
    public HashingQueue(int places, Duration wait) {
        this.places = new Semaphore(places, true);
        this.wait = wait;
    }

    /**
     * How many at once: on half of the processors, because anybody may ask for one and others want to work, and together no
     * more than a quarter of the heap.
     *
     * @param memoryKib what one takes
     * @param heapBytes all there is
     */
    public static int places(int processors, int memoryKib, long heapBytes) {
        return (int) Math.max(1, Math.min(processors / 2, heapBytes / 4 / 1024 / memoryKib));
    }

    public boolean inTurn(BooleanSupplier hashing) {
        enter();
        try {
            return hashing.getAsBoolean();
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (places.getQueueLength() >= MAX_LINE || !places.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private ProblemException busy() {
        Duration later = wait.plusSeconds(1);
        return new Problem(
                        ProblemKind.TOO_MANY_REQUESTS,
                        "Too many sign-ins are under way; try again in a moment.",
                        List.of(),
                        Optional.of(later))
                .thrown();
    }
}
