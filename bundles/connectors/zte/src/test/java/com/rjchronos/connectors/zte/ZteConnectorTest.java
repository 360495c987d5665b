package com.rjchronos.connectors.zte;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.intent.AcsCall;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.DeviceIntent.Concern;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.intent.WifiChange;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Wlan.Band;
import com.rjchronos.model.reading.Wlan.Security;
import com.rjchronos.model.secret.Secret;
import com.rjchronos.spi.VendorConnector;
import com.rjchronos.testkit.Documents;
import com.rjchronos.testkit.PublishedVector;
import com.rjchronos.testkit.VendorConnectorContract;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ZteConnectorTest implements VendorConnectorContract {
    @Override
    public VendorConnector connector() {
        return new ZteConnector();
    }

    @TestFactory
    List<DynamicTest> readsWhatTheDevicesOwnPageShowed() {
        List<PublishedVector> vectors = PublishedVector.of("ZTE");
        assertThat(vectors).hasSize(5);
        return vectors.stream()
                .map(vector -> DynamicTest.dynamicTest(
                        vector.vendor() + " " + vector.object(), () -> vector.isReadBy(connector())))
                .toList();
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
                .contains(ZteOptics.READS.split(","))
                .contains("Device.Optical");
        assertThat(refreshed(Concern.WIFI))
                .containsExactly("InternetGatewayDevice.LANDevice.1.WLANConfiguration", "Device.WiFi");
        assertThat(refreshed(Concern.WAN))
                .contains("InternetGatewayDevice.WANDevice.1.WANConnectionDevice", "Device.Ethernet.VLANTermination");
    }

    @Test
    void setsPasswordsAndVlansWhereItsFirmwaresHaveThem() {
        DeviceReading device =
                connector().read(Documents.resource(getClass(), "/samples/f670l-v9-dbm-constructed.json"));
        String ppp = "InternetGatewayDevice.WANDevice.1.WANConnectionDevice.1.WANPPPConnection.1.";
        String network = "InternetGatewayDevice.LANDevice.1.WLANConfiguration.5.";

        assertThat(set(device, new DeviceIntent.ChangeWifi(protection(Security.WPA3))))
                .containsExactly(
                        network + "BeaconType=WPA3",
                        network + "KeyPassphrase=****",
                        network + "PreSharedKey.1.KeyPassphrase=****");
        assertThat(set(device, new DeviceIntent.ChangeVlan(300)))
                .containsExactly(ppp + "X_ZTE-COM_VLANID=300", ppp + "X_ZTE-COM_VLANEnable=true");
    }

    private static WifiChange protection(Security security) {
        return new WifiChange(
                Band.GHZ_5,
                Optional.empty(),
                Optional.of(Secret.of("12345678")),
                Optional.of(security),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private List<String> set(DeviceReading device, DeviceIntent intent) {
        Plan plan = connector().plan(device, intent);
        AcsCall.Set set = (AcsCall.Set) ((Plan.Calls) plan).calls().get(0);
        return set.settings().stream()
                .map(setting -> setting.path() + "=" + setting.value())
                .toList();
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
