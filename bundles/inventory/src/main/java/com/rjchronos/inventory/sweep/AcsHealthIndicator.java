package com.rjchronos.inventory.sweep;

import com.rjchronos.model.acs.AcsHealth;
import com.rjchronos.model.acs.AcsPace;
import com.rjchronos.model.health.Health;
import com.rjchronos.model.health.HealthIndicator;
import com.rjchronos.port.AcsGateway;

/** Shows what the last contact with one ACS was like. It is a neighbour: without it the appliance works on what it knows. */
record AcsHealthIndicator(AcsGateway gateway) implements HealthIndicator {

    @Override
    public String name() {
        return "acs-" + gateway.acs();
    }

    @Override
    public Health health() {
        AcsHealth health = gateway.health();
        String version = health.version().map(v -> " Version " + v + ".").orElse("");
        AcsPace pace = gateway.pace();
        String late = pace.late() ? " Late: " + pace.inWords() + "." : "";
        return health.reachable()
                ? Health.up(health.detail() + version + late)
                : Health.degraded(health.detail() + " Since " + health.since() + ".");
    }
}
