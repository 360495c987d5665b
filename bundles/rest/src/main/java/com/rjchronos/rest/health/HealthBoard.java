package com.rjchronos.rest.health;

import com.rjchronos.model.health.Health;
import com.rjchronos.model.health.Health.Status;
import com.rjchronos.model.health.HealthIndicator;
import com.rjchronos.rest.door.Doors;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Gathers what every part says of itself, at most once a second. */
@Component(service = HealthBoard.class)
public final class HealthBoard {
    private static final Duration AGE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final HealthReport HANGING = new HealthReport(List.of(new HealthReport.Part(
            "health", Status.DOWN, true, "A health check has not answered for 10 s; a thread dump shows which.")));

    private record Seen(HealthReport report, Instant at) {
        boolean within(Duration age, Instant now) {
            return !now.isAfter(at.plus(age)) && !now.isBefore(at);
        }
    }

    private final List<HealthIndicator> indicators = new CopyOnWriteArrayList<>();
    private final Doors doors;
    private final FailedComponents failed;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Seen last;

    @Activate
    public HealthBoard(@Reference Doors doors, @Reference FailedComponents failed) {
        this(doors, failed, Clock.systemUTC());
    }

    HealthBoard(Doors doors, FailedComponents failed, Clock clock) {
        this.doors = doors;
        this.failed = failed;
        this.clock = clock;
    }

    // dynamic on purpose: parts come and go, and the board tells
    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.MULTIPLE)
    void add(HealthIndicator indicator) {
        indicators.add(indicator);
    }

    void remove(HealthIndicator indicator) {
        indicators.remove(indicator);
    }

    /**
     * As of a second ago. While a part takes long to answer, others are not made to wait behind it: they get the report before,
     * for ten seconds; then the health checks themselves are what is down.
     */
    public HealthReport report() {
        Seen seen = last;
        if (seen != null && seen.within(AGE, clock.instant())) {
            return seen.report();
        }
        try {
            if (!looking.tryLock(seen == null ? PATIENCE.toMillis() : 0, TimeUnit.MILLISECONDS)) {
                return seen != null && seen.within(PATIENCE, clock.instant()) ? seen.report() : HANGING;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return HANGING;
        }
        try {
            Instant begun = clock.instant();
            last = new Seen(look(), begun);
            return last.report();
        } finally {
            looking.unlock();
        }
    }

    private HealthReport look() {
        List<HealthReport.Part> parts = new ArrayList<>();
        indicators.forEach(indicator -> parts.add(ask(indicator)));
        parts.addAll(failed.parts());
        if (!doors.essentialsPresent()) {
            parts.add(new HealthReport.Part(
                    "api", Status.DOWN, true, "The parts that serve accounts and devices are not there yet."));
        }
        parts.sort(Comparator.comparing(HealthReport.Part::name));
        return new HealthReport(parts);
    }

    private static HealthReport.Part ask(HealthIndicator indicator) {
        try {
            Health health = indicator.health();
            return new HealthReport.Part(indicator.name(), health.status(), indicator.essential(), health.detail());
        } catch (RuntimeException | LinkageError e) {
            // somebody else's code, whose bundle may be gone: that it throws is what there is to tell
            String name =
                    Optional.ofNullable(indicator.getClass().getSimpleName()).orElse("indicator");
            return new HealthReport.Part(name, Status.DOWN, false, "Its health check threw " + e + ".");
        }
    }
}
