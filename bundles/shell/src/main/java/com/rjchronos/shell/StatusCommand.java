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
                .map(Part::of)
                .sorted(Comparator.comparing(Part::name))
                .forEach(part -> table.addRow()
                        .addContent(
                                part.name(),
                                part.health().status(),
                                part.health().detail()));
        Desk.all(bundles, ServiceComponentRuntime.class).forEach(runtime -> FailedParts.of(runtime)
                .forEach((part, reason) -> table.addRow().addContent(part, Status.DOWN, reason)));
        table.print(System.out);
        return null;
    }

    /** What one part says of itself. */
    record Part(String name, Health health) {

        static Part of(HealthIndicator indicator) {
            try {
                return new Part(indicator.name(), indicator.health());
            } catch (RuntimeException | LinkageError e) {
                // one that is just leaving, or broken, must not hide the others
                return new Part(indicator.getClass().getSimpleName(), Health.down("Its health check threw " + e + "."));
            }
        }
    }
}
