package com.rjchronos.connectors.declared;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.Wlan.Band;
import com.rjchronos.spi.VendorConnector;
import com.rjchronos.testkit.Documents;
import com.rjchronos.testkit.PlannedSettings;
import com.rjchronos.testkit.PublishedVector;
import com.rjchronos.testkit.VendorConnectorContract;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CtcomFileTest implements VendorConnectorContract {
    private final Declaration ctcom = ShippedFiles.declaration("ctcom");

    @Override
    public VendorConnector connector() {
        return ctcom.connector();
    }

    @Override
    public Set<String> reads() {
        return ctcom.reads();
    }

    @Override
    public String samples() {
        return "samples/ctcom";
    }

    /** Whoever's device it was: the object and its encoding are the firmware's. */
    @TestFactory
    List<DynamicTest> readsWhatTheDevicesOwnPageShowed() {
        List<PublishedVector> vectors = PublishedVector.of("").stream()
                .filter(vector -> vector.object().matches(".*[.]X_(CT-COM|CMCC|CU)_.*"))
                .toList();
        assertThat(vectors).hasSize(6);
        return vectors.stream()
                .map(vector -> DynamicTest.dynamicTest(
                        vector.vendor() + " " + vector.object(), () -> vector.isReadBy(connector())))
                .toList();
    }

    @Test
    void changesANetworkInTheWordsOfTheFirmware() {
        String network = "InternetGatewayDevice.LANDevice.1.WLANConfiguration.5.";

        assertThat(PlannedSettings.of(
                        connector(), read("vsol-ct-com-gpon-constructed"), PlannedSettings.wholeWifi(Band.GHZ_2_4, 6)))
                .as("2.4 GHz is the fifth")
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

    /** A live source says 0.01 °C of VSOL's, all others 1/256 °C. */
    @Test
    void readsATemperatureOfChinaTelecomsInEitherUnit() {
        assertThat(celsius(2_400)).contains(24.0);
        assertThat(celsius(11_876)).contains(46.391);
    }

    private Optional<Double> celsius(int raw) {
        return connector()
                .read(Documents.parse(
                        """
                {"InternetGatewayDevice":{"WANDevice":{"1":{"X_CT-COM_GponInterfaceConfig":{
                  "TransceiverTemperature":{"_value":%d}}}}}}
                """
                                .formatted(raw)))
                .optical()
                .celsius()
                .flatMap(Measured::value);
    }

    @Test
    void setsTheVlanWhereItWasRead() {
        DeviceIntent change = new DeviceIntent.ChangeVlan(300);
        String device = "InternetGatewayDevice.WANDevice.1.WANConnectionDevice.1.";

        assertThat(PlannedSettings.of(connector(), read("datacom-cmcc-epon-constructed"), change))
                .containsExactly(device + "WANPPPConnection.1.X_CT-COM_VLANIDMark=300");
        assertThat(PlannedSettings.of(connector(), read("vsol-ct-com-gpon-constructed"), change))
                .containsExactly(device + "X_CT-COM_WANGponLinkConfig.VLANIDMark=300");
    }

    private DeviceReading read(String sample) {
        return connector().read(Documents.resource(getClass(), "/samples/ctcom/" + sample + ".json"));
    }
}
