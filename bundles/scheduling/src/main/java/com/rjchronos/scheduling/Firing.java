package com.rjchronos.scheduling;

import com.rjchronos.model.problem.ProblemException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thing the clock fires, without waiting for it; a failure that repeats is said once. */
final class Firing implements Processor {
    private static final Logger LOG = LoggerFactory.getLogger(Firing.class);
    private static final String WELL = "";

    private final String name;
    private final Runnable call;
    private final Executor threads;
    private final Semaphore places;
    private final AtomicReference<String> lastFailure = new AtomicReference<>(WELL);

    /** Runs {@code call} on one of {@code threads}, at most {@code atOnce} times at a time. */
    Firing(String name, int atOnce, Executor threads, Runnable call) {
        this.name = name;
        this.places = new Semaphore(atOnce);
        this.threads = threads;
        this.call = call;
    }

    @Override
    public void process(Exchange exchange) {
        if (places.tryAcquire()) {
            threads.execute(this::run);
        } else {
            LOG.debug("Left out, those before still run. job={}", name);
        }
    }

    private void run() {
        try {
            call.run();
            if (!lastFailure.getAndSet(WELL).equals(WELL)) {
                LOG.info("Works again. job={}", name);
            }
        } catch (ProblemException e) {
            if (changed(e)) {
                LOG.warn(
                        "Not done, it will be tried again. job={} kind={} detail=\"{}\"",
                        name,
                        e.problem().kind(),
                        e.getMessage());
            }
        } catch (RuntimeException e) {
            if (changed(e)) {
                LOG.error("Failed, it will be tried again. job={}", name, e);
            }
        } finally {
            places.release();
        }
    }

    private boolean changed(RuntimeException failure) {
        String now = failure.getClass().getName() + ": " + failure.getMessage();
        return !now.equals(lastFailure.getAndSet(now));
    }
}
