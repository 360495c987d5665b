package com.rjchronos.spi.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.device.ParameterNode;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.WanConnection;
import com.rjchronos.model.reading.WanConnection.Type;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandardWanTest {
    private static final WanDialect DIALECT =
            new WanDialect(List.of("X_Services"), List.of("X_Vlan"), List.of("X_VlanOn"));

    @Test
    void neverTakesManagementForTheSubscribersConnection() {
        DeviceReading reading =
                tr098(ip("Connected", "10.64.3.7", "TR069", 50), ppp("Disconnected", "0.0.0.0", "INTERNET", 100, null));

        assertThat(reading.wan()).hasValueSatisfying(wan -> {
            assertThat(wan.type()).isEqualTo(Type.PPPOE);
            assertThat(wan.vlan()).contains(100);
            assertThat(wan.connected()).contains(false);
        });
        assertThat(reading.externalIp()).isEmpty();
    }

    @Test
    void prefersWhatIsUpAmongThoseThatMayBeTheSubscribers() {
        DeviceReading unnamed = tr098(ip("Connected", "177.1.2.3", "", 20), withoutAccount("Disconnected", "INTERNET"));
        DeviceReading both =
                tr098(ip("Connected", "177.1.2.3", "OTHER", 20), ppp("Connected", "177.9.9.9", "INTERNET", 100, null));

        assertThat(unnamed.externalIp()).contains("177.1.2.3");
        assertThat(both.externalIp()).contains("177.9.9.9");
    }

    /** The scenario: management by DHCP is up, and the subscriber's password is wrong. */
    @Test
    void takesAnAccountForTheSubscribersUpOrDownWherePlainIpDoesNotSayWhatItIsFor() {
        DeviceReading down = tr098(ip("Connected", "10.64.3.7", "", 50), account("Disconnected", "", true));
        DeviceReading disabled = tr098(ip("Connected", "10.64.3.7", "", 50), account("Disconnected", "", false));
        DeviceReading management = tr098(ip("Connected", "177.1.2.3", "", 50), account("Connected", "TR069", true));
        DeviceReading internet = tr098(ip("Connected", "177.1.2.3", "INTERNET", 50), account("Disconnected", "", true));

        assertThat(down.wan().flatMap(WanConnection::username)).contains("maria@isp");
        assertThat(down.externalIp()).isEmpty();
        assertThat(disabled.externalIp()).contains("10.64.3.7");
        assertThat(management.externalIp()).contains("177.1.2.3");
        assertThat(internet.externalIp()).contains("177.1.2.3");
    }

    /** A VLAN set on the management connection loses the device. */
    @Test
    void namesNoVlanToSetWhereNothingTellsWhichConnectionIsTheSubscribers() {
        DeviceReading unknown = tr098(ip("Connected", "10.64.3.7", "", 50), account("Connected", "", true));
        DeviceReading alone = tr098(Trees.object(), account("Connected", "", true));
        DeviceReading beside = tr098(ip("Connected", "10.64.3.7", "TR069", 50), account("Connected", "", true));
        DeviceReading named = tr098(ip("Connected", "10.64.3.7", "", 50), account("Connected", "INTERNET", true));

        assertThat(unknown.wan().flatMap(WanConnection::vlan)).contains(100);
        assertThat(unknown.wans()).hasSize(2).allMatch(wan -> wan.vlanPath().isEmpty());
        assertThat(List.of(alone, beside, named))
                .allMatch(reading ->
                        reading.wan().flatMap(WanConnection::vlanPath).isPresent());
    }

    @Test
    void readsNoVlanOfAConnectionThatIsUntagged() {
        ParameterNode none = Trees.object();

        assertThat(tr098(none, ppp("Connected", "177.9.9.9", "INTERNET", 100, false))
                        .wan()
                        .flatMap(WanConnection::vlan))
                .isEmpty();
        assertThat(tr098(none, ppp("Connected", "177.9.9.9", "INTERNET", 100, true))
                        .wan()
                        .flatMap(WanConnection::vlan))
                .contains(100);
    }

    @Test
    void namesTheParameterThatHoldsTheVlanAlsoWhileItIsUntagged() {
        String ppp = "InternetGatewayDevice.WANDevice.1.WANConnectionDevice.2.WANPPPConnection.1";

        assertThat(tr098(Trees.object(), ppp("Connected", "177.9.9.9", "INTERNET", 100, false))
                        .wan()
                        .flatMap(WanConnection::vlanPath))
                .contains(ppp + ".X_Vlan");
        assertThat(tr098(Trees.object(), Trees.object("ConnectionStatus", "Connected"))
                        .wan()
                        .flatMap(WanConnection::vlanPath))
                .isEmpty();
    }

    @Test
    void readsTheVlanOfTheLinkWhereTheConnectionHasNoneOfItsOwn() {
        String device = "Root.WANDevice.1.WANConnectionDevice.1";
        ParameterNode plain = Trees.object("ConnectionStatus", "Connected");

        WanConnection linked = overLink(plain, 701);
        WanConnection both = overLink(Trees.object("ConnectionStatus", "Connected", "X_Vlan", 100), 701);
        WanConnection untagged = overLink(plain, 0);

        assertThat(linked.vlan()).contains(701);
        assertThat(linked.vlanPath()).contains(device + ".X_Link.X_Vlan");
        assertThat(both.vlan()).contains(100);
        assertThat(both.vlanPath()).contains(device + ".WANPPPConnection.1.X_Vlan");
        assertThat(untagged.vlan()).isEmpty();
        assertThat(untagged.vlanPath()).contains(device + ".X_Link.X_Vlan");
    }

    /** A change would otherwise go past what the device tags by. */
    @Test
    void namesTheParameterThatTheVlanWasReadFrom() {
        WanConnection unset = overLink(Trees.object("ConnectionStatus", "Connected", "X_Vlan", -1), 701);

        assertThat(unset.vlan()).contains(701);
        assertThat(unset.vlanPath()).contains("Root.WANDevice.1.WANConnectionDevice.1.X_Link.X_Vlan");
    }

    @Test
    void ranksATr181ConnectionThatSignsInBeforePlainIp() {
        assertThat(tr181("cliente@provedor", true).wan().map(WanConnection::type))
                .contains(Type.PPPOE);
        assertThat(tr181("cliente@provedor", true).externalIp()).isEmpty();
        assertThat(tr181("cliente@provedor", false).externalIp()).contains("10.64.3.7");
        assertThat(tr181("", true).externalIp()).contains("10.64.3.7");
    }

    @Test
    void namesNoVlanToSetWhereTr181DoesNotTellWhichPlainIpIsTheSubscribers() {
        String subscribers = "Device.Ethernet.VLANTermination.2.VLANID";

        assertThat(overVlans("177.1.2.3", "10.64.3.7").wans())
                .hasSize(2)
                .allMatch(wan -> wan.vlan().isPresent() && wan.vlanPath().isEmpty());
        assertThat(overVlans("192.168.0.1", "177.1.2.3").wan().flatMap(WanConnection::vlanPath))
                .as("a fixed private address is the customer's")
                .contains(subscribers);
    }

    /** Two interfaces over VLANs 1 and 2; the first has a fixed address. */
    private static DeviceReading overVlans(String fixed, String dynamic) {
        ParameterNode root = object(Map.of(
                "IP",
                        object(Map.of(
                                "Interface",
                                object(Map.of("1", over(1, fixed, "Static"), "2", over(2, dynamic, "DHCP"))))),
                "Ethernet",
                        object(Map.of(
                                "VLANTermination",
                                object(Map.of("1", Trees.object("VLANID", 50), "2", Trees.object("VLANID", 100)))))));
        return StandardReading.of(Trees.document(object(Map.of("Device", root))), DIALECT);
    }

    private static ParameterNode over(int vlan, String address, String addressing) {
        return Trees.object(
                "Status",
                "Up",
                "LowerLayers",
                "Device.Ethernet.VLANTermination." + vlan,
                "IPv4Address",
                object(Map.of("1", Trees.object("IPAddress", address, "AddressingType", addressing))));
    }

    private static DeviceReading tr098(ParameterNode ip, ParameterNode ppp) {
        ParameterNode devices = object(Map.of(
                "1", object(Map.of("WANIPConnection", object(Map.of("1", ip)))),
                "2", object(Map.of("WANPPPConnection", object(Map.of("1", ppp))))));
        ParameterNode root =
                object(Map.of("WANDevice", object(Map.of("1", object(Map.of("WANConnectionDevice", devices))))));
        return StandardReading.of(Trees.document(object(Map.of("InternetGatewayDevice", root))), DIALECT);
    }

    private static WanConnection overLink(ParameterNode ppp, int vlan) {
        ParameterNode device =
                object(Map.of("X_Link", Trees.object("X_Vlan", vlan), "WANPPPConnection", object(Map.of("1", ppp))));
        Branch root = Trees.rootWith("WANDevice.1.WANConnectionDevice.1", device);
        return StandardWan.tr098(root, DIALECT.vlanOfLinkIn("X_Link.X_Vlan")).get(0);
    }

    private static DeviceReading tr181(String username, boolean enabled) {
        ParameterNode ppp = Trees.object("ConnectionStatus", "Disconnected", "Username", username, "Enable", enabled);
        ParameterNode address = Trees.object("IPAddress", "10.64.3.7", "AddressingType", "DHCP");
        ParameterNode ip = object(Map.of("Status", Trees.leaf("Up"), "IPv4Address", object(Map.of("1", address))));
        ParameterNode root = object(Map.of(
                "PPP", object(Map.of("Interface", object(Map.of("1", ppp)))),
                "IP", object(Map.of("Interface", object(Map.of("1", ip))))));
        return StandardReading.of(Trees.document(object(Map.of("Device", root))), DIALECT);
    }

    private static ParameterNode withoutAccount(String status, String services) {
        return Trees.object("ConnectionStatus", status, "ExternalIPAddress", "0.0.0.0", "X_Services", services);
    }

    private static ParameterNode account(String status, String services, boolean enabled) {
        return Trees.object(
                "ConnectionStatus",
                status,
                "Enable",
                enabled,
                "Username",
                "maria@isp",
                "X_Services",
                services,
                "X_Vlan",
                100);
    }

    private static ParameterNode ip(String status, String address, String services, int vlan) {
        return Trees.object(
                "ConnectionStatus",
                status,
                "AddressingType",
                "DHCP",
                "ExternalIPAddress",
                address,
                "X_Services",
                services,
                "X_Vlan",
                vlan);
    }

    private static ParameterNode ppp(String status, String address, String services, int vlan, Boolean tagged) {
        return Trees.object(
                "ConnectionStatus",
                status,
                "Username",
                "cliente@provedor",
                "ExternalIPAddress",
                address,
                "X_Services",
                services,
                "X_Vlan",
                vlan,
                "X_VlanOn",
                tagged);
    }

    private static ParameterNode object(Map<String, ParameterNode> children) {
        return new ParameterNode(null, children);
    }
}
