package com.rjchronos.persistence.device;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.device.DeviceKind;
import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.OpticalPower;
import com.rjchronos.model.reading.OpticalReading;
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
        return new DeviceReading(
                new DeviceIdentity(
                        ACS,
                        genieacsId(number),
                        Optional.of("Huawei Technologies Co., Ltd"),
                        Optional.of("00259E"),
                        Optional.of("HG8245H5"),
                        Optional.of("48575443%08X".formatted(number))),
                Optional.of(at),
                Optional.of(Instant.parse("2026-01-01T00:00:00.5Z")),
                number % 10 == 0 ? Set.of("vip", "bairro-centro") : Set.of(),
                DeviceKind.ONU,
                Optional.of("HG8245H5"),
                Optional.of("260D.A"),
                Optional.of("V5R020C00S" + (100 + number % 5)),
                Optional.of("HWTC%08X".formatted(number)),
                Optional.of("00:25:9E:%02X:%02X:%02X".formatted(number >> 16 & 255, number >> 8 & 255, number & 255)),
                Optional.of(new Measured<>(
                        Optional.of(Duration.ofSeconds(1000L + number)), "" + (1000 + number), Optional.of(at))),
                Optional.of(Duration.ofSeconds(300)),
                Optional.of("192.168.1.1"),
                Optional.of(number % 7),
                new OpticalReading(
                        power(rx, at), power(2.1, at), measured(41.5, at), measured(3.3, at), measured(12.25, at)),
                List.of(
                        new WanConnection(
                                wan + "1.WANPPPConnection.1",
                                WanConnection.Type.PPPOE,
                                Optional.of(true),
                                Optional.of("cliente" + number + "@isp"),
                                Optional.of("100.64." + (number >> 8 & 255) + "." + (number & 255)),
                                Optional.of("00:25:9E:00:00:01"),
                                Optional.of(100),
                                Optional.of(Duration.ofSeconds(at.getEpochSecond() % 100_000)),
                                Optional.of(wan + "1.WANPPPConnection.1.X_HW_VLAN")),
                        new WanConnection(
                                wan + "2.WANIPConnection.1",
                                WanConnection.Type.BRIDGE,
                                Optional.of(false),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(200),
                                Optional.empty())),
                List.of(
                        wlan(lan + "1", Wlan.Band.GHZ_2_4, "Casa " + number, true),
                        wlan(lan + "2", Wlan.Band.GHZ_2_4, "Visita " + number, false),
                        wlan(lan + "5", Wlan.Band.GHZ_5, "Casa " + number + " 5G", true),
                        wlan(lan + "6", Wlan.Band.GHZ_5, "x", false)));
    }

    /** A device that told nothing but its id. */
    static DeviceReading bare(String genieacsId) {
        return tagged(genieacsId, Set.of());
    }

    static DeviceReading tagged(String genieacsId, Set<String> tags) {
        return new DeviceReading(
                new DeviceIdentity(
                        ACS, genieacsId, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                tags,
                DeviceKind.CPE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OpticalReading.NONE,
                List.of(),
                List.of());
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
        return new Wlan(
                path,
                Optional.of(band),
                Optional.of(ssid),
                Optional.of(on),
                Optional.of(Wlan.Security.WPA2),
                Optional.of(band == Wlan.Band.GHZ_5 ? 36 : 6),
                Optional.of(3),
                on ? Optional.of(-55.5) : Optional.empty(),
                Optional.of("Device.WiFi.Radio.1"),
                Optional.of("Device.WiFi.AccessPoint.1"));
    }

    static Optional<Measured<OpticalPower>> power(double dbm, Instant at) {
        return Optional.of(new Measured<>(OpticalPower.measured(dbm), Double.toString(dbm), Optional.of(at)));
    }

    static Optional<Measured<Double>> measured(double value, Instant at) {
        return Optional.of(new Measured<>(Optional.of(value), Double.toString(value), Optional.of(at)));
    }
}
