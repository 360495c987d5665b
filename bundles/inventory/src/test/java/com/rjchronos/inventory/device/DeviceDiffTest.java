package com.rjchronos.inventory.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.inventory.fake.Documents;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.device.DeviceKind;
import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.reading.CustomerNetwork;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Host;
import com.rjchronos.model.reading.Ipv6;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.OpticalPower;
import com.rjchronos.model.reading.OpticalReading;
import com.rjchronos.model.reading.Traffic;
import com.rjchronos.model.reading.WanConnection;
import com.rjchronos.model.reading.Wlan;
import com.rjchronos.port.DeviceStore.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviceDiffTest {
    private static final Instant T1 = Instant.parse("2026-11-23T11:00:00Z");
    private static final Instant T2 = Instant.parse("2026-11-23T11:05:00Z");

    private final DeviceReading stored = DeviceReading.of(
                    Documents.of("A").serial("S1").manufacturer("ZTE").build())
            .model(Optional.of("F670L"))
            .softwareVersion(Optional.of("V1"))
            .uptime(Optional.of(new Measured<>(Optional.of(Duration.ofSeconds(5)), "5", Optional.of(T1))))
            .optical(rx(-20, T1));

    @Test
    void theSameReadingIsNothingNew() {
        DeviceDiff diff = diff(stored, stored);

        assertThat(diff.unchanged()).isTrue();
        assertThat(diff.measured()).isFalse();
    }

    @Test
    void namesWhatChangedAsTheApiSpellsIt() {
        DeviceReading came = stored.softwareVersion(Optional.of("V2"))
                .ponSerial(Optional.of("ZTEG00000001"))
                .mac(Optional.of("AA:BB:CC:DD:EE:FF"))
                .kind(DeviceKind.ONU)
                .hosts(Optional.of(3))
                .lanIp(Optional.of("192.168.1.1"))
                .wlans(List.of());

        assertThat(diff(stored, came).fields())
                .containsExactly("kind", "software_version", "pon_serial", "mac_address", "lan_ip", "hosts");
    }

    @Test
    void aLaterInformAloneIsAChangeOfStateAndNoMeasurement() {
        DeviceReading came = DeviceReading.of(Documents.of("A")
                        .serial("S1")
                        .manufacturer("ZTE")
                        .lastInform("2026-11-23T12:04:00Z")
                        .build())
                .model(stored.model())
                .softwareVersion(stored.softwareVersion())
                .uptime(stored.uptime())
                .optical(stored.optical());

        DeviceDiff diff = diff(stored, came);

        assertThat(diff.fields()).containsExactly("last_inform");
        assertThat(diff.measured()).isFalse();
    }

    @Test
    void keepsApartWhatAConnectionIsAndWhatItCounts() {
        WanConnection wan = WanConnection.of("Device.PPP.Interface.1", WanConnection.Type.PPPOE);
        Traffic traffic = new Traffic(
                Optional.of(7L),
                Optional.of(9L),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(T2));
        Ipv6 ipv6 = new Ipv6(Optional.of("2001:db8::7"), Optional.empty());
        DeviceReading before = stored.wans(List.of(wan));

        assertThat(diff(before, stored.wans(List.of(wan.traffic(traffic)))).fields())
                .containsExactly("wan_counters");
        assertThat(diff(before, stored.wans(List.of(wan.uptime(Optional.of(Duration.ofHours(1))))))
                        .fields())
                .containsExactly("wan_counters");
        assertThat(diff(before, stored.wans(List.of(wan.ipv6(ipv6)))).fields()).containsExactly("wan");
        assertThat(diff(before, stored.wans(List.of(wan.traffic(traffic)))).measured())
                .isFalse();
    }

    @Test
    void keepsApartWhatANetworkIsAndWhoIsInIt() {
        Wlan wlan = Wlan.of("Device.WiFi.SSID.1").ssid(Optional.of("casa"));
        DeviceReading before = stored.wlans(List.of(wlan));

        assertThat(diff(
                                before,
                                stored.wlans(
                                        List.of(wlan.clients(Optional.of(3)).averageSignalDbm(Optional.of(-60.0)))))
                        .fields())
                .containsExactly("wifi_clients");
        assertThat(diff(before, stored.wlans(List.of(wlan.ssid(Optional.of("rua")))))
                        .fields())
                .containsExactly("wifi");
    }

    @Test
    void whoComesAndGoesInTheCustomersNetworkIsNoChangeOfTheDevice() {
        CustomerNetwork somebody =
                new CustomerNetwork(List.of(Host.of("Device.Hosts.Host.1").ip(Optional.of("192.168.1.2"))), List.of());

        assertThat(diff(stored, stored.network(somebody)).unchanged()).isTrue();
    }

    @Test
    void aMeasurementIsNewByItsOwnTime() {
        assertThat(diff(stored, stored.optical(rx(-20, T2))).measured()).isTrue();
        assertThat(diff(stored, stored.optical(rx(-21, T1))).measured()).isFalse();
        assertThat(diff(stored, stored.optical(rx(-21, T1))).fields()).containsExactly("rx_power");
        assertThat(diff(stored.optical(OpticalReading.NONE), stored).measured()).isTrue();
        assertThat(diff(stored, stored.optical(OpticalReading.NONE)).measured()).isFalse();
        assertThat(diff(
                                stored,
                                stored.uptime(Optional.of(
                                        new Measured<>(Optional.of(Duration.ofSeconds(305)), "305", Optional.of(T2)))))
                        .measured())
                .isTrue();
    }

    @Test
    void aMeasurementIsNewAlsoBesideANewerOne() {
        Optional<Measured<Double>> celsius =
                Optional.of(new Measured<>(Optional.of(40.0), "40", Optional.of(T2.plusSeconds(60))));
        DeviceReading before = stored.optical(warm(rx(-20, T1), celsius));

        assertThat(diff(before, stored.optical(warm(rx(-21, T2), celsius))).measured())
                .isTrue();
        assertThat(diff(before, before).measured()).isFalse();
    }

    @Test
    void statusConnectorAndParkingAreChanges() {
        Known parked = new Known(
                new DeviceId(1), stored, DeviceStatus.UNKNOWN, Optional.of("huawei"), Optional.of("It was away."));

        assertThat(DeviceDiff.between(parked, stored, DeviceStatus.ONLINE, "zte")
                        .fields())
                .containsExactly("status", "connector", "parked");
    }

    private static DeviceDiff diff(DeviceReading stored, DeviceReading came) {
        Known known = new Known(new DeviceId(1), stored, DeviceStatus.ONLINE, Optional.of("zte"), Optional.empty());
        return DeviceDiff.between(known, came, DeviceStatus.ONLINE, "zte");
    }

    private static OpticalReading warm(OpticalReading light, Optional<Measured<Double>> celsius) {
        return new OpticalReading(light.rx(), light.tx(), celsius, light.volts(), light.milliamperes());
    }

    private static OpticalReading rx(double dbm, Instant at) {
        return OpticalReading.power(
                Optional.of(new Measured<>(OpticalPower.measured(dbm), Double.toString(dbm), Optional.of(at))),
                Optional.empty());
    }
}
