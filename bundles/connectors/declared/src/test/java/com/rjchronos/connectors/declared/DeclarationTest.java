package com.rjchronos.connectors.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.model.device.DeviceKind;
import com.rjchronos.model.intent.AcsCall;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.DeviceIntent.Concern;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.intent.WifiChange;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.OpticalPower;
import com.rjchronos.model.reading.Wlan.Band;
import com.rjchronos.model.reading.Wlan.Security;
import com.rjchronos.testkit.Documents;
import com.rjchronos.testkit.PlannedSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeclarationTest {
    private static final String WLAN = "InternetGatewayDevice.LANDevice.1.WLANConfiguration.";
    private static final String HEAD =
            """
            name: acme
            version: 1.2.0
            speaks: {oui: 001122}
            """;

    @Test
    void becomesTheServicePropertiesThatTheDeskReads() {
        Map<String, Object> properties =
                of("""
                        name: acme
                        version: 1.2.0
                        speaks:
                          oui: [001122, A0B1C2]
                          manufacturer: Acme.*
                          product_class: [AX-1.*]
                          model: AX-1000
                          serial_prefix: ACME
                          has_object: Device.X_ACME
                          except_manufacturer: Acme Legacy
                        """)
                        .properties();

        assertThat(properties).containsEntry("chronos.connector", "acme").containsEntry("chronos.version", "1.2.0");
        assertThat((String[]) properties.get("chronos.speaks.oui")).containsExactly("001122", "A0B1C2");
        assertThat((String[]) properties.get("chronos.speaks.manufacturer")).containsExactly("Acme.*");
        assertThat((String[]) properties.get("chronos.speaks.productClass")).containsExactly("AX-1.*");
        assertThat((String[]) properties.get("chronos.speaks.model")).containsExactly("AX-1000");
        assertThat((String[]) properties.get("chronos.speaks.serialPrefix")).containsExactly("ACME");
        assertThat((String[]) properties.get("chronos.speaks.hasObject")).containsExactly("Device.X_ACME");
        assertThat((String[]) properties.get("chronos.speaks.exceptManufacturer"))
                .containsExactly("Acme Legacy");
        assertThat((String[]) properties.get("chronos.reads"))
                .contains("InternetGatewayDevice.DeviceInfo.ModelName._value");
    }

    @Test
    void findsOutWhatItReads() {
        Declaration declaration = of(
                HEAD
                        + """
                        pon_serial: [{path: DeviceID.SerialNumber}, {path: InternetGatewayDevice.DeviceInfo.X_ACME_Sn}]
                        optical:
                          rx: [{path: InternetGatewayDevice.X_ACME.Rx, encoding: DBM}, {path: Device.X_One.Rx, encoding: DBM}]
                          tx: {path: InternetGatewayDevice.X_ACME.Tx, encoding: DBM}
                          temperature: {path: InternetGatewayDevice.DeviceInfo.X_Temp, encoding: CELSIUS}
                          bias: {path: InternetGatewayDevice.DeviceInfo.X_Bias, encoding: MILLIAMP}
                        wifi: {bands: X_ACME_Band}
                        """);

        assertThat(declaration.reads())
                .as(
                        "an object whole where more than one parameter is the vendor's own, never a large one of the standard")
                .contains("InternetGatewayDevice.X_ACME", "Device.X_One.Rx")
                .contains("InternetGatewayDevice.DeviceInfo.X_Temp", "InternetGatewayDevice.DeviceInfo.X_Bias")
                .contains("InternetGatewayDevice.DeviceInfo.X_ACME_Sn")
                .contains(WLAN + "1.X_ACME_Band", WLAN + "6.X_ACME_Band")
                .doesNotContain("InternetGatewayDevice.DeviceInfo", "DeviceID.SerialNumber");
    }

    /** As Tenda's HG9 writes it. */
    @Test
    void readsAPowerWithItsUnitBehindIt() {
        DeviceReading reading = of(HEAD
                        + """
                        optical:
                          rx: {path: InternetGatewayDevice.X_ACME.RXPower, encoding: DBM_STR_UNIT}
                          tx: {path: InternetGatewayDevice.X_ACME.TXPower, encoding: DBM_STR_UNIT}
                          temperature: {path: InternetGatewayDevice.X_ACME.Temperature, encoding: TEMP_256_OR_CENTI}
                        """)
                .connector()
                .read(
                        Documents.parse(
                                """
                {"InternetGatewayDevice":{"X_ACME":{
                  "RXPower":{"_value":"-21.3 dBm"},"TXPower":{"_value":2.1},"Temperature":{"_value":2400}}}}
                """));

        assertThat(reading.optical().rx())
                .contains(new Measured<>(Optional.of(new OpticalPower(-21.3)), "-21.3 dBm", Optional.empty()));
        assertThat(reading.optical().tx().flatMap(Measured::value)).contains(new OpticalPower(2.1));
        assertThat(reading.optical().celsius().flatMap(Measured::value)).contains(24.0);
    }

    @Test
    void refreshesTheObjectsThatItReads() {
        Declaration declaration = of(HEAD + "optical: {rx: {path: Device.X_One.Rx, encoding: DBM}}\n");

        Plan plan = declaration
                .connector()
                .plan(DeviceReading.of(Documents.parse("{\"_id\":\"x\"}")), new DeviceIntent.Refresh(Concern.OPTICAL));

        assertThat(((Plan.Calls) plan).calls())
                .extracting(call -> ((AcsCall.Refresh) call).objectPath())
                .containsExactly("Device.Optical", "Device.X_One.Rx");
    }

    @Test
    void triesTheParametersInTheOrderOfTheFileAndKeepsRawWhatNobodyKnows() {
        Declaration declaration = of(
                HEAD
                        + """
                        optical:
                          rx:
                            - {path: InternetGatewayDevice.X_A.Rx, encoding: UW01_LOG}
                            - {path: InternetGatewayDevice.X_A.RxDbm, encoding: DBM}
                            - {path: InternetGatewayDevice.X_B.Rx, encoding: UNKNOWN}
                        """);

        assertThat(rx(declaration, "\"X_A\":{\"Rx\":{\"_value\":133},\"RxDbm\":{\"_value\":-9}}"))
                .isEqualTo("133=-18.761");
        assertThat(rx(declaration, "\"X_A\":{\"Rx\":{\"_value\":0},\"RxDbm\":{\"_value\":-9}}"))
                .isEqualTo("-9=-9.0");
        assertThat(rx(declaration, "\"X_B\":{\"Rx\":{\"_value\":-2131}}")).isEqualTo("-2131=");
    }

    @Test
    void readsTheDialectsAndTheSerialOfTheFile() {
        Declaration declaration = of(
                HEAD
                        + """
                        pon_serial: {path: InternetGatewayDevice.DeviceInfo.X_Sn, prefix: ACME}
                        wan: {services: X_Services, vlans: [X_Vlan], vlan_switches: [X_Tagged]}
                        wifi: {bands: [X_Band]}
                        """);

        DeviceReading reading = declaration
                .connector()
                .read(
                        Documents.parse(
                                """
                        {"InternetGatewayDevice":{
                          "DeviceInfo":{"X_Sn":{"_value":"41434D4512345678"}},
                          "LANDevice":{"1":{"WLANConfiguration":{"1":{"SSID":{"_value":"a"},"X_Band":{"_value":"5GHz"}}}}},
                          "WANDevice":{"1":{"WANConnectionDevice":{
                            "1":{"WANIPConnection":{"1":{"ConnectionStatus":{"_value":"Connected"},"X_Services":{"_value":"TR069"}}}},
                            "2":{"WANPPPConnection":{"1":{"ConnectionStatus":{"_value":"Connected"},"X_Services":{"_value":"INTERNET"},
                              "X_Vlan":{"_value":100},"X_Tagged":{"_value":true}}}}}}}}}
                        """));

        assertThat(reading.ponSerial()).contains("ACME12345678");
        assertThat(reading.kind()).isEqualTo(DeviceKind.ONU);
        assertThat(reading.wlans().get(0).band()).contains(Band.GHZ_5);
        assertThat(reading.wans().get(0).vlan()).contains(100);
    }

    @Test
    void readsStationsAndIpv6InTheWordsOfTheFile() {
        Declaration declaration = of(
                HEAD
                        + """
                        wan: {ipv6_objects: X_Six, ipv6_addresses: X_Ip6, ipv6_prefixes: [X_None, X_Prefix6]}
                        wifi: {signals: [X_None, X_Signal], up_rates: X_Up}
                        """);

        DeviceReading device = declaration
                .connector()
                .read(
                        Documents.parse(
                                """
                        {"InternetGatewayDevice":{
                          "LANDevice":{"1":{"WLANConfiguration":{"1":{"SSID":{"_value":"a"},"AssociatedDevice":{"1":{
                            "AssociatedDeviceMACAddress":{"_value":"DC:A6:32:01:01:7F"},"X_Signal":{"_value":-61},
                            "LastDataTransmitRate":{"_value":"54"},"X_Up":{"_value":6}}}}}}},
                          "WANDevice":{"1":{"WANConnectionDevice":{"1":{"WANPPPConnection":{
                            "1":{"ConnectionStatus":{"_value":"Connected"},
                              "X_Ip6":{"_value":"2001:db8::7"},"X_Prefix6":{"_value":"2001:db8:12::/56"}},
                            "2":{"ConnectionStatus":{"_value":"Connected"},
                              "X_Six":{"IPv6Address":{"1":{"IPAddress":{"_value":"2001:db8::8"}}}}}}}}}}}}
                        """));

        assertThat(device.network().stations()).singleElement().satisfies(station -> {
            assertThat(station.signalDbm().flatMap(Measured::value)).contains(-61);
            assertThat(station.downKbps().map(Measured::raw)).contains("54");
            assertThat(station.upKbps().map(Measured::raw)).contains("6");
        });
        assertThat(device.wans())
                .extracting(wan -> wan.ipv6().address())
                .containsExactly(Optional.of("2001:db8::7"), Optional.of("2001:db8::8"));
        assertThat(device.wan().flatMap(wan -> wan.ipv6().prefix())).contains("2001:db8:12::/56");
    }

    @Test
    void plansInTheWordsOfTheFile() {
        Declaration declaration = of(
                HEAD
                        + """
                        wan: {link_vlans: X_Link.Vlan}
                        wifi:
                          passwords: [X_Password, PreSharedKey.1.PreSharedKey]
                          beacons: {open: None, wpa3: 11iandWPA3}
                          inverted_advertisement: true
                          ssid_needs_password: true
                        """);
        DeviceReading device = declaration
                .connector()
                .read(
                        Documents.parse(
                                """
                        {"InternetGatewayDevice":{
                          "LANDevice":{"1":{"WLANConfiguration":{"1":{"SSID":{"_value":"a"},"Channel":{"_value":1}}}}},
                          "WANDevice":{"1":{"WANConnectionDevice":{"1":{"X_Link":{"Vlan":{"_value":7}},
                            "WANPPPConnection":{"1":{"ConnectionStatus":{"_value":"Connected"}}}}}}}}}
                        """));

        assertThat(planned(declaration, device, PlannedSettings.wholeWifi(Band.GHZ_2_4, 6)))
                .contains(WLAN + "1.SSIDAdvertisementEnabled=true")
                .contains(WLAN + "1.X_Password=12345678", WLAN + "1.PreSharedKey.1.PreSharedKey=12345678")
                .doesNotContain(WLAN + "1.KeyPassphrase=12345678");
        assertThat(planned(declaration, device, PlannedSettings.protection(Band.GHZ_2_4, Security.WPA3)))
                .contains(WLAN + "1.BeaconType=11iandWPA3");
        assertThat(planned(declaration, device, PlannedSettings.protection(Band.GHZ_2_4, Security.OPEN)))
                .contains(WLAN + "1.BeaconType=None");
        assertThat(planned(declaration, device, new DeviceIntent.ChangeVlan(300)))
                .containsExactly("InternetGatewayDevice.WANDevice.1.WANConnectionDevice.1.X_Link.Vlan=300");
        assertThat(declaration.connector().plan(device, name("Casa"))).isInstanceOf(Plan.Unsupported.class);
        assertThat(declaration.reads()).as("set, never read").noneMatch(path -> path.contains("assword"));
    }

    @Test
    void plansInTheStandardsWordsWhereTheFileHasNone() {
        Declaration declaration = of(HEAD);
        DeviceReading device = declaration
                .connector()
                .read(
                        Documents.parse(
                                """
                        {"InternetGatewayDevice":{"LANDevice":{"1":{"WLANConfiguration":{
                          "1":{"SSID":{"_value":"a"},"Channel":{"_value":1}}}}}}}
                        """));

        assertThat(planned(declaration, device, PlannedSettings.wholeWifi(Band.GHZ_2_4, 6)))
                .contains(WLAN + "1.SSIDAdvertisementEnabled=false", WLAN + "1.KeyPassphrase=12345678")
                .contains(WLAN + "1.PreSharedKey.1.KeyPassphrase=12345678");
        assertThat(planned(declaration, device, name("Casa"))).containsExactly(WLAN + "1.SSID=Casa");
        assertThat(declaration.connector().plan(device, PlannedSettings.protection(Band.GHZ_2_4, Security.WPA3)))
                .isInstanceOf(Plan.Unsupported.class);
    }

    @Test
    void takesNoSerialOfAnotherVendorForItsOwn() {
        Declaration declaration = of(HEAD + "pon_serial: {path: DeviceID.SerialNumber, prefix: [ACME]}\n");

        assertThat(declaration
                        .connector()
                        .read(Documents.parse("{\"_deviceId\":{\"_SerialNumber\":\"ZTEG12345678\"}}"))
                        .ponSerial())
                .isEmpty();
    }

    @Test
    void saysLineKeyValueAndRuleOfWhatItRefuses() {
        refused(HEAD + "optical:\n  rx:\n    - {path: Device.X.Rx, encoding: WATTS}\n")
                .contains("line=6", "key=optical.rx[1].encoding", "value=WATTS", "must be one of [DBM, DBM_OR_CENTI");
        refused(HEAD + "optical:\n  temperature: {path: Device.X.T, encoding: DBM}\n")
                .contains("line=5", "value=DBM", "must be one of [CELSIUS, TEMP_256, TEMP_256_OR_CENTI, UNKNOWN]");
        refused(HEAD + "optical: {rx: {path: X.Rx, encoding: DBM}}\n")
                .contains("line=4", "key=optical.rx.path", "value=X.Rx", "must be a parameter path");
        refused(HEAD + "optical: {rx: {path: Device.X.Rx}}\n").contains("line=4", "must have path and encoding");
        refused(HEAD + "optics: {}\n").contains("line=4", "key=optics", "unknown key; known are [name, optical");
        refused(HEAD + "name: again\n").contains("line=4", "key=name", "must be given once");
        refused(HEAD + "start: tr069\n").contains("line=4", "key=start", "value=tr069", "must be standard");
        refused(HEAD + "wan: {vlans: [..x]}\n").contains("line=4", "key=wan.vlans[1]", "value=..x");
        refused(HEAD + "wan: {link_vlans: [X.Vlan, 'X Vlan']}\n").contains("line=4", "key=wan.link_vlans[2]");
        refused(HEAD + "wifi:\n  passwords: [Key.*]\n").contains("line=5", "key=wifi.passwords[1]", "value=Key.*");
        refused(HEAD + "wifi:\n  beacons:\n    wep: Basic\n")
                .contains("line=6", "key=wifi.beacons.wep", "known are [open, wpa, wpa2, wpa3]");
        refused(HEAD + "wifi:\n  beacons: {wpa3: 'WPA 3'}\n")
                .contains("line=5", "key=wifi.beacons.wpa3", "value=WPA 3", "must be a BeaconType");
        refused(HEAD + "wifi: {beacons: WPA3}\n").contains("line=4", "key=wifi.beacons", "must be a map");
        refused(HEAD + "wifi: {inverted_advertisement: yes}\n")
                .contains("line=4", "key=wifi.inverted_advertisement", "value=yes", "must be true or false");
        refused(HEAD + "wifi: {ssid_needs_password: 1}\n").contains("line=4", "value=1", "must be true or false");
        refused(HEAD + "pon_serial: {path: DeviceID.SerialNumber, prefix: HUAWEI}\n")
                .contains("line=4", "key=pon_serial.prefix", "value=HUAWEI", "four letters");
        refused("name: Acme\nversion: 1\nspeaks: {oui: 001122}\n").contains("line=1", "value=Acme", "must match");
        refused("name: acme\nversion: one\nspeaks: {oui: 001122}\n").contains("line=2", "key=version", "value=one");
        refused("\nname: acme\n").contains("line=2", "must have version");
    }

    @Test
    void refusesClaimsThatTheDeskWouldRefuse() {
        refused(speaks("{oui: 1122}")).contains("line=3", "key=speaks.oui", "value=1122", "six hex digits");
        refused(speaks("{manufacturer: '(['}")).contains("line=3", "value=([", "must be a regular expression");
        refused(speaks("{has_object: X_ACME}")).contains("line=3", "key=speaks.has_object");
        refused(speaks("{model: AX}")).contains("line=3", "must claim a manufacturer");
        refused(speaks("{except_manufacturer: AX}")).contains("line=3", "must claim a manufacturer");
        refused(speaks("{manufacturer: []}")).contains("line=3", "1 to 64 items");
        refused("name: acme\nversion: 1.0.0\n").contains("must have speaks");
    }

    @Test
    void readsNoPassword() {
        refused(HEAD + "wifi: {bands: [PreSharedKey.1.KeyPassphrase]}\n").contains("line=4", "no password");
        refused(HEAD + "pon_serial: {path: Device.X.Password}\n").contains("line=4", "no password");
    }

    @Test
    void refusesWhatIsNoYamlOrMoreThanAConnectorNeeds() {
        refused("").contains("must hold something");
        refused("name: [\n").contains("line=2", "must be YAML");
        refused(HEAD + "\twan: x\n").contains("line=4", "must be YAML");
        refused("name: a\u0001b\n").contains("line=1", "printable");
        refused("just text\n").contains("line=1", "must be a map");
        refused("name: {a: b}\n").contains("line=1", "must be a text");
        refused("name: !!java.net.URL [x]\n").contains("line=1", "Global tag is not allowed");
        refused("name: !acme x\n").contains("line=1", "must have no type tag");
        refused("name: one\n---\nname: two\n").contains("must be YAML");
        refused("name: " + "[".repeat(50) + "]".repeat(50) + "\n").contains("must be YAML");
        refused("name: &a [x]\nversion: [" + "*a, ".repeat(100) + "*a]\n").contains("must be YAML");
        refused(HEAD + "wan: {vlans: [" + "x, ".repeat(99) + "x]}\n").contains("line=4", "1 to 64 items");
    }

    private static String speaks(String claims) {
        return "name: acme\nversion: 1.0.0\nspeaks: " + claims + "\n";
    }

    private static List<String> planned(Declaration declaration, DeviceReading device, DeviceIntent intent) {
        return PlannedSettings.of(declaration.connector(), device, intent);
    }

    private static DeviceIntent name(String ssid) {
        return new DeviceIntent.ChangeWifi(new WifiChange(
                Band.GHZ_2_4,
                Optional.of(ssid),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    private static String rx(Declaration declaration, String objects) {
        return declaration
                .connector()
                .read(Documents.parse("{\"InternetGatewayDevice\":{" + objects + "}}"))
                .optical()
                .rx()
                .map(rx -> rx.raw() + "="
                        + rx.value().map(power -> "" + power.dbm()).orElse(""))
                .orElse("none");
    }

    private static Refusal refused(String yaml) {
        return texts -> assertThatThrownBy(() -> of(yaml))
                .isInstanceOf(FileRefusedException.class)
                .message()
                .contains(List.of(texts));
    }

    private interface Refusal {
        void contains(String... texts);
    }

    private static Declaration of(String yaml) {
        return Declaration.of(yaml, name -> true);
    }
}
