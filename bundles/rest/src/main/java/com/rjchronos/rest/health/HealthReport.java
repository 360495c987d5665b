package com.rjchronos.rest.health;

import com.rjchronos.model.health.Health.Status;
import java.util.List;

/** The health of all parts at one moment. */
public record HealthReport(List<Part> parts) {

    /**
     * The health of one part.
     *
     * @param essential whether the API cannot do its work while it is down
     */
    public record Part(String name, Status status, boolean essential, String detail) {}

    public HealthReport {
        parts = List.copyOf(parts);
    }

    /** Down if an essential part is, degraded if any part is not up. */
    public Status status() {
        if (!ready()) {
            return Status.DOWN;
        }
        return parts.stream().allMatch(part -> part.status() == Status.UP) ? Status.UP : Status.DEGRADED;
    }

    /** Whether people can sign in and read devices. */
    public boolean ready() {
        return parts.stream().noneMatch(part -> part.essential() && part.status() == Status.DOWN);
    }
}
