package com.rjchronos.persistence.device;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.device.DeviceKind;
import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.device.ParameterNode;
import com.rjchronos.model.reading.CustomerNetwork;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Host;
import com.rjchronos.model.reading.Ipv6;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.OpticalPower;
import com.rjchronos.model.reading.OpticalReading;
import com.rjchronos.model.reading.Station;
import com.rjchronos.model.reading.Traffic;
import com.rjchronos.model.reading.WanConnection;
import com.rjchronos.model.reading.Wlan;
import com.rjchronos.model.sweep.SweepCounts;
import com.rjchronos.model.sweep.SweepId;
import com.rjchronos.port.DeviceStore.Batch;
import com.rjchronos.port.DeviceStore.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Made-up devices, each from its number alone. */
final class Fleet {
    static final AcsId ACS = new AcsId("main");
    static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123456Z");
    static final String CONNECTOR = "com.rjchronos.connectors.huawei";
    static final Caller SYSTEM = Caller.system("sweep", Origin.ACS);

    private Fleet() {}

    static String genieacsId(int number) {
        return "00259E-HG8245H5-48575443%08X".formatted(number);
    }

    /** An ONU with two connections and four networks, as it told at a time. */
    static DeviceReading onu(int number, Instant at) {
        String wan = "InternetGatewayDevice.WANDevice.1.WANConnectionDevice.";
        String lan = "InternetGatewayDevice.LANDevice.1.WLANConfiguration.";
        double rx = -18 - (number % 100) / 10.0 - (at.getEpochSecond() % 7) / 100.0;
        return heard(
                        new DeviceIdentity(
                                ACS,
                                genieacsId(number),
                                Optional.of("Huawei Technologies Co., Ltd"),
                                Optional.of("00259E"),
                                Optional.of("HG8245H5"),
                                Optional.of("48575443%08X".formatted(number))),
                        Optional.of(at),
                        Optional.of(Instant.parse("2026-01-01T00:00:00.5Z")),
                        number % 10 == 0 ? Set.of("vip", "bairro-centro") : Set.of())
                .kind(DeviceKind.ONU)
                .model(Optional.of("HG8245H5"))
                .hardwareVersion(Optional.of("260D.A"))
                .softwareVersion(Optional.of("V5R020C00S" + (100 + number % 5)))
                .ponSerial(Optional.of("HWTC%08X".formatted(number)))
                .mac(Optional.of(
                        "00:25:9E:%02X:%02X:%02X".formatted(number >> 16 & 255, number >> 8 & 255, number & 255)))
                .uptime(Optional.of(new Measured<>(
                        Optional.of(Duration.ofSeconds(1000L + number)), "" + (1000 + number), Optional.of(at))))
                .informInterval(Optional.of(Duration.ofSeconds(300)))
                .lanIp(Optional.of("192.168.1.1"))
                .hosts(Optional.of(number % 7))
                .optical(new OpticalReading(
                        power(rx, at), power(2.1, at), measured(41.5, at), measured(3.3, at), measured(12.25, at)))
                .wans(List.of(
                        ppp(number, wan + "1.WANPPPConnection.1", at),
                        WanConnection.of(wan + "2.WANIPConnection.1", WanConnection.Type.BRIDGE)
                                .connected(Optional.of(false))
                                .vlan(Optional.of(200))))
                .wlans(List.of(
                        wlan(lan + "1", Wlan.Band.GHZ_2_4, "Casa " + number, true),
                        wlan(lan + "2", Wlan.Band.GHZ_2_4, "Visita " + number, false),
                        wlan(lan + "5", Wlan.Band.GHZ_5, "Casa " + number + " 5G", true),
                        wlan(lan + "6", Wlan.Band.GHZ_5, "x", false)));
    }

    private static WanConnection ppp(int number, String path, Instant at) {
        return WanConnection.of(path, WanConnection.Type.PPPOE)
                .connected(Optional.of(true))
                .username(Optional.of("cliente" + number + "@isp"))
                .externalIp(Optional.of("100.64." + (number >> 8 & 255) + "." + (number & 255)))
                .mac(Optional.of("00:25:9E:00:00:01"))
                .vlan(Optional.of(100))
                .uptime(Optional.of(Duration.ofSeconds(at.getEpochSecond() % 100_000)))
                .vlanPath(Optional.of(path + ".X_HW_VLAN"))
                .ipv6(new Ipv6(
                        Optional.of("2001:db8::%x".formatted(number)),
                        Optional.of("2001:db8:0:%x::/56".formatted(number))))
                .traffic(new Traffic(
                        Optional.of(4_775_749_064L),
                        Optional.of(at.getEpochSecond()),
                        Optional.of(12L),
                        Optional.empty(),
                        Optional.of(0L),
                        Optional.empty(),
                        Optional.of(at)));
    }

    /** A notebook on the wire, a telephone in the air, and one that left. */
    static CustomerNetwork network(Instant at) {
        String lan = "InternetGatewayDevice.LANDevice.1.";
        String air = lan + "WLANConfiguration.5";
        return new CustomerNetwork(
                List.of(
                        Host.of(lan + "Hosts.Host.1")
                                .mac(Optional.of("DC:A6:32:01:01:7F"))
                                .ip(Optional.of("192.168.1.33"))
                                .name(Optional.of("Notebook de Lúcia \u2028 \ud83d\ude80"))
                                .active(Optional.of(true))
                                .medium(Optional.of(Host.Medium.ETHERNET))
                                .link(Optional.of(lan + "LANEthernetInterfaceConfig.1"))
                                .addressing(Optional.of(Host.Addressing.DHCP))
                                .lease(Optional.of(Duration.ofSeconds(3600)))
                                .at(Optional.of(at)),
                        Host.of(lan + "Hosts.Host.2")
                                .ip(Optional.of("192.168.1.34"))
                                .active(Optional.of(false))),
                List.of(
                        Station.of(air + ".AssociatedDevice.1", air, "DC:A6:32:01:02:7F")
                                .signalDbm(Optional.of(new Measured<>(Optional.of(-57), "-57", Optional.of(at))))
                                .downKbps(Optional.of(new Measured<>(Optional.of(866_000), "866000", Optional.of(at))))
                                .upKbps(Optional.of(new Measured<>(Optional.empty(), "65", Optional.empty())))
                                .at(Optional.of(at)),
                        Station.of(air + ".AssociatedDevice.2", air, "DC:A6:32:01:03:7F")));
    }

    /** A device that told nothing but its id. */
    static DeviceReading bare(String genieacsId) {
        return tagged(genieacsId, Set.of());
    }

    static DeviceReading tagged(String genieacsId, Set<String> tags) {
        return heard(
                new DeviceIdentity(
                        ACS, genieacsId, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                tags);
    }

    private static DeviceReading heard(
            DeviceIdentity identity, Optional<Instant> lastInform, Optional<Instant> registered, Set<String> tags) {
        return DeviceReading.of(
                new DeviceDocument(identity, lastInform, registered, Optional.empty(), tags, ParameterNode.EMPTY));
    }

    static Change.Updated updated(DeviceId id, DeviceReading reading) {
        return new Change.Updated(
                id, reading, DeviceStatus.ONLINE, CONNECTOR, Set.of("last_inform", "wan"), true, Optional.empty());
    }

    static Change.Discovered discovered(DeviceReading reading) {
        return new Change.Discovered(
                reading,
                DeviceStatus.ONLINE,
                Optional.of(CONNECTOR),
                Optional.empty(),
                AuditEntry.info(
                        SYSTEM, "device.discovered", "A device was seen for the first time.", Map.of("serial", "x")));
    }

    static Batch batch(SweepId sweep, Instant at, List<? extends Change> changes) {
        return new Batch(
                sweep,
                ACS,
                at,
                List.copyOf(changes),
                new SweepCounts(changes.size(), changes.size(), 0, 0, 0, 1000),
                List.of());
    }

    private static Wlan wlan(String path, Wlan.Band band, String ssid, boolean on) {
        return Wlan.of(path)
                .band(Optional.of(band))
                .ssid(Optional.of(ssid))
                .enabled(Optional.of(on))
                .security(Optional.of(Wlan.Security.WPA2))
                .channel(Optional.of(band == Wlan.Band.GHZ_5 ? 36 : 6))
                .clients(Optional.of(3))
                .averageSignalDbm(on ? Optional.of(-55.5) : Optional.empty())
                .radio(Optional.of("Device.WiFi.Radio.1"))
                .accessPoint(Optional.of("Device.WiFi.AccessPoint.1"));
    }

    static Optional<Measured<OpticalPower>> power(double dbm, Instant at) {
        return Optional.of(new Measured<>(OpticalPower.measured(dbm), Double.toString(dbm), Optional.of(at)));
    }

    static Optional<Measured<Double>> measured(double value, Instant at) {
        return Optional.of(new Measured<>(Optional.of(value), Double.toString(value), Optional.of(at)));
    }
}
