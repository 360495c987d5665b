package com.rjchronos.connectors.tplink;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.intent.AcsCall;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.DeviceIntent.Concern;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.spi.VendorConnector;
import com.rjchronos.testkit.Documents;
import com.rjchronos.testkit.VendorConnectorContract;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TplinkConnectorTest implements VendorConnectorContract {
    @Override
    public VendorConnector connector() {
        return new TplinkConnector();
    }

    @Test
    void refreshesEveryObjectItReads() {
        assertThat(refreshed(Concern.OPTICAL))
                .containsExactly("Device.Optical")
                .allMatch(TplinkOptics.GPON::startsWith);
        assertThat(refreshed(Concern.WIFI))
                .containsExactly("InternetGatewayDevice.LANDevice.1.WLANConfiguration", "Device.WiFi");
        assertThat(refreshed(Concern.WAN))
                .contains("InternetGatewayDevice.WANDevice.1.WANConnectionDevice", "Device.Ethernet.VLANTermination");
    }

    private List<String> refreshed(Concern concern) {
        DeviceIdentity device = new DeviceIdentity(
                Documents.ACS, "x", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        Plan plan = connector().plan(DeviceReading.of(device), new DeviceIntent.Refresh(concern));
        return ((Plan.Calls) plan)
                .calls().stream()
                        .map(call -> ((AcsCall.Refresh) call).objectPath())
                        .toList();
    }
}
