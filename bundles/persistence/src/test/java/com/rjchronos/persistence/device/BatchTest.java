package com.rjchronos.persistence.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.health.Health;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.OpticalReading;
import com.rjchronos.model.reading.Wlan;
import com.rjchronos.model.sweep.RejectedDocument;
import com.rjchronos.model.sweep.SweepCounts;
import com.rjchronos.model.sweep.SweepId;
import com.rjchronos.port.DeviceStore.Batch;
import com.rjchronos.port.DeviceStore.Bound;
import com.rjchronos.port.DeviceStore.Change;
import com.rjchronos.port.DeviceStore.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchTest {
    private final Shelf shelf = new Shelf();

    @AfterEach
    void close() {
        shelf.close();
    }

    @Test
    void storesANewDeviceWithAllThatBelongsToIt() {
        DeviceReading reading = Fleet.onu(1, Fleet.NOW);

        Known known = shelf.discover(reading);

        assertThat(known)
                .isEqualTo(new Known(
                        known.id(), reading, DeviceStatus.ONLINE, Optional.of(Fleet.CONNECTOR), Optional.empty()));
        assertThat(shelf.rows("select lifecycle, serial_number, pon_serial, mac_address, version from devices"))
                .containsExactly("pending|4857544300000001|HWTC00000001|00:25:9e:00:00:01|0");
        assertThat(shelf.rows("select status, kind, rx_dbm, wan_type, external_ip from device_overview"))
                .containsExactly("online|onu|-18.12|pppoe|100.64.0.1");
        assertThat(shelf.rows("select device_id, status_id, until_at from status_intervals"))
                .containsExactly(known.id() + "|1|null");
        assertThat(shelf.rows("select entity_id, kind, payload ->> 'status', xid is not null from change_log"))
                .containsExactly(known.id() + "|discovered|online|t");
        assertThat(shelf.rows(
                        "select device_id, action, outcome, log_level_id, details ->> 'serial' from activity_logs"))
                .containsExactly(known.id() + "|device.discovered|success|2|x");
        assertThat(shelf.rows(
                        "select device_id, rx_dbm, voltage_volts, measured_at at time zone 'UTC' from device_readings"))
                .containsExactly(known.id() + "|-18.12|3.3|2026-11-23 10:00:00.123456");
        assertThat(shelf.rows("select read, stored from sweeps")).containsExactly("1|1");
    }

    @Test
    void storesWhatADeviceToldLater() {
        DeviceReading first = Fleet.onu(1, Fleet.NOW);
        DeviceId id = shelf.discover(first).id();
        Instant later = Fleet.NOW.plusSeconds(300);
        DeviceReading second =
                Fleet.onu(1, later).hardwareVersion(Optional.of("B")).wlans(List.of());
        AuditEntry audit = AuditEntry.info(Fleet.SYSTEM, "device.identity-changed", "Other hardware.", Map.of());

        shelf.apply(
                later,
                new Change.Updated(
                        id, second, DeviceStatus.OFFLINE, "other", Set.of("b", "a"), true, Optional.of(audit)));

        assertThat(shelf.known(second))
                .isEqualTo(new Known(id, second, DeviceStatus.OFFLINE, Optional.of("other"), Optional.empty()));
        assertThat(shelf.rows("select hardware_version, version from devices")).containsExactly("B|0");
        assertThat(shelf.rows("select status_id, until_at - from_at from status_intervals order by from_at"))
                .containsExactly("1|00:05:00", "2|null");
        assertThat(shelf.rows("select kind, payload -> 'fields' from change_log order by id"))
                .containsExactly("discovered|null", "updated|[\"a\", \"b\"]");
        assertThat(shelf.rows("select action, device_id from activity_logs order by id"))
                .containsExactly("device.discovered|" + id, "device.identity-changed|" + id);
        assertThat(shelf.rows("select count(*) from device_readings")).containsExactly("2");
        assertThat(shelf.rows("select words like '%casa%', ssids from device_search"))
                .containsExactly("f|{}");
    }

    @Test
    void seesTheSameValueAgainAsNothingNew() {
        DeviceReading reading = Fleet.onu(1, Fleet.NOW);
        DeviceId id = shelf.discover(reading).id();
        Change repeated = Fleet.updated(id, reading);

        shelf.apply(Fleet.NOW.plusSeconds(60), repeated);
        shelf.apply(Fleet.NOW.plusSeconds(60), repeated);
        shelf.apply(Fleet.NOW.minusSeconds(60), repeated);

        assertThat(shelf.rows("select count(*) from device_readings")).containsExactly("1");
        assertThat(shelf.rows("select count(*) from status_intervals")).containsExactly("1");
        assertThat(
                        shelf.rows(
                                "select xmin = (select max(xmin::text)::xid from devices), updated_at = created_at from devices"))
                .containsExactly("t|t");
    }

    @Test
    void keepsEachMeasurementAtItsOwnTime() {
        Instant earlier = Fleet.NOW.minusSeconds(3600);
        OpticalReading parts = new OpticalReading(
                Fleet.power(-20, earlier),
                Optional.empty(),
                Fleet.measured(41.5, Fleet.NOW),
                Fleet.measured(Double.MAX_VALUE, Fleet.NOW.minusSeconds(60)),
                Optional.of(new Measured<>(Optional.empty(), "?", Optional.of(Fleet.NOW.minusSeconds(120)))));

        shelf.discover(Fleet.onu(1, Fleet.NOW).optical(parts).uptime(Optional.empty()));

        assertThat(shelf.rows("select measured_at at time zone 'UTC', rx_dbm, temperature_celsius, voltage_volts"
                        + " from device_readings order by measured_at"))
                .containsExactly(
                        "2026-11-23 09:00:00.123456|-20|null|null", "2026-11-23 10:00:00.123456|null|41.5|null");
        assertThat(shelf.rows("select rx_measured_at at time zone 'UTC', tx_measured_at,"
                        + " temperature_measured_at at time zone 'UTC' from device_overview"))
                .containsExactly("2026-11-23 09:00:00.123456|null|2026-11-23 10:00:00.123456");
    }

    @Test
    void addsToAMomentWhatItLackedAndNothingElse() {
        DeviceReading light = Fleet.onu(1, Fleet.NOW)
                .uptime(Optional.empty())
                .optical(OpticalReading.power(Fleet.power(-20, Fleet.NOW), Optional.empty()));
        DeviceId id = shelf.discover(light).id();

        DeviceReading more =
                light.optical(OpticalReading.power(Fleet.power(-25, Fleet.NOW), Fleet.power(2, Fleet.NOW)));
        shelf.apply(Fleet.NOW.plusSeconds(1), Fleet.updated(id, more));
        List<String> once = shelf.rows("select rx_dbm, tx_dbm, xmin from device_readings");
        shelf.apply(Fleet.NOW.plusSeconds(2), Fleet.updated(id, more));

        assertThat(once).hasSize(1).first().asString().startsWith("-20|2|");
        assertThat(shelf.rows("select rx_dbm, tx_dbm, xmin from device_readings"))
                .isEqualTo(once);
    }

    @Test
    void keepsTheUptimeOfADeviceThatMeasuresNothingElse() {
        shelf.discover(Fleet.bare("router")
                .uptime(Optional.of(
                        new Measured<>(Optional.of(Duration.ofSeconds(305)), "305", Optional.of(Fleet.NOW)))));

        assertThat(shelf.rows("select uptime_seconds, rx_dbm, measured_at at time zone 'UTC' from device_readings"))
                .containsExactly("305|null|2026-11-23 10:00:00.123456");
    }

    @Test
    void tellsTheChangeLogOfNoMereInform() {
        DeviceReading reading = Fleet.onu(1, Fleet.NOW);
        DeviceId id = shelf.discover(reading).id();
        Set<String> inform = Set.of("last_inform", "uptime");

        shelf.apply(Fleet.NOW.plusSeconds(1), told(id, reading, DeviceStatus.ONLINE, inform));
        assertThat(shelf.rows("select kind from change_log")).containsExactly("discovered");

        shelf.apply(Fleet.NOW.plusSeconds(2), told(id, reading, DeviceStatus.OFFLINE, inform));
        assertThat(shelf.rows("select kind, payload ->> 'status' from change_log order by id"))
                .containsExactly("discovered|online", "updated|offline");
    }

    @Test
    void takesTheLastOfADeviceThatComesTwice() {
        DeviceReading early = Fleet.onu(1, Fleet.NOW);
        DeviceReading late = early.model(Optional.of("last"));

        shelf.apply(Fleet.NOW, Fleet.discovered(early), Fleet.discovered(late));
        assertThat(shelf.known(early).reading()).isEqualTo(late);

        DeviceId id = shelf.id(early);
        shelf.apply(Fleet.NOW, Fleet.updated(id, late), Fleet.updated(id, early));
        assertThat(shelf.known(early).reading()).isEqualTo(early);
        assertThat(shelf.rows("select count(*) from devices")).containsExactly("1");
    }

    @Test
    void updatesADeviceThatSomebodyElseDiscoveredMeanwhile() {
        DeviceId id = shelf.discover(Fleet.onu(1, Fleet.NOW)).id();
        DeviceReading again = Fleet.onu(1, Fleet.NOW.plusSeconds(1));

        shelf.apply(Fleet.NOW.plusSeconds(1), Fleet.discovered(again), Fleet.discovered(Fleet.onu(2, Fleet.NOW)));

        assertThat(shelf.known(again).id()).isEqualTo(id);
        assertThat(shelf.known(again).reading()).isEqualTo(again);
        assertThat(shelf.rows("select count(*) from device_conflicts")).containsExactly("0");
        assertThat(shelf.rows("select pon_serial from devices order by 1"))
                .containsExactly("HWTC00000001", "HWTC00000002");
    }

    @Test
    void movesIntervalsAlsoWhenBatchesComeLate() {
        DeviceReading reading = Fleet.onu(1, Fleet.NOW);
        DeviceId id = shelf.discover(reading).id();

        shelf.apply(Fleet.NOW, turned(id, reading, DeviceStatus.OFFLINE));
        shelf.apply(Fleet.NOW.plusSeconds(10), turned(id, reading, DeviceStatus.ONLINE));
        shelf.apply(Fleet.NOW.plusSeconds(5), turned(id, reading, DeviceStatus.UNKNOWN));
        shelf.apply(Fleet.NOW.plusSeconds(20), turned(id, reading, DeviceStatus.ONLINE));

        assertThat(shelf.rows("select status_id, until_at - from_at from status_intervals order by from_at"))
                .containsExactly("2|00:00:10", "6|00:00:10", "1|null");
    }

    @Test
    void parksDevicesWithTheirReasonAndKeepsTheirFacts() {
        DeviceReading reading = Fleet.onu(1, Fleet.NOW);
        DeviceId id = shelf.discover(reading).id();
        Change parked = new Change.Parked(id, reading.identity(), "The connector huawei is away.");

        shelf.apply(Fleet.NOW.plusSeconds(1), parked);
        shelf.apply(Fleet.NOW.plusSeconds(2), parked);

        Known known = shelf.known(reading);
        assertThat(known.reading()).isEqualTo(reading);
        assertThat(known.parkedBecause()).contains("The connector huawei is away.");
        assertThat(shelf.rows("select kind from change_log order by id")).containsExactly("discovered", "parked");
        assertThat(shelf.store.bound()).isEqualTo(Map.of(Fleet.CONNECTOR, new Bound(1, 1)));
        shelf.apply(Fleet.NOW.plusSeconds(3), Fleet.updated(id, reading));
        assertThat(shelf.known(reading).parkedBecause()).isEmpty();
    }

    @Test
    void keepsADeviceThatNobodyCouldRead() {
        DeviceReading reading = Fleet.bare("stranger");
        shelf.apply(
                Fleet.NOW,
                new Change.Discovered(
                        reading,
                        DeviceStatus.UNKNOWN,
                        Optional.empty(),
                        Optional.of("No connector speaks for it."),
                        AuditEntry.info(Fleet.SYSTEM, "device.discovered", "New.", Map.of())));

        assertThat(shelf.known(reading).connector()).isEmpty();
        assertThat(shelf.known(reading).parkedBecause()).contains("No connector speaks for it.");
        assertThat(shelf.store.bound()).isEmpty();
    }

    @Test
    void keepsALaterDeviceWithoutThePonSerialOfAnother() {
        DeviceReading first = Fleet.onu(1, Fleet.NOW);
        shelf.discover(first);
        DeviceReading thief = Fleet.onu(2, Fleet.NOW).ponSerial(first.ponSerial());
        DeviceReading twin = Fleet.onu(3, Fleet.NOW).ponSerial(Optional.of("TWIN00000001"));
        DeviceReading otherTwin = Fleet.onu(4, Fleet.NOW).ponSerial(Optional.of("TWIN00000001"));

        shelf.apply(Fleet.NOW, Fleet.discovered(thief), Fleet.discovered(twin), Fleet.discovered(otherTwin));

        assertThat(shelf.known(thief).reading()).isEqualTo(thief);
        assertThat(shelf.rows("select coalesce(pon_serial, '-') from devices order by genieacs_id"))
                .containsExactly("HWTC00000001", "-", "TWIN00000001", "-");
        assertThat(shelf.rows("select value, device_id, other_device_id from device_conflicts order by value"))
                .containsExactly(
                        "HWTC00000001|" + shelf.id(thief) + "|" + shelf.id(first),
                        "TWIN00000001|" + shelf.id(otherTwin) + "|" + shelf.id(twin));
        assertThat(shelf.rows("select remarked, failed from sweeps")).containsExactly("2|0");
        assertThat(shelf.rows("select e ->> 'device', e ->> 'reason' from sweeps, jsonb_array_elements(rejected) e"))
                .containsExactly(
                        Fleet.genieacsId(2) + "|its PON serial HWTC00000001 is held by " + Fleet.ACS + " "
                                + Fleet.genieacsId(1) + "; kept without it",
                        Fleet.genieacsId(4) + "|its PON serial TWIN00000001 is held by " + Fleet.ACS + " "
                                + Fleet.genieacsId(3) + "; kept without it");
    }

    @Test
    void givesThePonSerialOnceItsHolderIsRetired() {
        DeviceReading first = Fleet.onu(1, Fleet.NOW);
        shelf.discover(first);
        DeviceReading second = Fleet.onu(2, Fleet.NOW).ponSerial(first.ponSerial());
        DeviceId id = shelf.discover(second).id();
        shelf.apply(Fleet.NOW.plusSeconds(60), Fleet.updated(id, second));
        assertThat(shelf.rows("select last_seen_at - first_seen_at from device_conflicts"))
                .containsExactly("00:01:00");

        shelf.asOwner("update devices set lifecycle = 'retired' where genieacs_id = '" + Fleet.genieacsId(1) + "'");
        shelf.apply(Fleet.NOW.plusSeconds(120), Fleet.updated(id, second));

        assertThat(shelf.rows("select pon_serial from devices where id = " + id))
                .containsExactly("HWTC00000001");
        assertThat(shelf.rows("select resolved_at - first_seen_at from device_conflicts"))
                .containsExactly("00:02:00");
    }

    @Test
    void keepsAConflictOpenUntilTheDeviceIsReadWithoutIt() {
        DeviceReading first = Fleet.onu(1, Fleet.NOW);
        shelf.discover(first);
        DeviceReading own = Fleet.onu(2, Fleet.NOW);
        DeviceReading thief = own.ponSerial(first.ponSerial());
        DeviceId id = shelf.discover(thief).id();
        PonSerialsHealth health = new PonSerialsHealth(shelf.pool);

        shelf.apply(Fleet.NOW.plusSeconds(1), Fleet.discovered(Fleet.onu(3, Fleet.NOW)), Fleet.updated(id, thief));
        assertThat(health.health().status()).isEqualTo(Health.Status.UP);
        assertThat(health.health().detail()).contains("without it: 1.").contains("device_conflicts");

        shelf.apply(Fleet.NOW.plusSeconds(2), Fleet.updated(id, own));
        assertThat(shelf.rows("select resolved_at - last_seen_at from device_conflicts"))
                .containsExactly("00:00:01");
        assertThat(health.health().detail()).isEqualTo("Every PON serial is reported by one device.");

        shelf.apply(Fleet.NOW.plusSeconds(3), Fleet.updated(id, thief));
        assertThat(shelf.rows("select resolved_at from device_conflicts")).containsExactly("null");
    }

    @Test
    void letsTwoDevicesSwapTheirPonSerials() {
        DeviceReading first = Fleet.onu(1, Fleet.NOW);
        DeviceReading second = Fleet.onu(2, Fleet.NOW);
        DeviceId a = shelf.discover(first).id();
        DeviceId b = shelf.discover(second).id();

        shelf.apply(
                Fleet.NOW.plusSeconds(1),
                Fleet.updated(a, first.ponSerial(second.ponSerial())),
                Fleet.updated(b, second.ponSerial(first.ponSerial())));

        assertThat(shelf.rows("select pon_serial from devices order by id"))
                .containsExactly("HWTC00000002", "HWTC00000001");
        assertThat(shelf.rows("select count(*) from device_conflicts")).containsExactly("0");
    }

    @Test
    void givesANewDeviceThePonSerialThatAnotherGivesUpInTheSameBatch() {
        DeviceReading first = Fleet.onu(1, Fleet.NOW);
        DeviceId id = shelf.discover(first).id();
        DeviceReading heir = Fleet.onu(2, Fleet.NOW).ponSerial(first.ponSerial());

        shelf.apply(
                Fleet.NOW.plusSeconds(1),
                Fleet.updated(id, first.ponSerial(Optional.of("HWTC0000BEEF"))),
                Fleet.discovered(heir));

        assertThat(shelf.rows("select pon_serial from devices order by id"))
                .containsExactly("HWTC0000BEEF", "HWTC00000001");
        assertThat(shelf.rows("select count(*) from device_conflicts")).containsExactly("0");
    }

    @Test
    void survivesHostileTextsAndTimes() {
        String nasty = "\u0000'; drop table devices; --\ud83d %_\\ \u001f,{}\"";
        String endless = "x".repeat(3_000_000);
        Wlan network = Wlan.of(endless)
                .ssid(Optional.of(nasty + endless))
                .enabled(Optional.of(true))
                .averageSignalDbm(Optional.of(Double.MAX_VALUE));
        DeviceReading hostile = Fleet.tagged(
                        "é %2F/" + nasty.replace("\u0000", "") + "i".repeat(2000), Set.of(nasty, endless))
                .model(Optional.of(nasty + endless))
                .softwareVersion(Optional.of(nasty))
                .ponSerial(Optional.of(nasty.repeat(9)))
                .mac(Optional.of("no mac"))
                .lanIp(Optional.of(endless))
                .informInterval(Optional.of(Duration.ofDays(-1)))
                .wlans(List.of(network));
        DeviceReading timeless =
                Fleet.onu(9, Instant.MAX).informInterval(Optional.of(Duration.ofSeconds(Long.MAX_VALUE)));

        shelf.store.apply(new Batch(
                shelf.sweep,
                Fleet.ACS,
                Fleet.NOW,
                List.of(
                        new Change.Discovered(
                                hostile,
                                DeviceStatus.ONLINE,
                                Optional.of(nasty),
                                Optional.of(nasty + endless),
                                AuditEntry.info(Fleet.SYSTEM, nasty, nasty + endless, Map.of(nasty, nasty + endless))),
                        Fleet.discovered(timeless)),
                SweepCounts.ZERO,
                List.of(new RejectedDocument(nasty, nasty))));

        Known known = shelf.known(hostile);
        assertThat(known.reading().softwareVersion()).contains(nasty);
        shelf.apply(Fleet.NOW, Fleet.updated(known.id(), hostile));
        assertThat(shelf.known(timeless)).isNotNull();
        assertThat(shelf.store.boundTo(Fleet.ACS, Fleet.CONNECTOR, Optional.empty(), 10))
                .hasSize(2);
    }

    @Test
    void keepsOnlyMeasurementsOfTheLastMonthAsHistory() {
        for (int days : new int[] {-400, -31, -29, 0, 2}) {
            shelf.discover(Fleet.onu(500 + days, Fleet.NOW.plus(Duration.ofDays(days))));
        }

        assertThat(shelf.rows("select device_id from device_readings")).hasSize(2);
        assertThat(shelf.rows("select count(*) from devices")).containsExactly("5");
        assertThat(shelf.rows("select relname from pg_class where relname ~ '^device_readings_[0-9]+$' order by 1"))
                .containsExactly("device_readings_20261025", "device_readings_20261123");
    }

    @Test
    void makesAPartitionAgainThatRetentionDropped() {
        DeviceId id = shelf.discover(Fleet.onu(1, Fleet.NOW)).id();
        shelf.asOwner("drop table device_readings_20261123; drop table change_log_20261123");

        shelf.apply(Fleet.NOW.plusSeconds(1), Fleet.updated(id, Fleet.onu(1, Fleet.NOW.plusSeconds(1))));

        assertThat(shelf.rows("select kind from change_log")).containsExactly("updated");
        assertThat(shelf.rows("select count(*) from device_readings")).containsExactly("1");
    }

    @Test
    void storesAllOrNothing() {
        shelf.asOwner("alter table sweeps add constraint full_up check (read < 1)");

        try {
            assertThatThrownBy(() -> shelf.discover(Fleet.onu(1, Fleet.NOW))).hasMessageContaining("full_up");
        } finally {
            shelf.asOwner("alter table sweeps drop constraint full_up");
        }

        assertThat(shelf.rows("select count(*) from devices")).containsExactly("0");
        assertThat(shelf.rows("select count(*) from activity_logs")).containsExactly("0");
    }

    @Test
    void forgetsAboutDevicesThatAreGone() {
        DeviceReading ghost = Fleet.onu(1, Fleet.NOW);

        shelf.apply(Fleet.NOW, Fleet.updated(new DeviceId(4711), ghost));

        assertThat(shelf.rows("select count(*) from devices")).containsExactly("0");
        assertThat(shelf.rows("select count(*) from change_log")).containsExactly("0");
    }

    @Test
    void letsBatchesOverlap() throws Exception {
        List<Callable<Void>> sweeps = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            int salt = thread;
            sweeps.add(() -> {
                for (int round = 0; round < 5; round++) {
                    overlapping(salt, round);
                }
                return null;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Void> sweep : threads.invokeAll(sweeps)) {
                sweep.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(shelf.rows("select count(*), count(distinct genieacs_id), count(pon_serial) from devices"))
                .containsExactly("60|60|60");
        assertThat(shelf.rows("select count(*) from status_intervals where until_at is null"))
                .containsExactly("60");
    }

    /** Everybody discovers the same devices in another order, and updates those that are known already. */
    private void overlapping(int salt, int round) {
        Instant at = Fleet.NOW.plusSeconds(round);
        List<Change> changes = new ArrayList<>();
        List<DeviceReading> readings = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            readings.add(Fleet.onu((i * 7 + salt * 13) % 60, at));
        }
        Map<String, Known> known = shelf.store.known(
                Fleet.ACS, readings.stream().map(r -> r.identity().genieacsId()).toList());
        for (DeviceReading reading : readings) {
            Known before = known.get(reading.identity().genieacsId());
            DeviceStatus status = (salt + round) % 2 == 0 ? DeviceStatus.ONLINE : DeviceStatus.OFFLINE;
            changes.add(before == null ? Fleet.discovered(reading) : turned(before.id(), reading, status));
        }
        shelf.store.apply(Fleet.batch(new SweepId(shelf.sweep.value()), at, changes));
    }

    @Test
    void listsTheDevicesOfAConnectorInOrder() {
        for (int i = 1; i <= 5; i++) {
            shelf.discover(Fleet.onu(i, Fleet.NOW));
        }

        List<String> first = shelf.store.boundTo(Fleet.ACS, Fleet.CONNECTOR, Optional.empty(), 3);
        List<String> rest = shelf.store.boundTo(Fleet.ACS, Fleet.CONNECTOR, Optional.of(first.get(2)), 3);

        assertThat(first).containsExactly(Fleet.genieacsId(1), Fleet.genieacsId(2), Fleet.genieacsId(3));
        assertThat(rest).containsExactly(Fleet.genieacsId(4), Fleet.genieacsId(5));
        assertThat(shelf.store.boundTo(Fleet.ACS, "nobody", Optional.empty(), 3))
                .isEmpty();
        assertThat(shelf.store.known(Fleet.ACS, List.of("unheard of"))).isEmpty();
    }

    private static Change turned(DeviceId id, DeviceReading reading, DeviceStatus status) {
        return told(id, reading, status, Set.of("status"));
    }

    private static Change told(DeviceId id, DeviceReading reading, DeviceStatus status, Set<String> fields) {
        return new Change.Updated(id, reading, status, Fleet.CONNECTOR, fields, true, Optional.empty());
    }
}
