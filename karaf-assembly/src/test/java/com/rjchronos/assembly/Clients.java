package com.rjchronos.assembly;

import com.rjchronos.assembly.Api.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/** Ask again and again until closed, each for itself, and note every answer that is not as it should be. */
final class Clients implements AutoCloseable {
    private static final Duration HANG = Duration.ofSeconds(15);

    private final Set<String> faults = new ConcurrentSkipListSet<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final ExecutorService threads;
    private volatile boolean over;

    /** One client for each path; {@code allowed} statuses, of which 503 must say when to come back. */
    Clients(Api api, List<String> paths, IntPredicate allowed) {
        threads = Executors.newFixedThreadPool(paths.size());
        paths.forEach(path -> threads.submit(() -> repeat(path, () -> ask(api, path, allowed))));
    }

    /** One that does something else. */
    Clients(Runnable work) {
        threads = Executors.newSingleThreadExecutor();
        threads.submit(() -> repeat("work", work::run));
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    private void repeat(String what, Step step) {
        while (!over) {
            try {
                step.run();
                answers.incrementAndGet();
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                faults.add(what + " " + e);
            }
        }
    }

    private void ask(Api api, String path, IntPredicate allowed) throws Exception {
        long began = System.nanoTime();
        Answer answer = api.get(path);
        boolean said = answer.status() != 503
                || !answer.header("Retry-After").isEmpty()
                        && answer.header("Content-Type").startsWith("application/problem+json");
        if (!allowed.test(answer.status()) || !said) {
            faults.add(path + " " + answer.status() + " " + answer.body());
        } else if (answer.status() == 200
                && !path.contains("health")
                && !answer.json().isArray()) {
            faults.add(path + " was answered by another: " + answer.body());
        }
        if (System.nanoTime() - began > HANG.toNanos()) {
            faults.add(path + " hung");
        }
    }

    int answers() {
        return answers.get();
    }

    Set<String> faults() {
        return Set.copyOf(faults);
    }

    /** Until so many more answers came, or faults. */
    void awaitMore(int more) throws Exception {
        int wanted = answers.get() + more;
        Api.await(Duration.ofSeconds(60), () -> answers.get() + faults.size(), n -> n >= wanted);
    }

    @Override
    public void close() {
        over = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(30, TimeUnit.SECONDS)) {
                threads.shutdownNow();
                throw new AssertionError("a client hangs");
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
