package com.rjchronos.persistence;

import com.rjchronos.model.health.Health;
import com.rjchronos.model.health.HealthIndicator;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Says how the database is; also while it is being prepared, and when its settings are refused. */
@Component(immediate = true)
public final class DatabaseHealth implements HealthIndicator {
    private static final Health ABSENT =
            Health.down("The database is not set up: etc/com.rjchronos.persistence.cfg is missing or"
                    + " refused. The log says which key and which rule; a corrected file takes effect at once.");

    /** Comes and goes with its configuration. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Database database;

    @Override
    public String name() {
        return "database";
    }

    @Override
    public boolean essential() {
        return true;
    }

    @Override
    public Health health() {
        Database present = database;
        return present == null ? ABSENT : present.health();
    }
}
