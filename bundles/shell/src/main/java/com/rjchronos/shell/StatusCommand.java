package com.rjchronos.shell;

import com.rjchronos.model.health.Health;
import com.rjchronos.model.health.Health.Status;
import com.rjchronos.model.health.HealthIndicator;
import java.util.Comparator;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** Shows the health of every part. */
@Service
@Command(scope = "chronos", name = "status", description = "Shows the health of every part of the appliance.")
public final class StatusCommand implements Action {
    @Reference
    private BundleContext bundles;

    @Override
    public Object execute() {
        ShellTable table = Desk.table("No part says how it is.", "part", "health", "detail");
        Desk.all(bundles, HealthIndicator.class).stream()
                .sorted(Comparator.comparing(HealthIndicator::name))
                .forEach(i -> {
                    Health health = health(i);
                    table.addRow().addContent(i.name(), health.status(), health.detail());
                });
        Desk.all(bundles, ServiceComponentRuntime.class).forEach(runtime -> FailedParts.of(runtime)
                .forEach((part, reason) -> table.addRow().addContent(part, Status.DOWN, reason)));
        table.print(System.out);
        return null;
    }

    private static Health health(HealthIndicator indicator) {
        try {
            return indicator.health();
        } catch (RuntimeException e) {
            // one that is just leaving, or broken, must not hide the others
            return Health.down("Its health check threw " + e + ".");
        }
    }
}
