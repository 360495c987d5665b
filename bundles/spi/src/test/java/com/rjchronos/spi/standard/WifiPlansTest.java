package com.rjchronos.spi.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.intent.WifiChange;
import com.rjchronos.model.intent.WifiChange.Channel;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Wlan;
import com.rjchronos.model.reading.Wlan.Band;
import com.rjchronos.model.reading.Wlan.Security;
import com.rjchronos.model.secret.Secret;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WifiPlansTest {
    private static final String W1 = "InternetGatewayDevice.LANDevice.1.WLANConfiguration.1.";
    private static final String W6 = "InternetGatewayDevice.LANDevice.1.WLANConfiguration.6.";
    private static final WifiChange NAME = change("casa", null, null, null, null, null);

    /** A family that numbers its bands the other way round, with a guest network behind. */
    private static final DeviceReading TR098 = Plans.DEVICE.wlans(List.of(
            Plans.tr098(1, Band.GHZ_5, Security.WPA2),
            Plans.tr098(2, null, null),
            Plans.tr098(6, Band.GHZ_2_4, Security.WPA2),
            Plans.tr098(7, Band.GHZ_2_4, Security.OPEN)));

    private static final DeviceReading TR181 = Plans.DEVICE.wlans(List.of(
            Plans.tr181(1, Band.GHZ_2_4, "Device.WiFi.Radio.1", "Device.WiFi.AccessPoint.4"),
            Plans.tr181(3, Band.GHZ_5, "Device.WiFi.Radio.2", "Device.WiFi.AccessPoint.7")));

    @Test
    void findsTheNetworkByItsBandAndNeverByAnIndex() {
        assertThat(set(TR098, NAME, WifiDialect.STANDARD)).containsExactly(W6 + "SSID=casa");
        assertThat(set(TR098, NAME.of(Band.GHZ_5), WifiDialect.STANDARD)).containsExactly(W1 + "SSID=casa");
    }

    @Test
    void namesTheBandsThereAreWhereTheWantedOneIsNot() {
        assertThat(refusal(TR098, NAME.of(Band.GHZ_6), WifiDialect.STANDARD))
                .isEqualTo("It has no Wi-Fi network of 6GHz among those that are read (1, 2, 5, 6);"
                        + " there are networks of 2.4GHz, 5GHz.");
        assertThat(refusal(Plans.DEVICE, NAME, WifiDialect.STANDARD))
                .isEqualTo("It has no Wi-Fi network of 2.4GHz among those that are read; no band of any is known.");
        assertThat(refusal(
                        Plans.DEVICE.wlans(List.of(Plans.tr181(1, Band.GHZ_5, null, null))),
                        NAME,
                        WifiDialect.STANDARD))
                .startsWith("It has no Wi-Fi network of 2.4GHz among those that are read (1 to 4);");
    }

    @Test
    void changesAllOfATr098NetworkInOneSet() {
        WifiChange all = change("casa", "12345678", Security.WPA2, Channel.of(11), true, true);

        assertThat(set(TR098, all, WifiDialect.STANDARD))
                .containsExactly(
                        W6 + "Enable=true",
                        W6 + "SSID=casa",
                        W6 + "SSIDAdvertisementEnabled=false",
                        W6 + "BeaconType=11i",
                        W6 + "IEEE11iEncryptionModes=AESEncryption",
                        W6 + "IEEE11iAuthenticationMode=PSKAuthentication",
                        W6 + "KeyPassphrase=secret:12345678",
                        W6 + "PreSharedKey.1.KeyPassphrase=secret:12345678",
                        W6 + "AutoChannelEnable=false",
                        W6 + "Channel=11");
    }

    @Test
    void changesAllOfATr181NetworkInOneSetOfItsThreeObjects() {
        WifiChange all = change("casa", "12345678", Security.WPA3, Channel.of(36), false, true);

        assertThat(set(TR181, all.of(Band.GHZ_5), WifiDialect.STANDARD))
                .containsExactly(
                        "Device.WiFi.SSID.3.Enable=false",
                        "Device.WiFi.SSID.3.SSID=casa",
                        "Device.WiFi.AccessPoint.7.Enable=false",
                        "Device.WiFi.AccessPoint.7.SSIDAdvertisementEnabled=false",
                        "Device.WiFi.AccessPoint.7.Security.ModeEnabled=WPA3-Personal",
                        "Device.WiFi.AccessPoint.7.Security.KeyPassphrase=secret:12345678",
                        "Device.WiFi.Radio.2.AutoChannelEnable=false",
                        "Device.WiFi.Radio.2.Channel=36");
    }

    @Test
    void leavesTheChannelToTheDevice() {
        WifiChange auto = change(null, null, null, Channel.AUTO, null, null);

        assertThat(set(TR098, auto, WifiDialect.STANDARD)).containsExactly(W6 + "AutoChannelEnable=true");
        assertThat(set(TR181, auto, WifiDialect.STANDARD))
                .containsExactly("Device.WiFi.Radio.1.AutoChannelEnable=true");
    }

    @Test
    void sendsWithAProtectionWhatItsBeaconPromises() {
        assertThat(set(TR098, change(null, null, Security.OPEN, null, null, null), WifiDialect.STANDARD))
                .containsExactly(
                        W6 + "BeaconType=Basic", W6 + "BasicEncryptionModes=None", W6 + "BasicAuthenticationMode=None");
        assertThat(set(TR098, change(null, null, Security.WPA, null, null, null), WifiDialect.STANDARD))
                .containsExactly(
                        W6 + "BeaconType=WPA",
                        W6 + "WPAEncryptionModes=TKIPandAESEncryption",
                        W6 + "WPAAuthenticationMode=PSKAuthentication");
    }

    @Test
    void speaksADialectsOwnWords() {
        WifiDialect dialect = WifiDialect.STANDARD
                .passwordIn("PreSharedKey.1.PreSharedKey")
                .beacon(Security.WPA3, "WPA3")
                .beacon(Security.OPEN, "None")
                .invertedAdvertisement();

        assertThat(set(TR098, change(null, "12345678", Security.WPA3, null, null, true), dialect))
                .containsExactly(
                        W6 + "SSIDAdvertisementEnabled=true",
                        W6 + "BeaconType=WPA3",
                        W6 + "PreSharedKey.1.PreSharedKey=secret:12345678");
        assertThat(set(TR098, change(null, null, Security.OPEN, null, null, null), dialect))
                .contains(W6 + "BeaconType=None");
    }

    @Test
    void asksForThePasswordWhereANewNameTakesEffectOnlyWithIt() {
        WifiDialect dialect = WifiDialect.STANDARD.ssidNeedsPassword();

        assertThat(refusal(TR098, NAME, dialect)).contains("only with the password");
        assertThat(set(TR098, change("casa", "12345678", null, null, null, null), dialect))
                .contains(W6 + "SSID=casa", W6 + "KeyPassphrase=secret:12345678");
        assertThat(set(TR098, change("casa", null, Security.OPEN, null, null, null), dialect))
                .contains(W6 + "SSID=casa");
    }

    @Test
    void neitherProtectsAnOpenNetworkWithoutAPasswordNorGivesItOneInVain() {
        DeviceReading open = Plans.DEVICE.wlans(List.of(Plans.tr098(1, Band.GHZ_2_4, Security.OPEN)));

        assertThat(refusal(open, change(null, null, Security.WPA2, null, null, null), WifiDialect.STANDARD))
                .contains("must be given with the protection");
        assertThat(refusal(open, change(null, "12345678", null, null, null, null), WifiDialect.STANDARD))
                .contains("the protection must be given");
        assertThat(set(open, change(null, "12345678", Security.WPA2, null, null, null), WifiDialect.STANDARD))
                .contains(W1 + "BeaconType=11i", W1 + "KeyPassphrase=secret:12345678");
    }

    @Test
    void saysWhyAProtectionCannotBeSet() {
        assertThat(refusal(TR098, change(null, null, Security.WEP, null, null, null), WifiDialect.STANDARD))
                .contains("WEP");
        assertThat(refusal(TR098, change(null, null, Security.WPA3, null, null, null), WifiDialect.STANDARD))
                .isEqualTo("It is not known how its firmware spells WPA3.");
    }

    @ParameterizedTest
    @CsvSource({"GHZ_2_4, 36, true", "GHZ_2_4, 14, false", "GHZ_5, 6, true", "GHZ_5, 149, false"})
    void knowsWhichChannelsAreOfABand(Band band, int channel, boolean refused) {
        Plan plan = plan(
                TR098, change(null, null, null, Channel.of(channel), null, null).of(band), WifiDialect.STANDARD);

        assertThat(plan instanceof Plan.Unsupported).isEqualTo(refused);
    }

    @Test
    void saysWhichObjectOfATr181NetworkIsNotKnown() {
        Wlan alone = Plans.tr181(1, Band.GHZ_2_4, null, null);
        DeviceReading device = Plans.DEVICE.wlans(List.of(alone));

        assertThat(set(device, NAME, WifiDialect.STANDARD)).containsExactly("Device.WiFi.SSID.1.SSID=casa");
        for (WifiChange change : List.of(
                change(null, "12345678", null, null, null, null),
                change(null, null, Security.WPA2, null, null, null),
                change(null, null, null, null, null, true))) {
            assertThat(refusal(device, change, WifiDialect.STANDARD)).contains("access point");
        }
        assertThat(refusal(device, change(null, null, null, Channel.AUTO, null, null), WifiDialect.STANDARD))
                .contains("radio");
    }

    private static List<String> set(DeviceReading device, WifiChange change, WifiDialect dialect) {
        return Plans.settings(plan(device, change, dialect));
    }

    private static String refusal(DeviceReading device, WifiChange change, WifiDialect dialect) {
        return Plans.reason(plan(device, change, dialect));
    }

    private static Plan plan(DeviceReading device, WifiChange change, WifiDialect dialect) {
        return Plans.plan(device, new DeviceIntent.ChangeWifi(change), WanDialect.STANDARD, dialect);
    }

    /** Of the network at 2.4 GHz; what is null stays. */
    private static WifiChange change(
            String ssid, String password, Security security, Channel channel, Boolean enabled, Boolean hidden) {
        return new WifiChange(
                Band.GHZ_2_4,
                Optional.ofNullable(ssid),
                Optional.ofNullable(password).map(Secret::of),
                Optional.ofNullable(security),
                Optional.ofNullable(channel),
                Optional.ofNullable(enabled),
                Optional.ofNullable(hidden));
    }
}
