package com.rjchronos.connectors.generic;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Wlan.Band;
import com.rjchronos.spi.VendorConnector;
import com.rjchronos.testkit.Documents;
import com.rjchronos.testkit.PlannedSettings;
import com.rjchronos.testkit.VendorConnectorContract;
import org.junit.jupiter.api.Test;

class GenericConnectorTest implements VendorConnectorContract {
    @Override
    public VendorConnector connector() {
        return new GenericConnector();
    }

    @Test
    void changesANetworkOfTr098InTheStandardsWords() {
        String network = "InternetGatewayDevice.LANDevice.1.WLANConfiguration.6.";

        assertThat(PlannedSettings.of(
                        connector(), read("router-tr098-constructed"), PlannedSettings.wholeWifi(Band.GHZ_2_4, 6)))
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
                        network + "Channel=6");
    }

    @Test
    void changesANetworkOfTr181ByTheObjectsThatReferToIt() {
        assertThat(PlannedSettings.of(
                        connector(), read("acme-ax2000-tr181"), PlannedSettings.wholeWifi(Band.GHZ_5, 36)))
                .containsExactly(
                        "Device.WiFi.SSID.2.Enable=true",
                        "Device.WiFi.SSID.2.SSID=Casa",
                        "Device.WiFi.AccessPoint.2.Enable=true",
                        "Device.WiFi.AccessPoint.2.SSIDAdvertisementEnabled=false",
                        "Device.WiFi.AccessPoint.2.Security.ModeEnabled=WPA2-Personal",
                        "Device.WiFi.AccessPoint.2.Security.KeyPassphrase=12345678",
                        "Device.WiFi.Radio.2.AutoChannelEnable=false",
                        "Device.WiFi.Radio.2.Channel=36");
    }

    private DeviceReading read(String sample) {
        return connector().read(Documents.resource(getClass(), "/samples/" + sample + ".json"));
    }
}
