package com.rjchronos.access.first;

import com.rjchronos.model.problem.ProblemException;
import com.rjchronos.model.problem.ProblemKind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats a step in the background until it succeeds: every second while a neighbour is away, else every half minute. */
final class UntilDone implements Undertaking {
    private static final Logger LOG = LoggerFactory.getLogger(UntilDone.class);
    private static final Duration AWAY = Duration.ofSeconds(1);
    private static final Duration BROKEN = Duration.ofSeconds(30);

    /** Whoever comes next should not meet us at work; less than SCR waits for a deactivation. */
    private static final Duration PARTING = Duration.ofSeconds(3);

    private final ScheduledExecutorService executor;
    private final Runnable step;
    private final Duration away;
    private volatile Optional<String> pending = Optional.of("The first administrator is being made.");
    private boolean waited;

    UntilDone(String threadName, Runnable step) {
        this(threadName, step, AWAY);
    }

    UntilDone(String threadName, Runnable step, Duration away) {
        this.step = step;
        this.away = away;
        this.executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, threadName);
            thread.setDaemon(true);
            return thread;
        });
        executor.execute(this::attempt);
    }

    @Override
    public Optional<String> pending() {
        return pending;
    }

    @Override
    public void close() {
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(PARTING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The first administrator is still being made. seconds={}", PARTING.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt() {
        try {
            step.run();
            pending = Optional.empty();
            executor.shutdown();
        } catch (ProblemException e) {
            again(e, e.problem().kind() == ProblemKind.UNAVAILABLE ? away : BROKEN);
        } catch (RuntimeException e) {
            again(e, BROKEN);
        }
    }

    private void again(RuntimeException failure, Duration delay) {
        if (executor.isShutdown()) {
            return;
        }
        pending = Optional.of("The first administrator could not be made yet: " + failure.getMessage());
        if (delay == BROKEN) {
            LOG.error(
                    "The first administrator could not be made; will try again. seconds={}",
                    delay.toSeconds(),
                    failure);
        } else if (!waited) {
            waited = true;
            LOG.info("The first administrator waits for the database. reason=\"{}\"", failure.getMessage());
        }
        try {
            executor.schedule(this::attempt, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.RejectedExecutionException e) {
            LOG.debug("Closed meanwhile; the first administrator is left to the next start.");
        }
    }
}
