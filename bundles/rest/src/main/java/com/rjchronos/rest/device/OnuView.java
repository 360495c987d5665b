package com.rjchronos.rest.device;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.rjchronos.model.device.Device;
import com.rjchronos.model.device.Device.Attachment;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.OpticalPower;
import com.rjchronos.model.reading.OpticalReading;
import com.rjchronos.model.reading.WanConnection;

/**
 * The device that ends a fibre.
 *
 * @param rxPower received, in dBm
 * @param txPower transmitted, in dBm
 * @param distance to the OLT in m; null, because no device reports it: the OLT does
 * @param temperature of the transceiver in °C
 * @param voipEnabled null until something reads it
 */
public record OnuView(
        @JsonUnwrapped DeviceView device,
        String oltId,
        String ponPort,
        Integer board,
        Integer port,
        Double rxPower,
        Double txPower,
        Integer distance,
        Double temperature,
        String customerName,
        String customerAddress,
        Integer vlan,
        Boolean voipEnabled) {

    static OnuView of(Device device) {
        Attachment attachment = device.attachment();
        OpticalReading optical = device.reading().optical();
        return new OnuView(
                DeviceView.of(device),
                attachment.oltId().map(Object::toString).orElse(null),
                attachment.ponPort().orElse(null),
                attachment.board().orElse(null),
                attachment.port().orElse(null),
                optical.rx().flatMap(Measured::value).map(OpticalPower::dbm).orElse(null),
                optical.tx().flatMap(Measured::value).map(OpticalPower::dbm).orElse(null),
                null,
                optical.celsius().flatMap(Measured::value).orElse(null),
                attachment.customerName().orElse(null),
                attachment.customerAddress().orElse(null),
                device.reading().wan().flatMap(WanConnection::vlan).orElse(null),
                null);
    }
}
