package com.rjchronos.rest.device;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.rjchronos.model.device.Device;
import com.rjchronos.model.reading.CustomerNetwork;
import com.rjchronos.model.reading.DeviceReading;
import java.util.List;

/**
 * A device with all that its connector read of it, as no list shows it; null is what was never measured or said. No password is among it,
 * for none is read.
 *
 * @param optical the transceiver
 * @param wans the subscriber's own first
 * @param hostsTotal how many it knows in the customer's network, also those that {@code hosts} leaves out
 * @param hosts at most 64, those that are there first
 */
public record DeviceDetailView(
        @JsonUnwrapped DeviceView device,
        OpticalView optical,
        List<WanView> wans,
        List<WlanView> wlans,
        Integer hostsTotal,
        List<HostView> hosts) {

    static DeviceDetailView of(Device device) {
        DeviceReading reading = device.reading();
        CustomerNetwork network = reading.network();
        return new DeviceDetailView(
                DeviceView.of(device),
                OpticalView.of(reading.optical()),
                reading.wans().stream().map(WanView::of).toList(),
                reading.wlans().stream()
                        .map(wlan -> WlanView.of(wlan, network.stations()))
                        .toList(),
                reading.hosts().orElse(null),
                network.hosts().stream().map(HostView::of).toList());
    }
}
