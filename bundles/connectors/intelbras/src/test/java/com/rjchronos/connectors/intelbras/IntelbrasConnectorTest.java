package com.rjchronos.connectors.intelbras;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.intent.AcsCall;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.DeviceIntent.Concern;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Wlan.Band;
import com.rjchronos.model.reading.Wlan.Security;
import com.rjchronos.spi.VendorConnector;
import com.rjchronos.testkit.Documents;
import com.rjchronos.testkit.PlannedSettings;
import com.rjchronos.testkit.VendorConnectorContract;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IntelbrasConnectorTest implements VendorConnectorContract {
    @Override
    public VendorConnector connector() {
        return new IntelbrasConnector();
    }

    @Test
    void refreshesEveryObjectItReads() {
        assertThat(refreshed(Concern.OPTICAL))
                .contains(IntelbrasOptics.READS.split(","))
                .contains("Device.Optical");
        assertThat(refreshed(Concern.WIFI))
                .containsExactly("InternetGatewayDevice.LANDevice.1.WLANConfiguration", "Device.WiFi");
        assertThat(refreshed(Concern.WAN))
                .contains("InternetGatewayDevice.WANDevice.1.WANConnectionDevice", "Device.Ethernet.VLANTermination");
    }

    @Test
    void changesANetworkInTheWordsOfItsFirmwares() {
        String network = "InternetGatewayDevice.LANDevice.1.WLANConfiguration.6.";

        assertThat(PlannedSettings.of(
                        connector(), read("wifiber-ax1800-constructed"), PlannedSettings.wholeWifi(Band.GHZ_2_4, 6)))
                .as("2.4 GHz is the sixth")
                .containsExactly(
                        network + "Enable=true",
                        network + "SSID=Casa",
                        network + "SSIDAdvertisementEnabled=false",
                        network + "BeaconType=11i",
                        network + "IEEE11iEncryptionModes=AESEncryption",
                        network + "IEEE11iAuthenticationMode=PSKAuthentication",
                        network + "KeyPassphrase=12345678",
                        network + "AutoChannelEnable=false",
                        network + "Channel=6");
    }

    @Test
    void changesANetworkOfItsTr181RoutersByTheObjectsThatReferToIt() {
        assertThat(PlannedSettings.of(
                        connector(),
                        read("gx3000-tr181-constructed"),
                        PlannedSettings.protection(Band.GHZ_5, Security.WPA3)))
                .containsExactly(
                        "Device.WiFi.AccessPoint.2.Security.ModeEnabled=WPA3-Personal",
                        "Device.WiFi.AccessPoint.2.Security.KeyPassphrase=12345678");
    }

    @Test
    void guessesNoWordThatWasNotPublished() {
        assertThat(connector()
                        .plan(
                                read("wifiber-ax1800-constructed"),
                                PlannedSettings.protection(Band.GHZ_5, Security.WPA3)))
                .isEqualTo(Plan.unsupported("It is not known how its firmware spells WPA3."));
    }

    @Test
    void setsTheVlanOfTheConnectionAndItsSwitch() {
        String ppp = "InternetGatewayDevice.WANDevice.1.WANConnectionDevice.3.WANPPPConnection.1.";

        assertThat(PlannedSettings.of(
                        connector(), read("wifiber-ax1800-constructed"), new DeviceIntent.ChangeVlan(300)))
                .containsExactly(ppp + "X_ITBS_VlanMuxID=300", ppp + "X_ITBS_VlanEnable=true");
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
