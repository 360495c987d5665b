package com.rjchronos.rest.device;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.rjchronos.model.device.Device;

/**
 * A router.
 *
 * @param signalStrength mean signal of its Wi-Fi clients in dBm
 */
public record CpeView(
        @JsonUnwrapped DeviceView device,
        Boolean wifiEnabled,
        String wifiSsid,
        Double signalStrength,
        String customerName) {

    static CpeView of(Device device) {
        return new CpeView(
                DeviceView.of(device),
                device.reading().wifiEnabled().orElse(null),
                device.reading().wifiSsid().orElse(null),
                device.reading().wifiSignalDbm().orElse(null),
                device.attachment().customerName().orElse(null));
    }
}
