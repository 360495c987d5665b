package com.rjchronos.simulator.cwmp;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.simulator.fleet.Device;
import com.rjchronos.simulator.fleet.Fleet;
import com.rjchronos.simulator.fleet.Reach;
import com.rjchronos.simulator.fleet.ShiftedClock;
import com.rjchronos.simulator.json.ByteSink;
import com.rjchronos.simulator.query.Document;
import com.rjchronos.simulator.query.JsonCollection;
import com.rjchronos.simulator.query.Projection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
    private final ShiftedClock clock = clock();
    private final List<String> heard = new ArrayList<>();
    private final Changes changes = (kind, device, detail) -> heard.add(kind + " " + device);
    private final Tasks tasks = new Tasks(clock, 1, changes);

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
        assertThat(List.of("left ", "returned ", "registered "))
                .map(kind ->
                        heard.stream().filter(line -> line.startsWith(kind)).count())
                .containsExactly(heartbeat.left(), heartbeat.returned(), heartbeat.registered());
    }

    @Test
    void livesTheSameLifeHoweverOftenItBeats() {
        String often = lifeOfAnHour(Duration.ofMillis(250));
        String seldom = lifeOfAnHour(Duration.ofSeconds(1));
        String irregularly = lifeOfAnHour(Duration.ofMillis(7_001));

        assertThat(seldom).isEqualTo(often);
        assertThat(irregularly).isEqualTo(often);
    }

    @Test
    void doesNotLiveThroughTimeThatTheClockSkips() {
        Fleet fleet = Fleet.of(20, 1, clock);
        Sessions sessions = sessions(changes);
        Heartbeat heartbeat = new Heartbeat(fleet, sessions, clock, changes, new Heartbeat.Pace(1, false, 1));

        clock.shift(Duration.ofDays(36_500));
        heartbeat.beat();

        assertThat(sessions.count()).isBetween(1L, 25L * 102);
        assertThat(Arrays.stream(fleet.devices())
                        .filter(device -> device.reach().informs()))
                .allMatch(device -> device.nextInform() > clock.millis());
    }

    @Test
    void aDeviceThatRegistersAnewOutOfTurnLivesOnFromThere() {
        Fleet fleet = Fleet.of(300, 1, clock);
        Sessions sessions = sessions(changes);
        Heartbeat heartbeat = new Heartbeat(fleet, sessions, clock, changes, new Heartbeat.Pace(1, false, 1));
        live(heartbeat, 60, 10);
        List<Device> anew = Arrays.stream(fleet.devices()).map(Device::id).filter(fleet::remove).toList().stream()
                .flatMap(id -> fleet.readmit(id, clock.millis()).stream())
                .toList();
        assertThat(anew).hasSizeGreaterThanOrEqualTo(300);
        long registered = clock.millis();
        heartbeat.beat();

        assertThat(anew)
                .allMatch(device -> device.reach().informs())
                .allMatch(device -> device.lastInform() == registered);
    }

    @Test
    void aSessionThatWasDueBeforeAnotherDoesNotOvertakeIt() {
        Device device = Fleet.of(1, 1, clock).devices()[0];
        Sessions sessions = sessions(changes);
        long now = clock.millis();

        sessions.run(device, Sessions.Event.PERIODIC);
        sessions.run(device, Sessions.Event.BOOT, now - 60_000);

        assertThat(device.lastInform()).isEqualTo(now);
    }

    @Test
    void goesOnWhenOneDeviceStumbles() {
        Fleet fleet = Fleet.of(30, 1, clock);
        String bad = Arrays.stream(fleet.devices())
                .filter(device -> device.reach().informs())
                .findFirst()
                .orElseThrow()
                .id();
        Sessions stumbling = sessions((kind, device, detail) -> {
            heard.add(kind + " " + device);
            if (device.equals(bad)) {
                throw new IllegalStateException("stumbled");
            }
        });
        Heartbeat heartbeat = new Heartbeat(fleet, stumbling, clock, changes, new Heartbeat.Pace(1, false, 1));

        live(heartbeat, 3_600, 1);

        long interval = fleet.find(bad).orElseThrow().informInterval() / 1000;
        assertThat(heard.stream().filter(("informed " + bad)::equals).count())
                .isBetween(3_600 / interval - 1, 3_600 / interval + 1);
        assertThat(heard.stream()
                        .filter(line -> line.startsWith("informed "))
                        .distinct()
                        .count())
                .isGreaterThan(25);
    }

    @Test
    void faultsATaskThatNobodyForesaw() {
        Fleet fleet = Fleet.of(1, 1, clock);
        Device device = fleet.devices()[0];
        device.reach(Reach.ONLINE);
        tasks.queue(Map.of("name", "provisions", "provisions", List.of(Arrays.asList("value", null, 1L))), device.id());
        Heartbeat heartbeat = heartbeat(fleet, 1, false);

        live(heartbeat, 1_801, 1);

        assertThat(tasks.faults().where(fault -> fault.text("code").equals("script.Error")))
                .singleElement()
                .extracting(fault -> fault.text("device"))
                .isEqualTo(device.id());
        assertThat(device.lastInform()).isGreaterThan(clock.millis() - 2 * device.informInterval());
    }

    @Test
    void livesFasterByTheTimeScale() {
        Fleet fleet = Fleet.of(100, 1, clock);
        Sessions sessions = sessions(changes);
        Heartbeat heartbeat = new Heartbeat(fleet, sessions, clock, changes, new Heartbeat.Pace(60, false, 1));

        live(heartbeat, 60, 1);

        assertThat(sessions.count()).isGreaterThan(300);
    }

    @Test
    void doesNothingByItselfWhenFrozen() {
        Fleet fleet = Fleet.of(200, 1, clock);
        String before = whole(fleet);
        List<String> away = away(fleet);
        Heartbeat heartbeat = heartbeat(fleet, 1, true);

        live(heartbeat, 7 * 86_400, 3_600);

        assertThat(away).isNotEmpty();
        assertThat(away(fleet)).isEqualTo(away);
        assertThat(whole(fleet)).isEqualTo(before);
        assertThat(heard).isEmpty();
    }

    @Test
    void bringsBackWhatATaskSentAwayEvenWhenFrozen() {
        Fleet fleet = Fleet.of(1, 1, clock);
        Device device = fleet.devices()[0];
        device.reach(Reach.ONLINE);
        Heartbeat heartbeat = heartbeat(fleet, 1, true);
        tasks.queue(Map.of("name", "reboot"), device.id());
        sessions(changes).run(device, Sessions.Event.CONNECTION_REQUEST);
        assertThat(device.reach()).isEqualTo(Reach.OFFLINE);

        live(heartbeat, 4, 1);

        assertThat(device.reach()).isEqualTo(Reach.ONLINE);
        assertThat(heard).contains("rebooted " + device.id(), "returned " + device.id());
    }

    private static String lifeOfAnHour(Duration step) {
        ShiftedClock clock = clock();
        Instant end = clock.instant().plus(Duration.ofHours(1));
        List<String> heard = new ArrayList<>();
        Changes changes = (kind, device, detail) -> heard.add(kind + " " + device + " " + detail);
        Fleet fleet = Fleet.of(300, 1, clock);
        Sessions sessions = new Sessions(
                clock,
                new Tasks(clock, 1, changes),
                Map.of("files", new JsonCollection(), "presets", new JsonCollection()),
                new ForcedFaults(),
                changes);
        Heartbeat heartbeat = new Heartbeat(fleet, sessions, clock, changes, new Heartbeat.Pace(1, false, 1));
        while (clock.instant().isBefore(end)) {
            Duration left = Duration.between(clock.instant(), end);
            clock.shift(left.compareTo(step) < 0 ? left : step);
            heartbeat.beat();
        }
        assertThat(heartbeat.left()).isPositive();
        assertThat(heartbeat.registered()).isPositive();
        return String.join("\n", away(fleet)) + "\n" + String.join("\n", heard) + "\n" + whole(fleet);
    }

    private static List<String> away(Fleet fleet) {
        return Arrays.stream(fleet.devices())
                .filter(device -> device.reach() == Reach.OFFLINE)
                .map(Device::id)
                .toList();
    }

    private static String whole(Fleet fleet) {
        ByteSink out = new ByteSink(1 << 20);
        for (Document document : fleet.documents()) {
            document.write(Projection.NONE, out);
        }
        return out.toString();
    }

    private static ShiftedClock clock() {
        return new ShiftedClock(Clock.fixed(Instant.parse("2026-11-23T03:20:00Z"), ZoneOffset.UTC));
    }

    private void live(Heartbeat heartbeat, int seconds, int step) {
        for (int i = 0; i < seconds; i += step) {
            clock.shift(Duration.ofSeconds(step));
            heartbeat.beat();
        }
    }

    private Heartbeat heartbeat(Fleet fleet, double timeScale, boolean frozen) {
        Heartbeat.Pace pace = new Heartbeat.Pace(timeScale, frozen, 1);
        return new Heartbeat(fleet, sessions(changes), clock, changes, pace);
    }

    private Sessions sessions(Changes heard) {
        return new Sessions(
                clock,
                tasks,
                Map.of("files", new JsonCollection(), "presets", new JsonCollection()),
                new ForcedFaults(),
                heard);
    }
}
