package com.rjchronos.connectors.zte;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.Leaf;
import com.rjchronos.model.reading.OpticalReading;
import com.rjchronos.spi.standard.Branch;
import com.rjchronos.spi.standard.OperatorOptics;
import com.rjchronos.spi.standard.Optics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The objects in which ZTE's firmwares report the transceiver: its own, and those of Chinese operators' firmwares. */
final class ZteOptics {
    private static final String WAN = "InternetGatewayDevice.WANDevice.1.";
    private static final String ROOT = "InternetGatewayDevice.";

    /** The same path with two encodings: F670L v9, F6600, F6201B in dBm, °C, mV, mA; older F660, F670L, F680 in 0.1 µW. */
    static final String PON = WAN + "X_ZTE-COM_WANPONInterfaceConfig";

    /** Old builds for China Telecom, at the root, in dBm. */
    private static final String OLD_GPON = ROOT + "X_CT-COM_GponInterfaceConfig.Stats";

    private static final String OLD_EPON = ROOT + "X_CT-COM_EponInterfaceConfig.Stats";

    static final String READS = PON + "," + OperatorOptics.READS + "," + OLD_GPON + "," + OLD_EPON;

    /** What a refresh asks for. */
    static final List<String> OBJECTS = List.of(READS.split(","));

    /** What an object's values are in. */
    private enum Encoding {
        /** And the rest in °C, mV and mA. */
        DBM,
        /** And the rest in units that nobody has told us. */
        TENTH_MICROWATTS,
        /** A dark transceiver, or values that fit both. */
        UNKNOWN
    }

    private final Branch own;
    private final OperatorOptics operators;
    private final List<Branch> old;

    private ZteOptics(DeviceDocument document) {
        Branch root = Branch.of(document, "InternetGatewayDevice");
        Branch wan = root.at("WANDevice.1");
        own = wan.at("X_ZTE-COM_WANPONInterfaceConfig");
        operators = OperatorOptics.of(document);
        old = List.of(root.at("X_CT-COM_GponInterfaceConfig.Stats"), root.at("X_CT-COM_EponInterfaceConfig.Stats"));
    }

    static ZteOptics of(DeviceDocument document) {
        return new ZteOptics(document);
    }

    /** Whether the device has any of the objects, and so a PON interface. */
    boolean isPresent() {
        return own.has("RXPower") || operators.isPresent() || old.stream().anyMatch(object -> object.has("RxPower"));
    }

    /** The object with a measured RX, else the first that reports anything. */
    OpticalReading reading() {
        return Optics.firstLit(Stream.of(
                        Stream.of(own(own)),
                        operators.readings().stream(),
                        old.stream().map(ZteOptics::old))
                .flatMap(all -> all)
                .toList());
    }

    /** Each power by its own sign and magnitude; the units of the rest are known where powers are in dBm. */
    private static OpticalReading own(Branch object) {
        boolean dbm = encoding(object) == Encoding.DBM;
        return Optics.transceiver(new OpticalReading(
                Optics.measured(object, "RXPower", Optics::rxDbmOrTenthMicrowatts),
                Optics.measured(object, "TXPower", Optics::txDbmOrTenthMicrowatts),
                Optics.measured(object, "TransceiverTemperature", raw -> dbm ? Optics.celsius(raw) : Optional.empty()),
                Optics.measured(object, "SupplyVoltage", raw -> dbm ? Optics.millivolts(raw) : Optional.empty()),
                Optics.measured(object, "BiasCurrent", raw -> dbm ? Optics.milliamperes(raw) : Optional.empty())));
    }

    /** By sign and magnitude, as nothing else tells: a positive RX is never dBm, and no laser sends +100 dBm or 1 µW. */
    private static Encoding encoding(Branch object) {
        double rx = object.leaf("RXPower").flatMap(Leaf::number).orElse(0.0);
        double tx = object.leaf("TXPower").flatMap(Leaf::number).orElse(0.0);
        if (rx != 0) {
            return rx < 0 ? Encoding.DBM : Encoding.TENTH_MICROWATTS;
        }
        if (tx >= 100) {
            return Encoding.TENTH_MICROWATTS;
        }
        return tx != 0 && tx <= 10 ? Encoding.DBM : Encoding.UNKNOWN;
    }

    private static OpticalReading old(Branch object) {
        return OpticalReading.power(Optics.measured(object, "RxPower", Optics::rxDbm), Optional.empty());
    }
}
