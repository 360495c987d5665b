package com.rjchronos.connectors.huawei;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.OpticalPower;
import com.rjchronos.model.reading.OpticalReading;
import com.rjchronos.spi.standard.Branch;
import com.rjchronos.spi.standard.OperatorOptics;
import com.rjchronos.spi.standard.Optics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The objects in which Huawei's firmwares report the transceiver, the best known first. */
final class HuaweiOptics {
    /** Sic: the firmware's spelling. dBm, or 0.01 dBm from 100 on; °C, mV, mA. */
    private static final String GPON = "InternetGatewayDevice.WANDevice.1.X_GponInterafceConfig";

    /**
     * China Unicom's firmwares, beside whole numbers of the same in {@link #GPON}: the registers of the transceiver (0.1 µW,
     * 1/256 °C, 100 µV, 2 µA), and so the finer of the two.
     */
    private static final String UNICOM = "X_CU_WANEdgeONTPONInterfaceConfig.OpticalTransceiver";

    /** Spelled as one would expect; only its RX is known. */
    private static final String GPON_SPELLED = "InternetGatewayDevice.WANDevice.1.X_GponInterfaceConfig";

    /** Newer firmwares; only its RX in dBm is known. */
    private static final String HW_GPON = "InternetGatewayDevice.WANDevice.1.X_HW_GponInterfaceConfig";

    /** HG8245, HG8546, HN8145: RX and TX in dBm and nothing else. */
    static final String DEBUG = "InternetGatewayDevice.X_HW_DEBUG.AdminTR069";

    /** Seen once, without a unit: raw only. */
    private static final String INFO = "InternetGatewayDevice.X_HW_GponInfo";

    static final String READS =
            OperatorOptics.READS + "," + GPON + "," + GPON_SPELLED + "," + HW_GPON + "," + DEBUG + "," + INFO;

    /** What a refresh asks for. */
    static final List<String> OBJECTS = List.of(READS.split(","));

    private final Branch unicom;
    private final Branch gpon;
    private final Branch spelled;
    private final Branch newer;
    private final Branch debug;
    private final Branch info;
    private final OperatorOptics operators;

    private HuaweiOptics(DeviceDocument document) {
        Branch root = Branch.of(document, "InternetGatewayDevice");
        Branch wan = root.at("WANDevice.1");
        unicom = wan.at(UNICOM);
        gpon = wan.at("X_GponInterafceConfig");
        spelled = wan.at("X_GponInterfaceConfig");
        newer = wan.at("X_HW_GponInterfaceConfig");
        debug = root.at("X_HW_DEBUG.AdminTR069");
        info = root.at("X_HW_GponInfo");
        operators = OperatorOptics.of(document);
    }

    static HuaweiOptics of(DeviceDocument document) {
        return new HuaweiOptics(document);
    }

    /** Whether the device has any of the objects, and so a PON interface. */
    boolean isPresent() {
        return operators.isPresent()
                || gpon.has("RXPower")
                || spelled.has("RXPower")
                || newer.has("RXPower")
                || debug.has("RxPower")
                || info.has("RxPower");
    }

    /** Its own objects and Unicom's, part by part; else what another operator's firmware says. */
    OpticalReading reading() {
        return Optics.firstLit(
                Stream.concat(Stream.of(own()), operators.readings().stream()).toList());
    }

    private OpticalReading own() {
        return Optics.transceiver(new OpticalReading(
                rx(),
                tx(),
                Optics.first(List.of(
                        Optics.measured(unicom, "Temperature", Optics::celsius256),
                        Optics.measured(gpon, "TransceiverTemperature", Optics::celsius))),
                Optics.first(List.of(
                        Optics.measured(unicom, "Vcc", Optics::hundredMicrovolts),
                        Optics.measured(gpon, "SupplyVoltage", Optics::millivolts))),
                Optics.first(List.of(
                        Optics.measured(unicom, "TXBias", Optics::twoMicroamperes),
                        Optics.measured(gpon, "BiasCurrent", Optics::milliamperes)))));
    }

    private Optional<Measured<OpticalPower>> rx() {
        return Optics.first(List.of(
                Optics.measured(unicom, "RXPower", Optics::rxTenthMicrowatts),
                Optics.measured(gpon, "RXPower", Optics::rxDbmOrCenti),
                Optics.measured(spelled, "RXPower", Optics::rxDbmOrCenti),
                Optics.measured(newer, "RXPower", Optics::rxDbm),
                Optics.measured(debug, "RxPower", Optics::rxDbm),
                Optics.unknown(info, "RxPower")));
    }

    private Optional<Measured<OpticalPower>> tx() {
        return Optics.first(List.of(
                Optics.measured(unicom, "TXPower", Optics::txTenthMicrowatts),
                Optics.measured(gpon, "TXPower", Optics::txDbmOrCenti),
                Optics.measured(debug, "TxPower", Optics::txDbm)));
    }
}
