package com.rjchronos.rest.connector;

import com.rjchronos.model.connector.UnmatchedGroup;
import java.util.List;

/**
 * Devices that are alike and that only a fallback reads.
 *
 * @param exampleDeviceId one of them
 * @param vendorObjects paths of objects that no standard names; null where nobody looked
 */
public record UnmatchedView(
        String manufacturer,
        String oui,
        String productClass,
        String model,
        long devices,
        String exampleDeviceId,
        List<String> vendorObjects) {

    static UnmatchedView of(UnmatchedGroup group) {
        return new UnmatchedView(
                group.example().manufacturer().orElse(null),
                group.example().oui().orElse(null),
                group.example().productClass().orElse(null),
                group.model().orElse(null),
                group.devices(),
                group.device().toString(),
                group.vendorObjects().orElse(null));
    }
}
