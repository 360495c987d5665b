package com.rjchronos.simulator.cwmp;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.simulator.fleet.Device;
import com.rjchronos.simulator.fleet.Fleet;
import com.rjchronos.simulator.fleet.ShiftedClock;
import com.rjchronos.simulator.query.JsonCollection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
    private final ShiftedClock clock =
            new ShiftedClock(Clock.fixed(Instant.parse("2026-11-23T03:20:00Z"), ZoneOffset.UTC));
    private final Changes unheard = (kind, device, detail) -> {};

    @Test
    void letsEveryDeviceInformAtItsOwnInterval() {
        Fleet fleet = Fleet.of(300, 1, clock);
        Heartbeat heartbeat = heartbeat(fleet, 1, false);
        long start = clock.millis();

        live(heartbeat, 1_800, 10);

        long late = Arrays.stream(fleet.devices())
                .filter(device -> device.reach().informs())
                .filter(device -> clock.millis() - device.lastInform() > device.informInterval() + 10_000)
                .count();
        assertThat(late).isZero();
        assertThat(Arrays.stream(fleet.devices())
                        .filter(device -> device.lastInform() > start)
                        .count())
                .isGreaterThan(250);
    }

    @Test
    void losesSomeDevicesWhichComeBackWithABootAndGainsNewOnes() {
        Fleet fleet = Fleet.of(300, 1, clock);
        Heartbeat heartbeat = heartbeat(fleet, 1, false);

        live(heartbeat, 4 * 3_600, 20);

        assertThat(heartbeat.left()).isPositive();
        assertThat(heartbeat.returned()).isPositive();
        assertThat(heartbeat.registered()).isBetween(1L, 30L);
        assertThat(fleet.devices().length).isBetween(301, 330);
    }

    @Test
    void livesFasterByTheTimeScale() {
        Fleet fleet = Fleet.of(100, 1, clock);
        Sessions sessions = sessions();
        Heartbeat heartbeat = new Heartbeat(fleet, sessions, clock, 60, false, 1);

        live(heartbeat, 60, 1);

        assertThat(sessions.count()).isGreaterThan(300);
    }

    @Test
    void doesNothingByItselfWhenFrozen() {
        Fleet fleet = Fleet.of(50, 1, clock);
        long[] before =
                Arrays.stream(fleet.devices()).mapToLong(Device::lastInform).toArray();
        Heartbeat heartbeat = heartbeat(fleet, 1, true);

        live(heartbeat, 100, 10);

        assertThat(Arrays.stream(fleet.devices()).mapToLong(Device::lastInform).toArray())
                .isEqualTo(before);
    }

    private void live(Heartbeat heartbeat, int seconds, int step) {
        for (int i = 0; i < seconds; i += step) {
            clock.shift(Duration.ofSeconds(step));
            heartbeat.beat();
        }
    }

    private Heartbeat heartbeat(Fleet fleet, double timeScale, boolean frozen) {
        return new Heartbeat(fleet, sessions(), clock, timeScale, frozen, 1);
    }

    private Sessions sessions() {
        return new Sessions(clock, new Tasks(clock, 1, unheard), new JsonCollection(), new ForcedFaults(), unheard);
    }
}
