package com.rjchronos.spi.standard;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.reading.OpticalReading;
import java.util.List;
import java.util.Optional;

/**
 * The objects in which firmwares for China Telecom (CT-COM), China Mobile (CMCC) and China Unicom (CU) report the transceiver,
 * whoever made the device: the registers of SFF-8472 (0.1 µW, 1/256 °C, 100 µV, 2 µA). Every vendor that builds such firmwares
 * reads them behind its own objects; etc/connectors/ctcom.yaml says the same of those that have no connector.
 */
public final class OperatorOptics {
    private static final String WAN = "InternetGatewayDevice.WANDevice.1.";

    /** For {@code @Reads}. */
    public static final String READS =
            WAN + "X_CT-COM_GponInterfaceConfig," + WAN + "X_CT-COM_EponInterfaceConfig," + WAN
                    + "X_CMCC_GponInterfaceConfig," + WAN + "X_CMCC_EponInterfaceConfig," + WAN
                    + "X_CU_WANEdgeONTPONInterfaceConfig.OpticalTransceiver," + WAN
                    + "X_CU_WANEPONInterfaceConfig.OpticalTransceiver," + WAN
                    + "X_CU_WANGPONInterfaceConfig.OpticalTransceiver";

    /** What a refresh asks for. */
    public static final List<String> OBJECTS = List.of(READS.split(","));

    private static final String RX = "RXPower";
    private static final String TX = "TXPower";

    private final List<Branch> objects;

    private OperatorOptics(List<Branch> objects) {
        this.objects = objects;
    }

    public static OperatorOptics of(DeviceDocument document) {
        Branch root = Branch.of(document, "InternetGatewayDevice");
        int below = root.path().length() + 1;
        return new OperatorOptics(
                OBJECTS.stream().map(path -> root.at(path.substring(below))).toList());
    }

    /** Whether the device has any of the objects, and so a PON interface. */
    public boolean isPresent() {
        return objects.stream().anyMatch(object -> object.has(RX) || object.has(TX));
    }

    /** What each object says, in the order of {@link #OBJECTS}. */
    public List<OpticalReading> readings() {
        return objects.stream().map(OperatorOptics::reading).toList();
    }

    private static OpticalReading reading(Branch object) {
        if (!object.path().contains(".X_CU_")) {
            return registers(object);
        }
        return object.path().contains("Edge") ? unicom(object) : unconfirmed(object);
    }

    private static OpticalReading registers(Branch object) {
        boolean disputed = object.path().endsWith("X_CT-COM_GponInterfaceConfig"); // 0.01 °C, says one source
        return Optics.transceiver(new OpticalReading(
                Optics.measured(object, RX, Optics::rxTenthMicrowatts),
                Optics.measured(object, TX, Optics::txTenthMicrowatts),
                Optics.measured(
                        object, "TransceiverTemperature", disputed ? Optics::celsius256OrCenti : Optics::celsius256),
                Optics.measured(object, "SupplyVottage", Optics::hundredMicrovolts), // sic
                Optics.measured(object, "BiasCurrent", Optics::twoMicroamperes)));
    }

    private static OpticalReading unicom(Branch object) {
        return Optics.transceiver(new OpticalReading(
                Optics.measured(object, RX, Optics::rxTenthMicrowatts),
                Optics.measured(object, TX, Optics::txTenthMicrowatts),
                Optics.measured(object, "Temperature", Optics::celsius256),
                Optics.measured(object, "Vcc", Optics::hundredMicrovolts),
                Optics.measured(object, "TXBias", Optics::twoMicroamperes)));
    }

    /** Of EPON, scripts agree on RX and temperature; of the rest, and of GPON, on nothing. */
    private static OpticalReading unconfirmed(Branch object) {
        boolean epon = object.path().contains("WANEPON");
        return Optics.transceiver(new OpticalReading(
                Optics.measured(object, RX, raw -> epon ? Optics.rxTenthMicrowatts(raw) : Optional.empty()),
                Optics.unknown(object, TX),
                Optics.measured(object, "Temperature", raw -> epon ? Optics.celsius256(raw) : Optional.empty()),
                Optics.unknown(object, "Vcc"),
                Optics.unknown(object, "TXBias")));
    }
}
