package com.rjchronos.persistence.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.device.Device;
import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.port.DeviceStore.Assessment;
import com.rjchronos.port.DeviceStore.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReassessmentTest {
    private static final Duration DEFAULT = Duration.ofMinutes(10);
    private final Shelf shelf = new Shelf();

    @AfterEach
    void close() {
        shelf.close();
    }

    @Test
    void callsADeviceOfflineAfterTwiceItsOwnIntervalOfSilence() {
        DeviceReading quick = Fleet.onu(1, Fleet.NOW);
        DeviceReading slow = Fleet.onu(2, Fleet.NOW).informInterval(Optional.of(Duration.ofHours(1)));
        DeviceReading silent = Fleet.onu(3, Fleet.NOW).informInterval(Optional.empty());
        shelf.apply(Fleet.NOW, Fleet.discovered(quick), Fleet.discovered(slow), Fleet.discovered(silent));

        assertThat(reassess(true, Fleet.NOW.plusSeconds(600))).isZero();
        assertThat(reassess(true, Fleet.NOW.plusSeconds(601))).isEqualTo(1);
        assertThat(status(quick)).isEqualTo(DeviceStatus.OFFLINE);
        assertThat(reassess(true, Fleet.NOW.plusSeconds(1201))).isEqualTo(1);
        assertThat(status(silent)).isEqualTo(DeviceStatus.OFFLINE);
        assertThat(status(slow)).isEqualTo(DeviceStatus.ONLINE);

        assertThat(shelf.rows("select kind, payload ->> 'status' from change_log where kind = 'status' order by id"))
                .containsExactly("status|offline", "status|offline");
        assertThat(shelf.rows("select status_id, until_at - from_at from status_intervals where device_id = "
                        + shelf.id(quick) + " order by from_at"))
                .containsExactly("1|00:10:01", "2|null");
    }

    @Test
    void turnsNothingOfflineWhileTheAcsCannotBeTrusted() {
        DeviceReading reading = Fleet.onu(1, Fleet.NOW);
        shelf.discover(reading);
        Instant away = Fleet.NOW.plusSeconds(30);

        assertThat(reassess(false, away)).isEqualTo(1);
        assertThat(reassess(false, Fleet.NOW.plusSeconds(86_400))).isZero();

        Device device = shelf.store.find(shelf.id(reading)).orElseThrow();
        assertThat(device.status()).isEqualTo(DeviceStatus.UNKNOWN);
        assertThat(device.staleSince()).contains(away);

        assertThat(reassess(true, Fleet.NOW.plusSeconds(60))).isEqualTo(1);
        assertThat(status(reading)).isEqualTo(DeviceStatus.ONLINE);
        assertThat(shelf.store.find(shelf.id(reading)).orElseThrow().staleSince())
                .isEmpty();
    }

    @Test
    void knowsNothingOfADeviceThatNeverInformed() {
        DeviceReading reading = Fleet.bare("never");
        shelf.discover(reading);

        assertThat(reassess(true, Fleet.NOW)).isEqualTo(1);
        assertThat(status(reading)).isEqualTo(DeviceStatus.UNKNOWN);
        assertThat(shelf.store.find(shelf.id(reading)).orElseThrow().staleSince())
                .isEmpty();
        assertThat(reassess(true, Fleet.NOW.plusSeconds(9999))).isZero();
    }

    @Test
    void doesNotCallAParkedDeviceOfflineBecauseNobodyReadsItsInforms() {
        DeviceReading reading = Fleet.onu(1, Fleet.NOW);
        shelf.discover(reading);
        shelf.apply(
                Fleet.NOW, new Change.Parked(shelf.id(reading), reading.identity(), "Its connector huawei is away."));

        reassess(true, Fleet.NOW.plusSeconds(86_400));

        assertThat(status(reading)).isEqualTo(DeviceStatus.UNKNOWN);
    }

    @Test
    void anInformOfTheFutureKeepsADeviceOnlineForTwoIntervalsAndNoLonger() {
        Instant future = Fleet.NOW.plus(Duration.ofDays(3_650));
        DeviceReading reading = Fleet.onu(1, future);
        shelf.discover(reading);
        shelf.apply(Fleet.NOW.plusSeconds(300), Fleet.updated(shelf.id(reading), reading));

        assertThat(reassess(true, Fleet.NOW.plusSeconds(600))).isZero();
        assertThat(reassess(true, Fleet.NOW.plusSeconds(601))).isEqualTo(1);

        Device device = shelf.store.find(shelf.id(reading)).orElseThrow();
        assertThat(device.status()).isEqualTo(DeviceStatus.OFFLINE);
        assertThat(device.reading().lastInform()).contains(future);
        Instant later = Fleet.NOW.plusSeconds(7_200);
        shelf.apply(later, Fleet.updated(shelf.id(reading), Fleet.onu(1, future.plusSeconds(1))));
        assertThat(reassess(true, later.plusSeconds(600))).isZero();
        assertThat(status(reading)).isEqualTo(DeviceStatus.ONLINE);
    }

    @Test
    void aParkedDeviceWhoseClockWasSetRightIsHeardAgain() {
        DeviceReading reading = Fleet.onu(1, Fleet.NOW.plus(Duration.ofDays(3_650)));
        shelf.discover(reading);
        Instant later = Fleet.NOW.plusSeconds(7_200);
        shelf.apply(
                later, new Change.Parked(shelf.id(reading), reading.identity(), "huawei is away", Optional.of(later)));

        reassess(true, later.plusSeconds(10));

        assertThat(status(reading)).isEqualTo(DeviceStatus.ONLINE);
    }

    @Test
    void keepsTheFreshInformOfAParkedDeviceAndSoItsStatus() {
        DeviceReading reading = Fleet.onu(1, Fleet.NOW);
        shelf.discover(reading);
        Instant later = Fleet.NOW.plusSeconds(7_200);
        shelf.apply(
                later, new Change.Parked(shelf.id(reading), reading.identity(), "huawei is away", Optional.of(later)));

        reassess(true, later.plusSeconds(10));

        assertThat(status(reading)).isEqualTo(DeviceStatus.ONLINE);
    }

    @Test
    void countsNoSilenceAgainstADeviceWhileItsAcsWasDeaf() {
        DeviceReading reading = Fleet.onu(1, Fleet.NOW);
        shelf.discover(reading);
        Instant back = Fleet.NOW.plusSeconds(86_400);
        reassess(false, Fleet.NOW.plusSeconds(60));

        shelf.store.reassess(new Assessment(Fleet.ACS, true, back, DEFAULT, back.plusSeconds(30), Fleet.NOW, back));
        assertThat(status(reading)).isEqualTo(DeviceStatus.UNKNOWN);

        Instant late = back.plusSeconds(7_200);
        shelf.store.reassess(new Assessment(Fleet.ACS, true, late, DEFAULT, late, Fleet.NOW, back));
        assertThat(status(reading)).isEqualTo(DeviceStatus.OFFLINE);
    }

    @Test
    void countsAnInformOfTheFutureAsNow() {
        DeviceReading early = Fleet.onu(1, Fleet.NOW.plus(Duration.ofDays(3000)));
        shelf.discover(early);
        assertThat(reassess(false, Fleet.NOW)).isEqualTo(1);

        assertThat(reassess(true, Fleet.NOW.plusSeconds(5))).isEqualTo(1);
        assertThat(status(early)).isEqualTo(DeviceStatus.ONLINE);
    }

    @Test
    void leavesTheDevicesOfOtherAcsAlone() {
        shelf.discover(Fleet.onu(1, Fleet.NOW));

        assertThat(shelf.store.reassess(new Assessment(new AcsId("other"), false, Fleet.NOW, DEFAULT, Fleet.NOW)))
                .isZero();
    }

    @Test
    void leavesWhatPeopleSetInForce() {
        DeviceReading reading = Fleet.onu(1, Fleet.NOW);
        shelf.discover(reading);
        shelf.asOwner("update devices set status_id = 3");

        reassess(false, Fleet.NOW);

        assertThat(status(reading)).isEqualTo(DeviceStatus.MAINTENANCE);
        assertThat(shelf.known(reading).connectivity()).isEqualTo(DeviceStatus.UNKNOWN);
        assertThat(shelf.rows("select status_name from device_overview")).containsExactly("em manutenção");
    }

    private int reassess(boolean trusted, Instant at) {
        return shelf.store.reassess(new Assessment(Fleet.ACS, trusted, at, DEFAULT, at));
    }

    private DeviceStatus status(DeviceReading reading) {
        return shelf.store.find(shelf.id(reading)).orElseThrow().status();
    }
}
