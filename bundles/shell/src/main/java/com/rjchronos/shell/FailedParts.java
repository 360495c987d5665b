package com.rjchronos.shell;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/**
 * Our components that could not be activated, with the reason: a refused file in {@code etc}, most often. {@code rest} tells
 * the same over HTTP, but is not there when it is needed most.
 */
final class FailedParts {
    private static final String OURS = "com.rjchronos.";
    private static final String REFUSED = "Setting refused:";
    private static final int MAX_REASON = 300;

    private FailedParts() {}

    static Map<String, String> of(ServiceComponentRuntime runtime) {
        Map<String, String> reasons = new TreeMap<>();
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs()) {
            if (component.bundle.symbolicName.startsWith(OURS)) {
                for (ComponentConfigurationDTO c : runtime.getComponentConfigurationDTOs(component)) {
                    if (c.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
                        Object pid = c.properties.get("service.pid");
                        reasons.put(String.valueOf(Objects.requireNonNullElse(pid, component.name)), reason(c.failure));
                    }
                }
            }
        }
        return reasons;
    }

    /** The refused setting if that is what failed, else the first line. */
    private static String reason(String failure) {
        String text = Objects.requireNonNullElse(failure, "It could not be activated.");
        int refused = text.indexOf(REFUSED);
        String line = text.substring(Math.max(0, refused))
                .lines()
                .findFirst()
                .orElse("")
                .strip();
        return line.length() > MAX_REASON ? line.substring(0, MAX_REASON) + "…" : line;
    }
}
