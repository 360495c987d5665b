package com.rjchronos.connectors.fiberhome;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.reading.OpticalReading;
import com.rjchronos.spi.standard.Branch;
import com.rjchronos.spi.standard.OperatorOptics;
import com.rjchronos.spi.standard.Optics;
import java.util.List;
import java.util.stream.Stream;

/** The objects in which FiberHome's firmwares report the transceiver: its own, GPON before EPON, then operators'. */
final class FiberhomeOptics {
    /** Powers in dBm; nobody has told us the units of the rest, which is raw only. */
    static final String GPON = "InternetGatewayDevice.WANDevice.1.X_FH_GponInterfaceConfig";

    /** EPON variants; only its RX in dBm is known. */
    static final String EPON = "InternetGatewayDevice.WANDevice.1.X_FH_EponInterfaceConfig";

    static final String READS = GPON + "," + EPON + "," + OperatorOptics.READS;

    /** What a refresh asks for. */
    static final List<String> OBJECTS = List.of(READS.split(","));

    private static final String RX = "RXPower";

    private final Branch gpon;
    private final Branch epon;
    private final OperatorOptics operators;

    private FiberhomeOptics(DeviceDocument document) {
        Branch wan = Branch.of(document, "InternetGatewayDevice.WANDevice.1");
        gpon = wan.at("X_FH_GponInterfaceConfig");
        epon = wan.at("X_FH_EponInterfaceConfig");
        operators = OperatorOptics.of(document);
    }

    static FiberhomeOptics of(DeviceDocument document) {
        return new FiberhomeOptics(document);
    }

    /** Whether the device has any of the objects, and so a PON interface. */
    boolean isPresent() {
        return gpon.has(RX) || epon.has(RX) || operators.isPresent();
    }

    OpticalReading reading() {
        return Optics.firstLit(
                Stream.concat(Stream.of(own()), operators.readings().stream()).toList());
    }

    private OpticalReading own() {
        return Optics.transceiver(new OpticalReading(
                Optics.first(
                        List.of(Optics.measured(gpon, RX, Optics::rxDbm), Optics.measured(epon, RX, Optics::rxDbm))),
                Optics.measured(gpon, "TXPower", Optics::txDbm),
                Optics.unknown(gpon, "TransceiverTemperature"),
                Optics.unknown(gpon, "SupplyVoltage"),
                Optics.unknown(gpon, "BiasCurrent")));
    }
}
