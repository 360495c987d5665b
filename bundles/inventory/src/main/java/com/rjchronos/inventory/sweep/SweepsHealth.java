package com.rjchronos.inventory.sweep;

import com.rjchronos.inventory.connector.ConnectorDesk;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.health.Health;
import com.rjchronos.model.health.HealthIndicator;
import com.rjchronos.model.sweep.Sweep;
import com.rjchronos.model.sweep.SweepOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says whether the fleet is being read. */
@Component
public final class SweepsHealth implements HealthIndicator {
    private final AcsRoster roster;
    private final SweepRunner runner;
    private final ConnectorDesk desk;
    private final Restraint restraint;

    @Activate
    public SweepsHealth(
            @Reference AcsRoster roster,
            @Reference SweepRunner runner,
            @Reference ConnectorDesk desk,
            @Reference Restraint restraint) {
        this.roster = roster;
        this.runner = runner;
        this.desk = desk;
        this.restraint = restraint;
    }

    @Override
    public String name() {
        return "sweeps";
    }

    @Override
    public Health health() {
        if (desk.isEmpty()) {
            return Health.degraded("No connector is installed; nothing is read. Install the generic one at least.");
        }
        if (roster.gateways().isEmpty()) {
            return Health.degraded("No ACS is configured. Write etc/com.rjchronos.genieacs-<name>.cfg.");
        }
        List<String> complaints = new ArrayList<>();
        Map<AcsId, Sweep> last = runner.last();
        roster.gateways().forEach(g -> {
            Sweep sweep = last.get(g.acs());
            if (sweep == null) {
                complaints.add("ACS " + g.acs() + " was not swept yet.");
            } else if (sweep.outcome() != SweepOutcome.COMPLETE) {
                complaints.add("The last sweep of ACS " + g.acs() + " was "
                        + sweep.outcome().code() + ": " + sweep.reason().orElse(""));
            }
            restraint.complaint(g).ifPresent(complaints::add);
        });
        return complaints.isEmpty()
                ? Health.up("The last sweep of every ACS was complete.")
                : Health.degraded(String.join(" ", complaints));
    }
}
