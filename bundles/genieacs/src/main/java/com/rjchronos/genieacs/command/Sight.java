package com.rjchronos.genieacs.command;

import com.rjchronos.genieacs.wire.Json;
import com.rjchronos.genieacs.wire.NoAnswer;
import com.rjchronos.genieacs.wire.Rows;
import com.rjchronos.model.intent.AcsCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is looked for in a device's document before it is knocked at, and again when the answer was lost.
 *
 * @param reachable whether it ever informed and told an address for connection requests: knocking at any other ends the NBI's worker
 * @param reboot when GenieACS last rebooted it
 * @param factoryReset when GenieACS last reset it
 */
record Sight(boolean reachable, Optional<String> reboot, Optional<String> factoryReset) {
    private static final List<String> ROOTS = List.of("InternetGatewayDevice", "Device");
    private static final String FIELDS = "projection=_lastInform%2CReboot%2CFactoryReset"
            + "%2CInternetGatewayDevice.ManagementServer.ConnectionRequestURL"
            + "%2CDevice.ManagementServer.ConnectionRequestURL";

    /** Empty if the ACS does not know the device. */
    static Optional<Sight> of(String genieacsId, Rows rows) throws NoAnswer {
        return rows.list("devices", FIELDS + "&" + Rows.where("_id", genieacsId), Sight::of).stream()
                .findFirst();
    }

    private static Sight of(Map<String, Object> row) {
        boolean informed = Json.textAt(row, "_lastInform").isPresent();
        boolean address = ROOTS.stream()
                .anyMatch(root -> Json.textAt(row, root, "ManagementServer", "ConnectionRequestURL", "_value")
                        .filter(url -> !url.isBlank())
                        .isPresent());
        return new Sight(
                informed && address, Json.textAt(row, "Reboot", "_value"), Json.textAt(row, "FactoryReset", "_value"));
    }

    /** Whether GenieACS carried out this call between the earlier sight and this one; only of some can that be seen. */
    boolean shows(AcsCall call, Sight earlier) {
        if (call instanceof AcsCall.Reboot) {
            return reboot.isPresent() && !reboot.equals(earlier.reboot);
        }
        return call instanceof AcsCall.FactoryReset
                && factoryReset.isPresent()
                && !factoryReset.equals(earlier.factoryReset);
    }
}
