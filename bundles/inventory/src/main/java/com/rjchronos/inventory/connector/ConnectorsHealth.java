package com.rjchronos.inventory.connector;

import com.rjchronos.inventory.connector.BundleRoll.Absent;
import com.rjchronos.model.health.Health;
import com.rjchronos.model.health.HealthIndicator;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says which connectors do not do their work. */
@Component
public final class ConnectorsHealth implements HealthIndicator {
    /** Documents one after the other that a connector failed on: the documents may be bad, but hardly so many. */
    static final int MANY = 10;

    private final ConnectorDesk desk;
    private final BundleRoll roll;

    @Activate
    public ConnectorsHealth(@Reference ConnectorDesk desk, @Reference BundleRoll roll) {
        this.desk = desk;
        this.roll = roll;
    }

    @Override
    public String name() {
        return "connectors";
    }

    @Override
    public Health health() {
        return of(desk.connectors(), desk.refused(), roll.absent());
    }

    static Health of(List<InstalledConnector> here, List<ConnectorDesk.Refusal> refused, List<Absent> absent) {
        List<String> complaints = new ArrayList<>();
        for (InstalledConnector connector : here) {
            connector
                    .quarantinedBecause()
                    .ifPresent(why -> complaints.add("Connector " + connector + " is quarantined: " + why
                            + " The fallback stands in. Update it, or chronos:connector-release " + connector.name()
                            + "."));
            if (connector.failuresInARow() >= MANY) {
                complaints.add("Connector " + connector + " could not read any of the last "
                        + connector.failuresInARow() + " documents. The first failure: "
                        + connector.firstFailure().orElse(""));
            }
        }
        refused.forEach(r -> complaints.add("Connector " + r.who().connector() + " is refused: " + r.reason()));
        absent.forEach(a -> complaints.add(
                "Connector " + a.who().connector() + " " + a.who().version() + " does not run: " + a.reason()));
        return complaints.isEmpty()
                ? Health.up("Connectors in service: " + here.size() + ".")
                : Health.degraded(String.join(" ", complaints));
    }
}
