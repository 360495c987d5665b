package com.rjchronos.scheduling;

import com.rjchronos.model.problem.ProblemException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thing the clock fires: never twice at once, and a failure that repeats is said once. */
final class Firing implements Processor {
    private static final Logger LOG = LoggerFactory.getLogger(Firing.class);
    private static final String WELL = "";

    private final String name;
    private final Runnable call;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private final AtomicReference<String> lastFailure = new AtomicReference<>(WELL);

    Firing(String name, Runnable call) {
        this.name = name;
        this.call = call;
    }

    @Override
    public void process(Exchange exchange) {
        fire();
    }

    /** Returns false if the last firing still runs; this one is left out then. */
    boolean fire() {
        if (!underWay.compareAndSet(false, true)) {
            LOG.debug("Left out, the last one still runs. job={}", name);
            return false;
        }
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
            underWay.set(false);
        }
        return true;
    }

    private boolean changed(RuntimeException failure) {
        String now = failure.getClass().getName() + ": " + failure.getMessage();
        return !now.equals(lastFailure.getAndSet(now));
    }
}
