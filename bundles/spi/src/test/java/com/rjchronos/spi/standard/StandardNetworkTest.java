package com.rjchronos.spi.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.device.ParameterNode;
import com.rjchronos.model.reading.CustomerNetwork;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Host;
import com.rjchronos.model.reading.Host.Addressing;
import com.rjchronos.model.reading.Host.Medium;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.Station;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is in the customer's network. */
class StandardNetworkTest {
    private static final String READ = "2026-11-25T06:00:00Z";
    private static final Instant AT = Instant.parse(READ);
    private static final String MAC = "DC:A6:32:01:01:7F";

    @Test
    void readsAHostWithAllThatTr098TellsOfIt() {
        ParameterNode entry = Trees.object(
                "MACAddress",
                Trees.leaf("dca63201017f", READ),
                "IPAddress",
                "192.168.1.33",
                "HostName",
                "Notebook de Lúcia",
                "Active",
                true,
                "AddressSource",
                "DHCP",
                "LeaseTimeRemaining",
                3600L,
                "InterfaceType",
                "802.11",
                "Layer2Interface",
                "InternetGatewayDevice.LANDevice.1.WLANConfiguration.1");

        assertThat(hosts(Trees.object("1", entry)))
                .containsExactly(Host.of("InternetGatewayDevice.LANDevice.1.Hosts.Host.1")
                        .mac(Optional.of(MAC))
                        .ip(Optional.of("192.168.1.33"))
                        .name(Optional.of("Notebook de Lúcia"))
                        .active(Optional.of(true))
                        .medium(Optional.of(Medium.WIFI))
                        .link(Optional.of("InternetGatewayDevice.LANDevice.1.WLANConfiguration.1"))
                        .addressing(Optional.of(Addressing.DHCP))
                        .lease(Optional.of(Duration.ofHours(1)))
                        .at(Optional.of(AT)));
    }

    @Test
    void tellsTheMediumByTheLinkWhereNoWordSaysIt() {
        ParameterNode wire = Trees.object("PhysAddress", MAC, "Layer1Interface", "Device.Ethernet.Interface.2.");
        ParameterNode radio = Trees.object("PhysAddress", MAC, "Layer1Interface", "Device.WiFi.SSID.1");
        ParameterNode neither = Trees.object("PhysAddress", MAC, "InterfaceType", "carrier pigeon");
        ParameterNode table = Trees.object("Host", Trees.object("1", wire, "2", radio, "3", neither));

        assertThat(tr181("Hosts", table).network().hosts())
                .extracting(Host::medium)
                .containsExactly(Optional.of(Medium.ETHERNET), Optional.of(Medium.WIFI), Optional.empty());
    }

    @Test
    void leavesOutWhoHasNoAddressAndPutsFirstWhoIsThere() {
        ParameterNode gone = Trees.object("MACAddress", MAC, "Active", false);
        ParameterNode nobody = Trees.object("MACAddress", "00:00:00:00:00:00", "IPAddress", "0.0.0.0", "Active", true);
        ParameterNode there = Trees.object("IPAddress", "192.168.1.9", "Active", true);

        assertThat(hosts(Trees.object("1", gone, "2", nobody, "3", there)))
                .extracting(Host::path)
                .containsExactly(
                        "InternetGatewayDevice.LANDevice.1.Hosts.Host.3",
                        "InternetGatewayDevice.LANDevice.1.Hosts.Host.1");
    }

    @Test
    void countsTheHostsThatItLeavesOut() {
        Object[] entries = new Object[200];
        for (int i = 0; i < 100; i++) {
            entries[2 * i] = Integer.toString(i + 1);
            entries[2 * i + 1] = Trees.object("IPAddress", "192.168.1." + (i + 1));
        }
        DeviceReading reading =
                tr098(Trees.object("Hosts", Trees.object("Host", Trees.object(entries))), WifiDialect.STANDARD);

        assertThat(reading.network().hosts()).hasSize(CustomerNetwork.MAX);
        assertThat(reading.hosts()).contains(100);
    }

    @Test
    void readsTheStationsOfANetworkWithTheSignalWhereTheVendorHasIt() {
        ParameterNode station = Trees.object(
                "AssociatedDeviceMACAddress",
                Trees.leaf(MAC, READ),
                "X_Signal",
                Trees.leaf("-57", READ),
                "X_Down",
                Trees.leaf(866L, READ));
        ParameterNode scale = Trees.object("AssociatedDeviceMACAddress", "DC:A6:32:01:02:7F", "X_Signal", 98L);
        WifiDialect dialect = WifiDialect.STANDARD.stationsIn(
                new StationDialect(List.of("X_None", "X_Signal"), List.of("X_Down"), List.of()));
        String network = "InternetGatewayDevice.LANDevice.1.WLANConfiguration.5";

        DeviceReading reading = tr098(wlan(Trees.object("1", station, "2", scale, "3", Trees.object())), dialect);

        assertThat(reading.network().stations())
                .containsExactly(
                        Station.of(network + ".AssociatedDevice.1", network, MAC)
                                .signalDbm(measured(-57, "-57", AT))
                                .downKbps(Optional.of(new Measured<>(Optional.empty(), "866", Optional.of(AT))))
                                .at(Optional.of(AT)),
                        Station.of(network + ".AssociatedDevice.2", network, "DC:A6:32:01:02:7F")
                                .signalDbm(Optional.of(new Measured<>(Optional.empty(), "98", Optional.empty()))));
        assertThat(reading.wlans().get(0).clients()).contains(2);
        assertThat(reading.wlans().get(0).averageSignalDbm()).contains(-57.0);
    }

    @Test
    void readsTheStationsOfTheAccessPointThatRefersToANetwork() {
        ParameterNode station = Trees.object(
                "MACAddress", MAC, "SignalStrength", -64L, "LastDataDownlinkRate", 866_000L, "LastDataUplinkRate", 0L);
        ParameterNode left = Trees.object("MACAddress", MAC, "Active", false);
        ParameterNode point = Trees.object(
                "SSIDReference", "Device.WiFi.SSID.3.", "AssociatedDevice", Trees.object("1", station, "2", left));
        ParameterNode wifi = Trees.object(
                "SSID", Trees.object("3", Trees.object("SSID", "casa")), "AccessPoint", Trees.object("7", point));

        assertThat(tr181("WiFi", wifi).network().stations())
                .containsExactly(Station.of("Device.WiFi.AccessPoint.7.AssociatedDevice.1", "Device.WiFi.SSID.3", MAC)
                        .signalDbm(Optional.of(new Measured<>(Optional.of(-64), "-64", Optional.empty())))
                        .downKbps(Optional.of(new Measured<>(Optional.of(866_000), "866000", Optional.empty())))
                        .upKbps(Optional.of(new Measured<>(Optional.empty(), "0", Optional.empty()))));
    }

    private static Optional<Measured<Integer>> measured(int value, String raw, Instant at) {
        return Optional.of(new Measured<>(Optional.of(value), raw, Optional.of(at)));
    }

    private static List<Host> hosts(ParameterNode table) {
        return tr098(Trees.object("Hosts", Trees.object("Host", table)), WifiDialect.STANDARD)
                .network()
                .hosts();
    }

    private static ParameterNode wlan(ParameterNode stations) {
        ParameterNode network = Trees.object("SSID", "casa", "AssociatedDevice", stations);
        return Trees.object("WLANConfiguration", Trees.object("5", network));
    }

    private static DeviceReading tr098(ParameterNode lan, WifiDialect dialect) {
        ParameterNode root = Trees.object("LANDevice", Trees.object("1", lan));
        return StandardReading.of(
                Trees.document(Trees.object("InternetGatewayDevice", root)), WanDialect.STANDARD, dialect);
    }

    private static DeviceReading tr181(String name, ParameterNode object) {
        return StandardReading.of(
                Trees.document(Trees.object("Device", Trees.object(name, object))), WanDialect.STANDARD);
    }
}
