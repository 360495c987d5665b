package com.rjchronos.persistence.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.device.FleetMetrics;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.port.DeviceStore.Change;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FleetFiguresTest {
    private final Shelf shelf = new Shelf();

    @AfterEach
    void close() {
        shelf.close();
    }

    @Test
    void measuresNothingInAnEmptyHouse() {
        FleetMetrics metrics = shelf.store.metrics();

        assertThat(metrics.total()).isZero();
        assertThat(metrics.averageRxDbm()).isEmpty();
        assertThat(metrics.averageWifiSignalDbm()).isEmpty();
        assertThat(metrics.uptimePercentage()).isEmpty();
    }

    @Test
    void countsTheFleetWithoutTheRetired() {
        shelf.apply(
                Fleet.NOW,
                Fleet.discovered(Fleet.onu(1, Fleet.NOW)),
                Fleet.discovered(Fleet.onu(2, Fleet.NOW)),
                Fleet.discovered(Fleet.onu(3, Fleet.NOW)),
                Fleet.discovered(Fleet.bare("cpe")));
        shelf.asOwner("insert into olts (name, status) values ('a', 'online'), ('b', 'offline');"
                + "update devices set status_id = 3 where genieacs_id = '" + Fleet.genieacsId(2) + "';"
                + "update devices set lifecycle = 'retired' where genieacs_id = '" + Fleet.genieacsId(3) + "'");

        FleetMetrics metrics = shelf.store.metrics();

        assertThat(metrics.byStatus()).isEqualTo(Map.of(DeviceStatus.ONLINE, 2L, DeviceStatus.MAINTENANCE, 1L));
        assertThat(metrics.onus()).isEqualTo(2);
        assertThat(metrics.onlineOnus()).isEqualTo(1);
        assertThat(metrics.totalOlts()).isEqualTo(2);
        assertThat(metrics.onlineOlts()).isEqualTo(1);
        double mean = (dbm(1) + dbm(2)) / 2;
        assertThat(metrics.averageRxDbm().orElseThrow()).isCloseTo(mean, within(0.001));
        assertThat(metrics.averageWifiSignalDbm().orElseThrow()).isCloseTo(-55.5, within(0.001));
        assertThat(metrics.connections()).isEqualTo(Map.of("pppoe", 2L));
        assertThat(metrics.wifiEnabled()).isEqualTo(2);
        assertThat(metrics.uniqueSsids()).isEqualTo(4);
        assertThat(metrics.securityTypes()).isEqualTo(Map.of("WPA2", 4L));
    }

    @Test
    void leavesUnmeasuredTimeOutOfAvailability() {
        DeviceReading reading = Fleet.onu(1, Fleet.NOW);
        shelf.apply(Fleet.NOW.minus(Duration.ofHours(30)), Fleet.discovered(reading));
        turn(reading, DeviceStatus.OFFLINE, 20); // online from 24 h ago to 20 h ago: 4 h
        turn(reading, DeviceStatus.UNKNOWN, 18); // offline 2 h
        turn(reading, DeviceStatus.ONLINE, 2); // unknown 16 h, online 2 h

        assertThat(shelf.store.metrics().uptimePercentage().orElseThrow()).isCloseTo(75.0, within(0.0001));
    }

    @Test
    void remembersForTwoSeconds() {
        long[] now = {0};
        int[] asked = {0};
        ShortMemory<String, Integer> memory = new ShortMemory<>(2, () -> now[0]);

        assertThat(memory.get("a", () -> ++asked[0])).isEqualTo(1);
        now[0] = Duration.ofMillis(1999).toNanos();
        assertThat(memory.get("a", () -> ++asked[0])).isEqualTo(1);
        now[0] = Duration.ofMillis(2000).toNanos();
        assertThat(memory.get("a", () -> ++asked[0])).isEqualTo(2);
        memory.get("b", () -> ++asked[0]);
        memory.get("c", () -> ++asked[0]);
        assertThat(memory.get("a", () -> ++asked[0])).isEqualTo(5);
    }

    private void turn(DeviceReading reading, DeviceStatus status, int hoursAgo) {
        shelf.apply(
                Fleet.NOW.minus(Duration.ofHours(hoursAgo)),
                new Change.Updated(
                        shelf.id(reading), reading, status, Fleet.CONNECTOR, Set.of(), false, Optional.empty()));
    }

    private static double dbm(int number) {
        return DeviceColumns.dbm(Fleet.onu(number, Fleet.NOW).optical().rx()).orElseThrow();
    }
}
