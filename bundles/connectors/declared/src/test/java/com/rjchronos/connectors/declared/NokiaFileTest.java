package com.rjchronos.connectors.declared;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Wlan.Band;
import com.rjchronos.spi.VendorConnector;
import com.rjchronos.testkit.Documents;
import com.rjchronos.testkit.PlannedSettings;
import com.rjchronos.testkit.PublishedVector;
import com.rjchronos.testkit.VendorConnectorContract;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NokiaFileTest implements VendorConnectorContract {
    private final Declaration nokia = ShippedFiles.declaration("nokia");

    @Override
    public VendorConnector connector() {
        return nokia.connector();
    }

    @Override
    public Set<String> reads() {
        return nokia.reads();
    }

    @Override
    public String samples() {
        return "samples/nokia";
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
    void readsWhatTheDevicesOwnPageShowed() {
        List<PublishedVector> vectors = PublishedVector.of("Nokia");

        assertThat(vectors).hasSize(1);
        vectors.forEach(vector -> vector.isReadBy(connector()));
    }

    @Test
    void changesANetworkWithThePasswordWhereEitherModelTakesIt() {
        String network = "InternetGatewayDevice.LANDevice.1.WLANConfiguration.5.";

        assertThat(PlannedSettings.of(
                        connector(), read("g-1426g-a-constructed"), PlannedSettings.wholeWifi(Band.GHZ_5, 36)))
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
                        network + "Channel=36");
    }

    private DeviceReading read(String sample) {
        return connector().read(Documents.resource(getClass(), "/samples/nokia/" + sample + ".json"));
    }
}
