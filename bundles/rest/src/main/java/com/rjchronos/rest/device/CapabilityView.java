package com.rjchronos.rest.device;

import com.rjchronos.model.intent.Capability;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether a device can do a kind of thing.
 *
 * @param reason why it cannot, for people; null if it can
 */
public record CapabilityView(boolean supported, String reason) {

    /** By kind, in lower case, e.g. {@code change_wifi}. */
    static Map<String, CapabilityView> of(List<Capability> capabilities) {
        Map<String, CapabilityView> views = new LinkedHashMap<>();
        capabilities.forEach(capability -> views.put(
                capability.kind().name().toLowerCase(Locale.ROOT),
                new CapabilityView(capability.supported(), capability.reason().orElse(null))));
        return views;
    }
}
