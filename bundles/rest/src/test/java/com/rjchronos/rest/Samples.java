package com.rjchronos.rest;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.device.Device;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.device.DeviceKind;
import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.device.Lifecycle;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Devices: the odd ones are routers that report everything, the even ones ONUs. */
public final class Samples {
    private static final Instant MEASURED = Instant.parse("2026-11-23T11:30:00Z");

    private static final String WLAN = "InternetGatewayDevice.LANDevice.1.WLANConfiguration.1";

    private Samples() {}

    public static Device device(long id) {
        DeviceKind kind = id % 2 == 0 ? DeviceKind.ONU : DeviceKind.CPE;
        DeviceReading reading = bare(id).kind(kind)
                .model(Optional.of("HG8245Q2"))
                .softwareVersion(Optional.of("V5R019"))
                .mac(Optional.of("00:25:9E:00:00:01"))
                .lanIp(Optional.of("192.168.1.1"))
                .optical(new OpticalReading(power(-19.512), power(2.1), celsius(), Optional.empty(), Optional.empty()))
                .wans(List.of(wan()))
                .wlans(List.of(wlan()))
                .hosts(Optional.of(3))
                .network(network());
        Device.Attachment attached = new Device.Attachment(
                Optional.of(3L),
                Optional.of("0/1/4"),
                Optional.of(1),
                Optional.of(4),
                Optional.of("Maria Conceição"),
                Optional.of("Rua A, 1"));
        return device(id, reading, attached);
    }

    /** A device that said nothing but its name. */
    public static Device silent(long id) {
        return device(id, bare(id), Device.Attachment.NONE);
    }

    private static Device device(long id, DeviceReading reading, Device.Attachment attachment) {
        return new Device(
                new DeviceId(id),
                reading,
                reading.kind(),
                Lifecycle.INSTALLED,
                DeviceStatus.ONLINE,
                Optional.empty(),
                Optional.of("huawei"),
                Optional.empty(),
                attachment,
                Instant.parse("2026-11-01T00:00:00Z"),
                1);
    }

    private static DeviceReading bare(long id) {
        DeviceIdentity identity = new DeviceIdentity(
                new AcsId("main"),
                "00259E-HG8245Q2-SN%2D" + id,
                Optional.of("Huawei"),
                Optional.of("00259E"),
                Optional.empty(),
                Optional.of("SN-" + id));
        return DeviceReading.of(new DeviceDocument(
                identity,
                Optional.of(House.NOON),
                Optional.empty(),
                Optional.empty(),
                Set.of("vip", "alpha"),
                ParameterNode.EMPTY));
    }

    private static Optional<Measured<OpticalPower>> power(double dbm) {
        return Optional.of(new Measured<>(OpticalPower.measured(dbm), "raw", Optional.of(MEASURED)));
    }

    private static Optional<Measured<Double>> celsius() {
        return Optional.of(new Measured<>(Optional.of(41.5), "41.5", Optional.of(MEASURED.minusSeconds(60))));
    }

    private static WanConnection wan() {
        return WanConnection.of("InternetGatewayDevice.WANDevice.1", WanConnection.Type.PPPOE)
                .connected(Optional.of(true))
                .username(Optional.of("maria"))
                .externalIp(Optional.of("203.0.113.9"))
                .vlan(Optional.of(100))
                .ipv6(new Ipv6(Optional.of("2001:db8::7"), Optional.of("2001:db8:12::/56")))
                .traffic(new Traffic(
                        Optional.of(4_775_749_064L),
                        Optional.of(357_834_487L),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(0L),
                        Optional.empty(),
                        Optional.of(MEASURED)));
    }

    private static Wlan wlan() {
        return Wlan.of(WLAN)
                .band(Optional.of(Wlan.Band.GHZ_5))
                .ssid(Optional.of("Família ☕"))
                .enabled(Optional.of(true))
                .security(Optional.of(Wlan.Security.WPA2))
                .channel(Optional.of(36))
                .clients(Optional.of(2))
                .averageSignalDbm(Optional.of(-61.5));
    }

    private static CustomerNetwork network() {
        return new CustomerNetwork(
                List.of(Host.of("InternetGatewayDevice.LANDevice.1.Hosts.Host.1")
                        .mac(Optional.of("DC:A6:32:01:01:7F"))
                        .ip(Optional.of("192.168.1.33"))
                        .name(Optional.of("Notebook de Lúcia"))
                        .active(Optional.of(true))
                        .medium(Optional.of(Host.Medium.WIFI))
                        .link(Optional.of(WLAN))
                        .addressing(Optional.of(Host.Addressing.DHCP))
                        .lease(Optional.of(Duration.ofHours(1)))
                        .at(Optional.of(MEASURED))),
                List.of(Station.of(WLAN + ".AssociatedDevice.1", WLAN, "DC:A6:32:01:01:7F")
                        .signalDbm(Optional.of(new Measured<>(Optional.of(-57), "-57", Optional.of(MEASURED))))
                        .downKbps(Optional.of(new Measured<>(Optional.empty(), "866", Optional.of(MEASURED))))
                        .at(Optional.of(MEASURED))));
    }
}
