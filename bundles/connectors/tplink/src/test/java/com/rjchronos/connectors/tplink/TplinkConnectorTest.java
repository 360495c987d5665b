package com.rjchronos.connectors.tplink;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.intent.AcsCall;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.DeviceIntent.Concern;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Traffic;
import com.rjchronos.model.reading.Wlan.Band;
import com.rjchronos.spi.VendorConnector;
import com.rjchronos.testkit.Documents;
import com.rjchronos.testkit.PlannedSettings;
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
    void turnsTheCountersOfTheIpInterfaceRoundWhereTheModelHasThemSo() {
        String ppp = "\"PPP\":{\"Interface\":{\"1\":{\"Username\":{\"_value\":\"a\"}%s}}},";

        assertThat(bytes("XC220-G3v", "")).containsExactly(7L, 900L);
        assertThat(bytes("XX230v", ppp.formatted(""))).as("over PPP").containsExactly(7L, 900L);
        assertThat(bytes(
                        "XX230v",
                        ppp.formatted(",\"Stats\":{\"BytesReceived\":{\"_value\":5},\"BytesSent\":{\"_value\":6}}")))
                .as("its own")
                .containsExactly(5L, 6L);
        assertThat(bytes("HC220-G5", "")).containsExactly(900L, 7L);
    }

    /** Received and sent of the subscriber's connection. */
    private List<Long> bytes(String model, String ppp) {
        DeviceReading reading = connector()
                .read(Documents.parse(
                        """
                {"Device":{"DeviceInfo":{"ModelName":{"_value":"%s"}},%s"IP":{"Interface":{"2":{
                  "Status":{"_value":"Up"},"LowerLayers":{"_value":"Device.PPP.Interface.1."},
                  "IPv4Address":{"1":{"AddressingType":{"_value":"%s"},"IPAddress":{"_value":"177.1.2.3"}}},
                  "Stats":{"BytesReceived":{"_value":900},"BytesSent":{"_value":7}}}}}}}
                """
                                .formatted(model, ppp, ppp.isEmpty() ? "DHCP" : "IPCP")));
        Traffic traffic = reading.wan().orElseThrow().traffic();
        return List.of(
                traffic.bytesReceived().orElseThrow(), traffic.bytesSent().orElseThrow());
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

    @Test
    void changesANetworkByTheObjectsThatReferToIt() {
        assertThat(PlannedSettings.of(
                        connector(), read("xc220-g3v-constructed"), PlannedSettings.wholeWifi(Band.GHZ_5, 36)))
                .containsExactly(
                        "Device.WiFi.SSID.3.Enable=true",
                        "Device.WiFi.SSID.3.SSID=Casa",
                        "Device.WiFi.AccessPoint.3.Enable=true",
                        "Device.WiFi.AccessPoint.3.SSIDAdvertisementEnabled=false",
                        "Device.WiFi.AccessPoint.3.Security.ModeEnabled=WPA2-Personal",
                        "Device.WiFi.AccessPoint.3.Security.KeyPassphrase=12345678",
                        "Device.WiFi.Radio.2.AutoChannelEnable=false",
                        "Device.WiFi.Radio.2.Channel=36");
    }

    @Test
    void changesANetworkOfItsRoutersInTheStandardsWords() {
        String network = "InternetGatewayDevice.LANDevice.1.WLANConfiguration.2.";

        assertThat(PlannedSettings.of(
                        connector(), read("archer-c5-constructed"), PlannedSettings.wholeWifi(Band.GHZ_5, 149)))
                .containsExactly(
                        network + "Enable=true",
                        network + "SSID=Casa",
                        network + "SSIDAdvertisementEnabled=false",
                        network + "BeaconType=11i",
                        network + "IEEE11iEncryptionModes=AESEncryption",
                        network + "IEEE11iAuthenticationMode=PSKAuthentication",
                        network + "KeyPassphrase=12345678",
                        network + "PreSharedKey.1.KeyPassphrase=12345678",
                        network + "AutoChannelEnable=false",
                        network + "Channel=149");
    }

    @Test
    void setsTheVlanBelowTheConnection() {
        assertThat(PlannedSettings.of(connector(), read("xc220-g3v-constructed"), new DeviceIntent.ChangeVlan(300)))
                .containsExactly("Device.Ethernet.VLANTermination.1.VLANID=300");
    }

    private DeviceReading read(String sample) {
        return connector().read(Documents.resource(getClass(), "/samples/" + sample + ".json"));
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
