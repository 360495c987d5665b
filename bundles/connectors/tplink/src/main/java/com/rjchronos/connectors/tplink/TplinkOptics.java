package com.rjchronos.connectors.tplink;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.reading.OpticalReading;
import com.rjchronos.spi.standard.Branch;
import com.rjchronos.spi.standard.Optics;
import java.util.List;
import java.util.Optional;

/**
 * The registers of the transceiver in which TP-Link's firmwares report it: 0.1 µW, 1/256 °C, 2 µA, and mV. TR-181's own power
 * levels stand beside them and are 0 where firmwares do not fill them.
 */
final class TplinkOptics {
    static final String GPON = "Device.Optical.Interface.1.X_TP_GPON_Config";

    private final Branch gpon;

    private TplinkOptics(DeviceDocument document) {
        gpon = Branch.of(document, GPON);
    }

    static TplinkOptics of(DeviceDocument document) {
        return new TplinkOptics(document);
    }

    /** Whether the device has the object, and so a PON interface. */
    boolean isPresent() {
        return gpon.has("RXPower");
    }

    /**
     * The registers, and the standard's power where they hold no measurement.
     *
     * @param standard what TR-181's own parameters say
     */
    OpticalReading reading(OpticalReading standard) {
        return Optics.transceiver(new OpticalReading(
                Optics.first(List.of(Optics.measured(gpon, "RXPower", Optics::rxTenthMicrowatts), standard.rx())),
                Optics.first(List.of(Optics.measured(gpon, "TXPower", Optics::txTenthMicrowatts), standard.tx())),
                Optics.measured(gpon, "TransceiverTemperature", Optics::celsius256),
                Optics.measured(gpon, "SupplyVottage", TplinkOptics::volts), // sic
                Optics.measured(gpon, "BiasCurrent", Optics::twoMicroamperes)));
    }

    /** mV; more than 10 V is 100 µV, which other firmwares have under the same misspelt name. */
    private static Optional<Double> volts(double raw) {
        return Optics.millivolts(raw).or(() -> Optics.hundredMicrovolts(raw));
    }
}
