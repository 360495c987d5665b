package com.rjchronos.model.connector;

import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.device.DeviceIdentity;
import java.util.List;
import java.util.Optional;

/**
 * Devices that are alike and that only a fallback reads.
 *
 * @param example who one of them is; manufacturer, OUI and product class are those of all
 * @param device our id of that one
 * @param model of all
 * @param devices how many they are
 * @param vendorObjects paths of objects outside of the standards that the example has; empty if nobody looked, or its ACS did not answer
 */
public record UnmatchedGroup(
        DeviceIdentity example,
        DeviceId device,
        Optional<String> model,
        long devices,
        Optional<List<String>> vendorObjects) {

    public UnmatchedGroup {
        vendorObjects = vendorObjects.map(List::copyOf);
    }

    /** This group with what its example has. */
    public UnmatchedGroup seen(Optional<List<String>> objects) {
        return new UnmatchedGroup(example, device, model, devices, objects);
    }
}
