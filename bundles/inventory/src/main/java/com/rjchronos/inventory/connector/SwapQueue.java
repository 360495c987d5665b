package com.rjchronos.inventory.connector;

import com.rjchronos.inventory.connector.Swap.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Swaps that are not told yet, in their order; many may add, one takes. */
final class SwapQueue {
    private static final Logger LOG = LoggerFactory.getLogger(SwapQueue.class);

    /** More are said in the log alone. */
    static final int CAPACITY = 10_000;

    private final Deque<Waiting> line = new ArrayDeque<>();
    private boolean news;
    private boolean closed;

    /** A swap and when it happened. */
    record Waiting(Swap swap, Instant at) {}

    synchronized void add(Swap swap, Instant at) {
        if (line.size() >= CAPACITY) {
            LOG.error("Too many swaps wait for the database; this one is told here alone. swap={}", swap);
            return;
        }
        line.add(new Waiting(swap, at));
        news = true;
        notifyAll();
    }

    synchronized Optional<Waiting> first() {
        return Optional.ofNullable(line.peek());
    }

    synchronized void removeFirst() {
        line.poll();
    }

    synchronized List<Waiting> all() {
        return List.copyOf(line);
    }

    /** Whether a version of the same connector came within a time after a moment. */
    synchronized boolean cameBack(Subject who, Instant after, Duration within) {
        return line.stream()
                .filter(w -> !w.at().isBefore(after) && w.at().isBefore(after.plus(within)))
                .anyMatch(w -> w.swap() instanceof Swap.Came came && came.who().sameLineAs(who));
    }

    /** Waits until something was added, at most so long; false once it is closed. */
    synchronized boolean rest(Duration pause) {
        try {
            if (!closed && !news && !pause.isZero()) {
                wait(Math.max(1, pause.toMillis())); // 0 would be for ever
            }
            news = false;
            return !closed;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Nobody needs to wait any more. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean closed() {
        return closed;
    }
}
