package com.rjchronos.model.health;

import org.osgi.annotation.versioning.ConsumerType;

/** Says whether one part works. Answers within a second and never throws. */
@ConsumerType
public interface HealthIndicator {

    /** A short name, unique in the appliance, e.g. {@code database} or {@code acs-main}. */
    String name();

    /** Whether the API cannot do its work while this part is down; only such parts make the appliance "not ready". */
    default boolean essential() {
        return false;
    }

    Health health();
}
