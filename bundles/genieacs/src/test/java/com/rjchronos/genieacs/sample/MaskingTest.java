package com.rjchronos.genieacs.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.genieacs.wire.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {
    private static final String ONU =
            """
            {"_id": "48575443-HG8245H-4857544382450006", "_lastInform": "2026-11-23T03:24:39.140Z", "_tags": ["joao_silva"],
             "_deviceId": {"_Manufacturer": "Huawei", "_OUI": "48575443", "_ProductClass": "HG8245H", "_SerialNumber": "4857544382450006"},
             "InternetGatewayDevice": {"_object": true, "_writable": false,
              "DeviceInfo": {"SerialNumber": {"_value": "4857544382450006", "_type": "xsd:string"},
                "X_GponSn": {"_value": "HWTC82450006"}, "SoftwareVersion": {"_value": "1.20.3.4"}, "UpTime": {"_value": 123456789012},
                "Description": {"_value": "ONU HWTC82450006 of joao-notebook at 177.20.1.2"}},
              "ManagementServer": {"URL": {"_value": "http://user:word@acs.provider.example:7547/x"},
                "ConnectionRequestURL": {"_value": "http://10.1.2.3:7547/"}, "Username": {"_value": "cpe-user"}, "Password": {"_value": "hunter2"}},
              "LANDevice": {"1": {"Hosts": {"Host": {"1": {"HostName": {"_value": "joao-notebook"}, "IPAddress": {"_value": "192.168.1.7"},
                  "MACAddress": {"_value": "DC:A6:32:01:01:7F"}}}},
                "WLANConfiguration": {"1": {"SSID": {"_value": "Casa do Joao"}, "BSSID": {"_value": "dc-a6-32-01-01-7f"},
                  "PreSharedKey": {"1": {"KeyPassphrase": {"_value": "segredo1"}, "Hint": {"_value": "o gato preto"}}},
                  "WEPKey": {"1": {"WEPKey": {"_value": 12345}}}}}}},
              "WANDevice": {"1": {"WANPPPConnection": {"Username": {"_value": "joao@fibra"}, "ExternalIPAddress": {"_value": "177.20.1.2"},
                "DNSServers": {"_value": "1.1.1.1,177.20.1.2"}, "SubnetMask": {"_value": "255.255.255.0"}}}}}}
            """;

    @Test
    void leavesNothingOfASubscriberAnywhere() throws IOException {
        assertThat(sample(ONU))
                .doesNotContainIgnoringCase(
                        "82450006",
                        "joao",
                        "hunter2",
                        "segredo1",
                        "gato",
                        "cpe-user",
                        "12345}",
                        "177.20.1.2",
                        "01:01:7F",
                        "01-01-7f",
                        "10.1.2.3",
                        "provider");
    }

    @Test
    void masksThatInWhateverOrderTheParametersCome() throws IOException {
        Map<String, Object> backwards = reversed(Json.object(ONU));

        assertThat(Json.text(Masking.of(backwards)))
                .doesNotContainIgnoringCase("82450006", "joao", "hunter2", "segredo1", "177.20.1.2", "01:01:7F");
    }

    @Test
    void keepsWhatAConnectorReads() throws IOException {
        assertThat(sample(ONU))
                .contains(
                        "\"_Manufacturer\":\"Huawei\"",
                        "\"_ProductClass\":\"HG8245H\"",
                        "\"_lastInform\":\"2026-11-23T03:24:39.140Z\"",
                        "\"_type\":\"xsd:string\"",
                        "\"_object\":true",
                        "\"SoftwareVersion\":{\"_value\":\"1.20.3.4\"}",
                        "\"UpTime\":{\"_value\":123456789012}",
                        "\"SubnetMask\":{\"_value\":\"255.255.255.0\"}");
    }

    @Test
    void inventsTheSameForTheSameWhereverAndHoweverItIsWritten() throws IOException {
        assertThat(sample(ONU))
                .contains(
                        "\"_id\":\"48575443-HG8245H-4857544300000001\"",
                        "\"_SerialNumber\":\"4857544300000001\"",
                        "\"X_GponSn\":{\"_value\":\"HWTC00000001\"}",
                        "\"MACAddress\":{\"_value\":\"DC:A6:32:00:00:03\"}",
                        "\"BSSID\":{\"_value\":\"dc-a6-32-00-00-03\"}",
                        "ONU HWTC00000001 of host-",
                        " at 198.18.0.1\"",
                        "\"ExternalIPAddress\":{\"_value\":\"198.18.0.1\"}");
    }

    @Test
    void saysThatItIsMaskedInPlaceOfAnyOtherRemark() throws IOException {
        Map<String, Object> sample = Masking.of(Json.object("{\"_comment\": \"of Joao\", \"_id\": \"A-B-C\"}"));

        assertThat(sample).containsEntry("_comment", Masking.COMMENT);
        assertThat(sample.keySet()).startsWith("_comment");
    }

    @Test
    void leavesTheDocumentAsItWas() throws IOException {
        Map<String, Object> document = Json.object(ONU);

        Masking.of(document);

        assertThat(document).isEqualTo(Json.object(ONU));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Password", "X_HW_WebUserPassword", "KeyPassphrase", "PreSharedKey", "WEPKey", "SharedSecret",
                        "RadiusSecret", "GPSFix",
                "ConnectionRequestURL", "UDPConnectionRequestAddress", "X_CT-COM_LOID", "X_PLOAM", "wifi_psk",
                        "admin-pwd", "CallerName", "SASKey",
                "AuthToken", "X_DirectoryNumber", "ProvisioningCode", "DeviceLog", "SubscriberName",
                        "LocationDescription"
            })
    void emptiesWhatEverIsNamedLikeASecretTextOrNumber(String name) throws IOException {
        assertThat(leaf(name, "\"Tr0ub4dor\"")).isEqualTo("{\"_value\":\"\"}");
        assertThat(leaf(name, "82734612")).isEqualTo("{\"_value\":\"\"}");
        assertThat(leaf(name, "[\"Tr0ub4dor\"]")).isEqualTo("{\"_value\":\"\"}");
        assertThat(leaf(name, "null")).isEqualTo("{\"_value\":null}");
        assertThat(leaf(name, "true")).isEqualTo("{\"_value\":true}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BeaconType",
                "Enable",
                "Alias",
                "WPAEncryptionModes",
                "X_AllocationMode",
                "Uptime",
                "TXPower",
                "Name",
                "BytesSent"
            })
    void leavesOrdinaryParametersAlone(String name) throws IOException {
        assertThat(leaf(name, "\"1_TR069_R_VID_50\"")).isEqualTo("{\"_value\":\"1_TR069_R_VID_50\"}");
        assertThat(leaf(name, "\"123456789012\"")).isEqualTo("{\"_value\":\"123456789012\"}");
        assertThat(leaf(name, "-21.5")).isEqualTo("{\"_value\":-21.5}");
    }

    @ParameterizedTest
    @CsvSource({
        "Username, joao@fibra, user-1",
        "X_UserName, joao, user-1",
        "HostName, TV do Joao, host-1",
        "DDNSServer, joao.dyn.example, host-1",
        "Host, joao.dyn.example, host-1",
        "NTPServer1, 201.10.50.1, 198.18.0.1",
        "URL, http://a.example/x, http://host.invalid/",
        "SSID, Casa, ssid-1",
        "X_SSIDName, Casa, ssid-1",
        "Neighbour, ONU ZTEGC0A1B2C3 beside, ONU ZTEGA0A0A0A1 beside",
    })
    void inventsANameOfTheSameKind(String name, String real, String invented) throws IOException {
        assertThat(leaf(name, '"' + real + '"')).isEqualTo("{\"_value\":\"" + invented + "\"}");
    }

    @Test
    void emptiesAllBelowAnObjectThatHoldsCallsOrCredentials() throws IOException {
        assertThat(
                        sample(
                                "{\"Line\": {\"SIP\": {\"URI\": {\"_value\": \"+5521999990000\"}}, \"CallLog\": {\"1\": {\"To\": {\"_value\": 219999}}}}}"))
                .doesNotContain("5521999990000", "219999");
    }

    @Test
    void leavesAWordAloneThatAlsoStandsWhereSecretsDo() throws IOException {
        assertThat(
                        sample(
                                "{\"Device\": {\"SysLog\": {\"_value\": \"Disabled\"}, \"Status\": {\"_value\": \"Disabled\"}}}"))
                .contains("\"SysLog\":{\"_value\":\"\"}", "\"Status\":{\"_value\":\"Disabled\"}");
    }

    @Test
    void leavesAWordAloneThatIsAlsoSomebodysName() throws IOException {
        assertThat(
                        sample(
                                "{\"Device\": {\"Username\": {\"_value\": \"internet\"}, \"Name\": {\"_value\": \"1_INTERNET_R\"}}}"))
                .contains("\"Username\":{\"_value\":\"user-1\"}", "\"Name\":{\"_value\":\"1_INTERNET_R\"}");
    }

    @Test
    void emptiesAShortSecretThatIsTheWholeOfAnotherParameter() throws IOException {
        assertThat(sample(
                        "{\"Device\": {\"Password\": {\"_value\": \"gato12\"}, \"X_Copy\": {\"_value\": \"gato12\"}}}"))
                .doesNotContain("gato12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Username", "SSID", "SerialNumber", "HostName", "X_MacAddress"})
    void emptiesANumberThatIsAName(String name) throws IOException {
        assertThat(leaf(name, "552199990000")).isEqualTo("{\"_value\":\"\"}");
    }

    @Test
    void masksTreesThatNoStandardKnows() throws IOException {
        String sample = sample(
                """
                {"_id": "X-Y", "VirtualParameters": {"wifiPass": {"_value": "Tr0ub4dor"}}, "Odd": [{"password": "Tr0ub4dor"}, "mail maria@casa.example"],
                 "Password": "Tr0ub4dor", "Vault": {"Secret": {"a": {"b": [{"c": "Tr0ub4dor"}]}}}, "_odd": "Tr0ub4dor"}
                """);

        assertThat(sample).doesNotContain("Tr0ub4dor", "maria");
    }

    @Test
    void findsASecretThatStandsInAnotherParameterToo() throws IOException {
        assertThat(
                        sample(
                                "{\"A\": {\"Config\": {\"_value\": \"key=Tr0ub4dor;\"}, \"Password\": {\"_value\": \"Tr0ub4dor\"}}}"))
                .contains("\"key=;\"");
    }

    @ParameterizedTest
    @CsvSource({
        "ZTEGC67000006, ZTEGA00000001",
        "8KA8WA1151100043, 8KA8AA0000000001",
        "AX/20-00006, AX/20-00001",
        "123, 001",
        "HWTC00000001, HWTC00000501",
    })
    void keepsThePrefixAndTheShapeOfASerial(String real, String invented) throws IOException {
        assertThat(leaf("SerialNumber", '"' + real + '"')).isEqualTo("{\"_value\":\"" + invented + "\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "10.9.8.7, 10.255.0.1",
        "172.20.1.1, 172.31.0.1",
        "100.99.1.1, 100.127.0.1",
        "201.10.50.1, 198.18.0.1",
        "192.168.100.1, 192.168.200.1",
        "0.0.0.0, 0.0.0.0",
        "2804:14c:1:2::1/64, 2001:db8::1/64",
        "fe80::1a2b:3cff:fe4d:5e6f, fe80::1",
        "::1, ::1",
        "12:34:56, 12:34:56",
        "dca63201017f, dca632000001",
        "DC:A6:32:01:01:7F, DC:A6:32:00:00:01",
        "00:00:00:00:00:00, 00:00:00:00:00:00",
        "InternetGatewayDevice.LANDevice.1, InternetGatewayDevice.LANDevice.1",
    })
    void keepsTheKindOfAnAddress(String real, String invented) throws IOException {
        assertThat(leaf("Something", '"' + real + '"')).isEqualTo("{\"_value\":\"" + invented + "\"}");
    }

    @Test
    void takesAShortSerialForANumberElsewhere() throws IOException {
        assertThat(
                        sample(
                                "{\"_id\": \"A-B-7\", \"_deviceId\": {\"_SerialNumber\": \"7\"}, \"Device\": {\"Vlan\": {\"_value\": \"7\"}}}"))
                .contains("\"_id\":\"A-B-1\"", "{\"_SerialNumber\":\"1\"}", "\"Vlan\":{\"_value\":\"7\"}");
    }

    @Test
    void takesTwelveDigitsForAnAddressWhereTheNameSaysSo() throws IOException {
        assertThat(leaf("X_Mac", "\"001122334455\"")).isEqualTo("{\"_value\":\"001122000001\"}");
    }

    @Test
    void masksALongTextWithoutEnd() throws IOException {
        String noise = "a1:".repeat(50_000);

        assertThat(leaf("Noise", '"' + noise + '"')).hasSizeGreaterThan(100_000);
    }

    private static String sample(String document) throws IOException {
        return Json.text(Masking.of(Json.object(document)));
    }

    @SuppressWarnings("unchecked")
    private static String leaf(String name, String value) throws IOException {
        Map<String, Object> sample =
                Masking.of(Json.object("{\"Device\": {\"" + name + "\": {\"_value\": " + value + "}}}"));
        return Json.text(((Map<String, Object>) sample.get("Device")).get(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> reversed(Map<String, Object> object) {
        List<String> names = new ArrayList<>(object.keySet());
        Collections.reverse(names);
        Map<String, Object> backwards = new LinkedHashMap<>();
        for (String name : names) {
            Object value = object.get(name);
            backwards.put(name, value instanceof Map<?, ?> map ? reversed((Map<String, Object>) map) : value);
        }
        return backwards;
    }
}
