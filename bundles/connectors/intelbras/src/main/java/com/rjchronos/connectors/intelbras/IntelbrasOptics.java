package com.rjchronos.connectors.intelbras;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.reading.OpticalReading;
import com.rjchronos.spi.standard.Branch;
import com.rjchronos.spi.standard.Optics;
import java.util.List;
import java.util.Optional;

/** The objects in which Intelbras's firmwares report the transceiver, the better known first. */
final class IntelbrasOptics {
    /** Copied from another vendor, misspelling and all. Powers in dBm; the units of the rest are hearsay: raw only. */
    private static final String GPON = "InternetGatewayDevice.WANDevice.1.X_GponInterafceConfig";

    /** An alternative of Intelbras's own; only its RX in dBm is known. */
    static final String OWN = "InternetGatewayDevice.WANDevice.1.X_ITBS_ORG_GponInterfaceConfig";

    static final String READS = GPON + "," + OWN;

    /** What a refresh asks for. */
    static final List<String> OBJECTS = List.of(READS.split(","));

    private static final String RX = "RXPower";

    private final Branch gpon;
    private final Branch own;

    private IntelbrasOptics(DeviceDocument document) {
        Branch wan = Branch.of(document, "InternetGatewayDevice.WANDevice.1");
        gpon = wan.at("X_GponInterafceConfig");
        own = wan.at("X_ITBS_ORG_GponInterfaceConfig");
    }

    static IntelbrasOptics of(DeviceDocument document) {
        return new IntelbrasOptics(document);
    }

    /** Whether the device has any of the objects, and so a PON interface. */
    boolean isPresent() {
        return gpon.has(RX) || own.has(RX);
    }

    OpticalReading reading() {
        return Optics.transceiver(new OpticalReading(
                Optics.first(
                        List.of(Optics.measured(gpon, RX, Optics::rxDbm), Optics.measured(own, RX, Optics::rxDbm))),
                Optics.measured(gpon, "TXPower", Optics::txDbm),
                Optional.empty(),
                Optics.unknown(gpon, "SupplyVoltage"),
                Optics.unknown(gpon, "BiasCurrent")));
    }
}
