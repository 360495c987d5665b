package com.rjchronos.rest.health;

import com.rjchronos.model.health.Health.Status;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Our components that could not be activated, so that a refused file in {@code etc} shows up where people look. */
@Component(service = FailedComponents.class)
public final class FailedComponents {
    private static final String OURS = "com.rjchronos.";
    private static final String REFUSED = "Setting refused:";
    private static final int MAX_DETAIL = 500;

    private final ServiceComponentRuntime runtime;

    @Activate
    public FailedComponents(@Reference ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    List<HealthReport.Part> parts() {
        return runtime.getComponentDescriptionDTOs().stream()
                .filter(component -> component.bundle.symbolicName.startsWith(OURS))
                .flatMap(this::failures)
                .distinct()
                .toList();
    }

    private Stream<HealthReport.Part> failures(ComponentDescriptionDTO component) {
        return runtime.getComponentConfigurationDTOs(component).stream()
                .filter(configuration -> configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION)
                .map(configuration -> failure(component, configuration));
    }

    private static HealthReport.Part failure(
            ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
        Object pid = configuration.properties.get("service.pid");
        String name = "component " + Objects.requireNonNullElse(pid, component.name);
        return new HealthReport.Part(name, Status.DOWN, false, reason(configuration.failure));
    }

    /** The refused setting if that is what failed, else the first line. */
    static String reason(String failure) {
        String text = Objects.requireNonNullElse(failure, "It could not be activated.");
        String line = text.lines()
                .filter(l -> l.contains(REFUSED))
                .map(l -> l.substring(l.indexOf(REFUSED)))
                .findFirst()
                .or(() -> text.lines().findFirst())
                .orElse(text)
                .strip();
        return line.length() > MAX_DETAIL ? line.substring(0, MAX_DETAIL) + "…" : line;
    }
}
