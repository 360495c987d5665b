package com.rjchronos.connectors.huawei;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.OpticalPower;
import com.rjchronos.model.reading.OpticalReading;
import com.rjchronos.spi.standard.Branch;
import com.rjchronos.spi.standard.Optics;
import java.util.List;
import java.util.Optional;

/** The objects in which Huawei's firmwares report the transceiver, the best known first. */
final class HuaweiOptics {
    /** Sic: the firmware's spelling. dBm, or 0.01 dBm from 100 on; °C, mV, mA. */
    private static final String GPON = "InternetGatewayDevice.WANDevice.1.X_GponInterafceConfig";

    /** Spelled as one would expect; only its RX is known. */
    private static final String GPON_SPELLED = "InternetGatewayDevice.WANDevice.1.X_GponInterfaceConfig";

    /** Newer firmwares; only its RX in dBm is known. */
    private static final String HW_GPON = "InternetGatewayDevice.WANDevice.1.X_HW_GponInterfaceConfig";

    /** HG8245, HG8546, HN8145: RX and TX in dBm and nothing else. */
    static final String DEBUG = "InternetGatewayDevice.X_HW_DEBUG.AdminTR069";

    /** Seen once, without a unit: raw only. */
    private static final String INFO = "InternetGatewayDevice.X_HW_GponInfo";

    static final String READS = GPON + "," + GPON_SPELLED + "," + HW_GPON + "," + DEBUG + "," + INFO;

    /** What a refresh asks for: the objects that carry more than one value. */
    static final List<String> OBJECTS = List.of(GPON, DEBUG);

    private final Branch gpon;
    private final Branch spelled;
    private final Branch newer;
    private final Branch debug;
    private final Branch info;

    private HuaweiOptics(DeviceDocument document) {
        Branch root = Branch.of(document, "InternetGatewayDevice");
        Branch wan = root.at("WANDevice.1");
        gpon = wan.at("X_GponInterafceConfig");
        spelled = wan.at("X_GponInterfaceConfig");
        newer = wan.at("X_HW_GponInterfaceConfig");
        debug = root.at("X_HW_DEBUG.AdminTR069");
        info = root.at("X_HW_GponInfo");
    }

    static HuaweiOptics of(DeviceDocument document) {
        return new HuaweiOptics(document);
    }

    /** Whether the device has any of the objects, and so a PON interface. */
    boolean isPresent() {
        return gpon.has("RXPower")
                || spelled.has("RXPower")
                || newer.has("RXPower")
                || debug.has("RxPower")
                || info.has("RxPower");
    }

    OpticalReading reading() {
        Optional<Measured<OpticalPower>> rx = rx();
        return new OpticalReading(
                rx,
                Optics.txBeside(rx, tx()),
                Optics.measured(gpon, "TransceiverTemperature", Optics::celsius),
                Optics.measured(gpon, "SupplyVoltage", Optics::millivolts),
                Optics.measured(gpon, "BiasCurrent", Optics::milliamperes));
    }

    private Optional<Measured<OpticalPower>> rx() {
        return Optics.first(List.of(
                Optics.measured(gpon, "RXPower", Optics::rxDbmOrCenti),
                Optics.measured(spelled, "RXPower", Optics::rxDbmOrCenti),
                Optics.measured(newer, "RXPower", Optics::rxDbm),
                Optics.measured(debug, "RxPower", Optics::rxDbm),
                Optics.unknown(info, "RxPower")));
    }

    private Optional<Measured<OpticalPower>> tx() {
        return Optics.first(List.of(
                Optics.measured(gpon, "TXPower", Optics::txDbmOrCenti),
                Optics.measured(debug, "TxPower", Optics::txDbm)));
    }
}
