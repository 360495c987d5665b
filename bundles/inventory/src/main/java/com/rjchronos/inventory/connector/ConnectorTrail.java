package com.rjchronos.inventory.connector;

import com.rjchronos.inventory.connector.Swap.Subject;
import com.rjchronos.inventory.connector.SwapQueue.Waiting;
import com.rjchronos.model.problem.ProblemException;
import com.rjchronos.model.problem.ProblemKind;
import com.rjchronos.port.ConnectorStore;
import com.rjchronos.port.ConnectorStore.Standing;
import com.rjchronos.port.ConnectorStore.Told;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that each swap gets into the trail, on a thread of its own. It outlives the desk and the store: while the database
 * is away swaps wait in line, in their order and with their time.
 */
@Component(immediate = true, service = SwapWitness.class)
public final class ConnectorTrail implements SwapWitness {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectorTrail.class);

    /** One that went and comes back within this was replaced, or restarted. */
    static final Duration CALM = Duration.ofSeconds(5);

    /** One that did not come within this after the desk opened went while nobody looked. */
    static final Duration GATHERING = Duration.ofMinutes(3);

    /** How often a swap is tried that fails for another reason than an absent database. */
    static final int MAX_FAILURES = 30;

    static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration IDLE = Duration.ofHours(1);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Clock clock;
    private final BooleanSupplier stopping;
    private final SwapQueue queue = new SwapQueue();
    private final Thread thread = new Thread(this::work, "connector-trail");
    private final Set<Subject> here = new HashSet<>();
    private Optional<Instant> opened = Optional.empty();
    private String lastFailure = "";
    private int failures;

    // dynamic and optional on purpose: what happens while the database is away is told when it is back
    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    volatile ConnectorStore store;

    @Activate
    public ConnectorTrail(BundleContext context) {
        this(Clock.systemUTC(), stopping(context.getBundle(0)));
        thread.setDaemon(true);
        thread.start();
    }

    /** For tests, who settle themselves. */
    ConnectorTrail(Clock clock, BooleanSupplier stopping) {
        this.clock = clock;
        this.stopping = stopping;
    }

    private static BooleanSupplier stopping(Bundle framework) {
        return () -> framework.getState() == Bundle.STOPPING;
    }

    @Override
    public void saw(Swap swap) {
        if (!stopping.getAsBoolean()) { // then everybody goes, and nothing changes
            queue.add(swap, clock.instant());
        }
    }

    /** Tells what it can, and says in the log what it cannot. */
    @Deactivate
    void leave() throws InterruptedException {
        queue.close();
        thread.join(FAREWELL.toMillis());
        queue.all().stream()
                .filter(w -> !(w.swap() instanceof Swap.Opened || w.swap() instanceof Swap.Closed))
                .forEach(w -> LOG.warn("Not in the trail. swap={} at={}", w.swap(), w.at()));
    }

    private void work() {
        Duration pause = Duration.ZERO;
        while (queue.rest(pause)) {
            pause = settle();
        }
        settle();
    }

    /** Tells all that can be told now. Returns after what time there may be more to do. */
    Duration settle() {
        ConnectorStore there = store;
        if (there == null) {
            return RETRY;
        }
        try {
            Duration pause = tell(there);
            lastFailure = "";
            failures = 0;
            return pause;
        } catch (RuntimeException | LinkageError e) { // the store's bundle may be exchanged under the call
            complain(e);
            return RETRY;
        }
    }

    private Duration tell(ConnectorStore there) {
        Optional<Waiting> next = queue.first();
        while (next.isPresent()) {
            Duration pause = take(next.get(), there);
            if (!pause.isZero()) {
                return pause;
            }
            queue.removeFirst();
            next = queue.first();
        }
        return missing(there);
    }

    /** One swap; zero if that is done with. */
    private Duration take(Waiting next, ConnectorStore there) {
        Swap swap = next.swap();
        if (swap instanceof Swap.Opened) {
            here.clear();
            opened = Optional.of(next.at());
        } else if (swap instanceof Swap.Closed) {
            opened = Optional.empty();
        } else if (swap instanceof Swap.Went went) {
            here.remove(went.who());
            if (queue.cameBack(went.who(), next.at(), CALM)) {
                return Duration.ZERO;
            }
            Duration left = Duration.between(clock.instant(), next.at().plus(CALM));
            if (!left.isNegative() && !left.isZero() && !queue.closed()) {
                return left;
            }
        }
        SwapStory.of(swap, there.told(), Set.copyOf(here))
                .ifPresent(page -> there.tell(page.now(), page.entry(), next.at()));
        if (swap instanceof Swap.Came came) {
            here.add(came.who());
        }
        return Duration.ZERO;
    }

    /** Tells of those that went while nobody looked, once all had time to come. */
    private Duration missing(ConnectorStore there) {
        if (opened.isEmpty()) {
            return IDLE;
        }
        Instant due = opened.get().plus(GATHERING);
        Instant now = clock.instant();
        if (now.isBefore(due)) {
            return Duration.between(now, due).plusMillis(1);
        }
        List<Told> told = there.told();
        SwapStory.standing(Standing.HERE, told)
                .filter(who -> here.stream().noneMatch(who::sameVersionAs))
                .forEach(who -> SwapStory.of(new Swap.Went(who), told, here)
                        .ifPresent(page -> there.tell(page.now(), page.entry(), now)));
        opened = Optional.empty();
        return IDLE;
    }

    /** The swaps stay in line while the database is away; one that it will not take must not hold up the others. */
    private void complain(Throwable e) {
        boolean away = e instanceof ProblemException p && p.problem().kind() == ProblemKind.UNAVAILABLE;
        failures = away ? 0 : failures + 1;
        if (failures > MAX_FAILURES) {
            queue.first().ifPresent(w -> LOG.error("A swap cannot be stored; it is told here alone. swap={}", w, e));
            queue.removeFirst();
            failures = 0;
            return;
        }
        String failure = e.getClass().getName() + ": " + e.getMessage();
        if (!failure.equals(lastFailure)) {
            LOG.warn("Swaps of connectors wait for the trail. detail=\"{}\"", e.getMessage());
        }
        lastFailure = failure;
    }
}
