package com.rjchronos.spi.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.device.ParameterNode;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.WanConnection;
import com.rjchronos.model.reading.Wlan;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The objects of TR-181 that a change goes to are those that refer to each other, whatever their numbers. */
class Tr181ObjectsTest {

    @Test
    void namesTheRadioBelowAndTheAccessPointAboveANetwork() {
        Wlan network = reading().wlans().get(0);

        assertThat(network.path()).isEqualTo("Device.WiFi.SSID.3");
        assertThat(network.radio()).contains("Device.WiFi.Radio.2");
        assertThat(network.accessPoint()).contains("Device.WiFi.AccessPoint.7");
    }

    @Test
    void namesTheVlanBelowAConnection() {
        assertThat(reading().wan().flatMap(WanConnection::vlanPath))
                .contains("Device.Ethernet.VLANTermination.5.VLANID");
        assertThat(reading().wan().flatMap(WanConnection::vlan)).contains(40);
    }

    private static DeviceReading reading() {
        ParameterNode ssid = Trees.object("SSID", "casa", "LowerLayers", "Device.WiFi.Radio.2.");
        ParameterNode radio = Trees.object("OperatingFrequencyBand", "5GHz", "Channel", 36L);
        ParameterNode point = Trees.object("SSIDReference", "Device.WiFi.SSID.3");
        ParameterNode ppp = Trees.object("Username", "maria@isp", "LowerLayers", "Device.Ethernet.VLANTermination.5.");
        ParameterNode wifi = object(Map.of(
                "SSID", object(Map.of("3", ssid)),
                "Radio", object(Map.of("2", radio)),
                "AccessPoint", object(Map.of("7", point))));
        ParameterNode vlans = object(Map.of("5", Trees.object("VLANID", 40L)));
        ParameterNode root = object(Map.of(
                "WiFi", wifi,
                "PPP", object(Map.of("Interface", object(Map.of("1", ppp)))),
                "Ethernet", object(Map.of("VLANTermination", vlans))));
        return StandardReading.of(Trees.document(object(Map.of("Device", root))), WanDialect.STANDARD);
    }

    private static ParameterNode object(Map<String, ParameterNode> children) {
        return new ParameterNode(null, children);
    }
}
