package com.rjchronos.connectors.fiberhome;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.intent.AcsCall;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.DeviceIntent.Concern;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Wlan.Band;
import com.rjchronos.spi.VendorConnector;
import com.rjchronos.testkit.Documents;
import com.rjchronos.testkit.PlannedSettings;
import com.rjchronos.testkit.PublishedVector;
import com.rjchronos.testkit.VendorConnectorContract;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FiberhomeConnectorTest implements VendorConnectorContract {
    @Override
    public VendorConnector connector() {
        return new FiberhomeConnector();
    }

    /** Firmwares for Chinese operators carry these objects, whoever made the device. */
    @Test
    void readsOperatorsObjectsToo() {
        List<PublishedVector> vectors = PublishedVector.of("").stream()
                .filter(vector -> vector.object().matches(".*WANDevice.*[.]X_(CT-COM|CMCC|CU)_.*"))
                .toList();

        assertThat(vectors).hasSize(6);
        vectors.forEach(vector -> vector.isReadBy(connector()));
    }

    @Test
    void refreshesEveryObjectItReads() {
        assertThat(refreshed(Concern.OPTICAL))
                .contains(FiberhomeOptics.READS.split(","))
                .contains("Device.Optical");
        assertThat(refreshed(Concern.WIFI))
                .containsExactly("InternetGatewayDevice.LANDevice.1.WLANConfiguration", "Device.WiFi");
        assertThat(refreshed(Concern.WAN))
                .contains("InternetGatewayDevice.WANDevice.1.WANConnectionDevice", "Device.Ethernet.VLANTermination");
    }

    /** The name is hidden by true; the password goes to where either family takes it. */
    @Test
    void changesANetworkInTheWordsOfItsFirmwares() {
        String network = "InternetGatewayDevice.LANDevice.1.WLANConfiguration.5.";

        assertThat(PlannedSettings.of(
                        connector(), read("hg6145f-constructed"), PlannedSettings.wholeWifi(Band.GHZ_5, 36)))
                .containsExactly(
                        network + "Enable=true",
                        network + "SSID=Casa",
                        network + "SSIDAdvertisementEnabled=true",
                        network + "BeaconType=11i",
                        network + "IEEE11iEncryptionModes=AESEncryption",
                        network + "IEEE11iAuthenticationMode=PSKAuthentication",
                        network + "PreSharedKey.1.KeyPassphrase=12345678",
                        network + "KeyPassphrase=12345678",
                        network + "AutoChannelEnable=false",
                        network + "Channel=36");
    }

    @Test
    void findsTheNetworkOfABandWhereverItIs() {
        assertThat(PlannedSettings.of(connector(), read("an5506"), PlannedSettings.wholeWifi(Band.GHZ_5, 149)))
                .contains("InternetGatewayDevice.LANDevice.1.WLANConfiguration.2.SSID=Casa");
    }

    @Test
    void setsTheVlanOfTheLinkThatTheConnectionRunsOver() {
        DeviceIntent change = new DeviceIntent.ChangeVlan(300);
        String vlan = "InternetGatewayDevice.WANDevice.1.WANConnectionDevice.2.X_FH_WANGponLinkConfig.VLANID=300";

        assertThat(PlannedSettings.of(connector(), read("hg6145f-constructed"), change))
                .containsExactly(vlan);
        assertThat(PlannedSettings.of(connector(), read("hg6145f-no-light-constructed"), change))
                .as("untagged until now")
                .containsExactly(vlan);
        assertThat(connector().plan(read("an5506"), change)).isInstanceOf(Plan.Unsupported.class);
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
