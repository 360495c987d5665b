package com.rjchronos.inventory.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.inventory.connector.ConnectorDesk;
import com.rjchronos.inventory.fake.Documents;
import com.rjchronos.inventory.fake.MemoryDeviceStore;
import com.rjchronos.inventory.fake.MemorySweepStore;
import com.rjchronos.inventory.fake.ScriptedGateway;
import com.rjchronos.inventory.fake.TestClock;
import com.rjchronos.inventory.settings.InventorySettings;
import com.rjchronos.model.acs.AcsHealth;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.caller.Actor;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.health.Health;
import com.rjchronos.model.health.HealthIndicator;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.problem.ProblemException;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.sweep.Sweep;
import com.rjchronos.model.sweep.SweepKind;
import com.rjchronos.model.sweep.SweepOutcome;
import com.rjchronos.model.sweep.SweepQuestion;
import com.rjchronos.model.sweep.SweepReport;
import com.rjchronos.port.DeviceStore.Assessment;
import com.rjchronos.port.DeviceStore.Known;
import com.rjchronos.port.SweepStore.Progress;
import com.rjchronos.spi.VendorConnector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.Version;

@Timeout(30)
class FleetSweepsTest {
    private static final AcsId MAIN = Documents.MAIN;
    private static final Caller CLOCK = Caller.system("clock", Origin.SCHEDULE);

    private final TestClock clock = new TestClock("2026-11-23T12:00:00Z");
    private final MemorySweepStore sweepStore = new MemorySweepStore();
    private final MemoryDeviceStore deviceStore = new MemoryDeviceStore();
    private final ConnectorDesk desk = new ConnectorDesk(Duration.ofSeconds(5));
    private final VendorConnector generic = DeviceReading::of;
    private final List<HealthIndicator> shown = new ArrayList<>();
    private final AcsRoster roster = new AcsRoster(
            indicator -> {
                shown.add(indicator);
                return () -> shown.remove(indicator);
            },
            clock);
    private final Assessor assessor = new Assessor(
            roster,
            sweepStore,
            deviceStore,
            new InventorySettings(Duration.ofSeconds(5), Duration.ofMinutes(15), Duration.ofMinutes(10)),
            clock);
    private final Restraint restraint = Restraint.of(4);
    private final SweepRunner runner = new SweepRunner(sweepStore, desk, assessor, clock);
    private final FleetSweeps sweeps = new FleetSweeps(roster, runner, assessor, desk, restraint, sweepStore);
    private final Returns returns =
            new Returns(roster, runner, desk, new Rereading(runner, desk, deviceStore), clock, Runnable::run);
    private final ScriptedGateway gateway = new ScriptedGateway(MAIN, clock.instant());

    @BeforeEach
    void aRunningHouse() throws InterruptedException {
        desk.arrive("generic", Version.emptyVersion, Map.of(), generic);
        desk.awaitArrivals(Duration.ZERO);
        roster.join(gateway);
        gateway.answer =
                question -> SweepReport.whole(Optional.of(clock.instant().plusSeconds(7)));
    }

    @Test
    void anIncrementalSweepWithoutAWatermarkIsAFullOne() {
        Sweep sweep = run(SweepKind.INCREMENTAL);

        assertThat(sweep.kind()).isEqualTo(SweepKind.FULL);
        assertThat(gateway.asked.get(0).informedSince()).isEmpty();
        assertThat(sweepStore.progress(MAIN).informedUntil()).contains(Instant.parse("2026-11-23T12:00:07Z"));
        assertThat(sweepStore.progress(MAIN).registeredUntil()).contains(Instant.parse("2026-11-23T12:00:07Z"));
        assertThat(sweepStore.progress(MAIN).lastComplete()).contains(clock.instant());
    }

    @Test
    void asksFromTheWatermarkMinusFiveMinutesAndMovesItToTheAcssClock() {
        run(SweepKind.FULL);
        clock.advance(Duration.ofMinutes(5));

        Sweep sweep = run(SweepKind.INCREMENTAL);

        assertThat(sweep.since()).contains(Instant.parse("2026-11-23T11:55:07Z"));
        assertThat(gateway.asked.get(1).informedSince()).contains(Instant.parse("2026-11-23T11:55:07Z"));
        assertThat(gateway.asked.get(1).registeredSince()).isEmpty();
        assertThat(sweepStore.progress(MAIN).informedUntil()).contains(Instant.parse("2026-11-23T12:05:07Z"));
    }

    @Test
    void looksForNewDevicesOnceAllOldOnesAreKnownFromItsOwnWatermark() {
        assertThat(sweeps.run(CLOCK, SweepKind.NEW)).isEmpty();
        run(SweepKind.FULL);
        Progress before = sweepStore.progress(MAIN);
        clock.advance(Duration.ofSeconds(30));

        run(SweepKind.NEW);

        assertThat(gateway.asked.get(1).registeredSince()).contains(Instant.parse("2026-11-23T11:59:07Z"));
        assertThat(gateway.asked.get(1).informedSince()).isEmpty();
        Progress after = sweepStore.progress(MAIN);
        assertThat(after.registeredUntil()).contains(Instant.parse("2026-11-23T12:00:37Z"));
        assertThat(after.informedUntil()).isEqualTo(before.informedUntil());
        assertThat(after.lastComplete()).isEqualTo(before.lastComplete());
    }

    @Test
    void anAcsThatDoesNotTellItsClockIsReadFromOursWithAMargin() {
        gateway.answer = question -> SweepReport.whole(Optional.empty());

        run(SweepKind.FULL);

        assertThat(sweepStore.progress(MAIN).informedUntil()).contains(Instant.parse("2026-11-23T11:59:00Z"));
    }

    @Test
    void aSweepThatBrokeDoesNotMoveTheWatermark() {
        run(SweepKind.FULL);
        Progress before = sweepStore.progress(MAIN);
        clock.advance(Duration.ofMinutes(5));
        gateway.answer = question -> SweepReport.broken(Optional.of(clock.instant()), "It broke off.");

        Sweep sweep = run(SweepKind.INCREMENTAL);

        assertThat(sweep.outcome()).isEqualTo(SweepOutcome.BROKEN);
        assertThat(sweep.reason()).contains("It broke off.");
        assertThat(sweepStore.progress(MAIN)).isEqualTo(before);
    }

    @Test
    void aGatewayThatThrowsIsABrokenSweep() {
        gateway.answer = question -> {
            throw new IllegalStateException("bug");
        };

        assertThat(run(SweepKind.FULL).outcome()).isEqualTo(SweepOutcome.BROKEN);
    }

    @Test
    void timeThatRunsBackwardsCausesAFullSweepAndResetsTheWatermark() {
        run(SweepKind.FULL);
        clock.advance(Duration.ofMinutes(5));
        Instant restored = Instant.parse("2026-11-20T00:00:00Z");
        gateway.answer = question -> SweepReport.whole(Optional.of(restored));

        Sweep sweep = run(SweepKind.INCREMENTAL);

        assertThat(sweep.kind()).isEqualTo(SweepKind.FULL);
        assertThat(sweepStore.story()).containsExactly("FULL COMPLETE", "INCREMENTAL COMPLETE", "FULL COMPLETE");
        assertThat(sweepStore.progress(MAIN).informedUntil()).contains(restored);
        run(SweepKind.INCREMENTAL);
        assertThat(gateway.asked.get(3).informedSince()).contains(restored.minus(SweepPlan.OVERLAP));
    }

    @Test
    void timeThatRunsBackwardsIsSeenAlsoWhereTheAcsDoesNotTellItsClock() {
        gateway.answer =
                question -> SweepReport.whole(Optional.of(clock.instant().plus(Duration.ofDays(1))));
        run(SweepKind.FULL);
        gateway.answer = question -> SweepReport.whole(Optional.empty());

        assertThat(run(SweepKind.INCREMENTAL).kind()).isEqualTo(SweepKind.FULL);
    }

    @Test
    void neverSweepsOneAcsTwiceAtOnce() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        gateway.answer = question -> {
            inside.countDown();
            await(leave);
            return SweepReport.whole(Optional.empty());
        };
        Thread first = new Thread(() -> sweeps.run(CLOCK, SweepKind.FULL));
        first.start();
        await(inside);

        assertThat(sweeps.run(CLOCK, SweepKind.FULL)).isEmpty();

        leave.countDown();
        first.join();
        assertThat(sweepStore.rows).hasSize(1);
    }

    @Test
    void whatTheClockFiresInTheSecondOfALookForNewDevicesIsNotLost() throws InterruptedException {
        run(SweepKind.FULL);
        CountDownLatch leave = new CountDownLatch(1);
        Thread look = look(leave);
        Thread full = new Thread(() -> sweeps.run(CLOCK, SweepKind.FULL));
        Thread incremental = new Thread(() -> sweeps.run(CLOCK, SweepKind.INCREMENTAL));
        full.start();
        awaitWaiting(full);
        assertThat(sweeps.run(CLOCK, SweepKind.NEW)).isEmpty();

        leave.countDown();
        look.join();
        full.join();
        incremental.start();
        incremental.join();

        assertThat(sweepStore.story())
                .containsExactly("FULL COMPLETE", "NEW COMPLETE", "FULL COMPLETE", "INCREMENTAL COMPLETE");
    }

    @Test
    void whatWasDoneWhileASweepWaitedForItsTurnIsNotDoneAgain() throws InterruptedException {
        run(SweepKind.FULL);
        clock.advance(Duration.ofMinutes(5));
        CountDownLatch leave = new CountDownLatch(1);
        Thread look = look(leave);
        List<Thread> waiting = List.of(
                new Thread(() -> sweeps.run(CLOCK, SweepKind.INCREMENTAL)),
                new Thread(() -> sweeps.run(CLOCK, SweepKind.INCREMENTAL)));
        for (Thread thread : waiting) {
            thread.start();
            awaitWaiting(thread);
        }

        leave.countDown();
        look.join();
        for (Thread thread : waiting) {
            thread.join();
        }

        assertThat(sweepStore.story()).containsExactly("FULL COMPLETE", "NEW COMPLETE", "INCREMENTAL COMPLETE");
    }

    @Test
    void whoWaitsForItsTurnWhenAllStopsGetsNone() throws InterruptedException {
        run(SweepKind.FULL);
        Thread look = look(new CountDownLatch(1));
        Thread full = new Thread(() -> sweeps.run(CLOCK, SweepKind.FULL));
        full.start();
        awaitWaiting(full);

        runner.stop();
        look.join();
        full.join();

        assertThat(sweepStore.story()).containsExactly("FULL COMPLETE", "NEW INTERRUPTED");
    }

    @Test
    void ofTwoConfigurationsOfOneAcsTheSecondTakesThePlaceOfTheFirst() {
        ScriptedGateway renamed = new ScriptedGateway(MAIN, clock.instant());
        roster.join(renamed);
        run(SweepKind.FULL);
        assertThat(renamed.asked).isEmpty();

        roster.leave(gateway);
        run(SweepKind.FULL);

        assertThat(renamed.asked).hasSize(1);
        assertThat(shown).hasSize(1);
        roster.leave(renamed);
        assertThat(roster.gateways()).isEmpty();
    }

    @Test
    void aGatewayThatLeavesAfterTheRosterClosedLeavesInPeace() {
        roster.close();

        roster.leave(gateway);

        assertThat(shown).isEmpty();
        assertThat(roster.gateways()).isEmpty();
    }

    @Test
    void sweepsSeveralAcssSideBySide() {
        ScriptedGateway second = new ScriptedGateway(new AcsId("north"), clock.instant());
        roster.join(second);
        CountDownLatch both = new CountDownLatch(2);
        gateway.answer = question -> meet(both);
        second.answer = question -> meet(both);

        assertThat(sweeps.run(CLOCK, SweepKind.FULL))
                .extracting(s -> s.acs().value())
                .containsExactly("main", "north");
    }

    @Test
    void anAcsThatIsAwayGetsNoRowForEveryLookForNewDevices() {
        run(SweepKind.FULL);
        gateway.is(AcsHealth.State.UNREACHABLE, clock.instant());

        assertThat(sweeps.run(CLOCK, SweepKind.NEW)).isEmpty();
        assertThat(sweepStore.rows).hasSize(1);
    }

    @Test
    void anAcsInMaintenanceIsLeftAloneAndItsDevicesAreNeverCalledOffline() throws InterruptedException {
        run(SweepKind.FULL);
        gateway.is(AcsHealth.State.MAINTENANCE, clock.instant());
        clock.advance(Duration.ofMinutes(14));

        assertThat(sweeps.run(CLOCK, SweepKind.FULL)).isEmpty();
        settle();
        assertThat(gateway.asked).hasSize(1);
        assertThat(sweeps.reassess(CLOCK)).isZero();
        assertThat(deviceStore.assessments).hasSize(1);

        clock.advance(Duration.ofMinutes(2)); // what is known is too old by now
        sweeps.reassess(CLOCK);
        assertThat(latest().trusted()).isFalse();
    }

    @Test
    void withoutAnyConnectorNothingIsSwept() {
        desk.depart(generic);

        assertThat(sweeps.run(CLOCK, SweepKind.FULL)).isEmpty();
        assertThat(gateway.asked).isEmpty();
    }

    @Test
    void refusesThoseWhoMayNotAndWhatCannotBeAsked() {
        Caller nobody = new Caller(Actor.system("nobody"), Set.of(), Origin.API, Optional.empty(), "trace");

        assertThatThrownBy(() -> sweeps.run(nobody, SweepKind.FULL)).hasMessageContaining("sweeps:run");
        assertThatThrownBy(() -> sweeps.run(CLOCK, SweepKind.SELECTED)).isInstanceOf(ProblemException.class);
    }

    @Test
    void devicesGoOfflineOnTheWordOfASweepAndNotBetweenTwo() {
        run(SweepKind.FULL);
        assertThat(deviceStore.assessments).singleElement().satisfies(a -> assertThat(a.trusted())
                .isTrue());
        clock.advance(Duration.ofMinutes(4));

        sweeps.reassess(CLOCK);

        assertThat(deviceStore.assessments).hasSize(1);
    }

    @Test
    void theDevicesOfAnUnreachableAcsAreUnknownSinceItsLastSweep() {
        run(SweepKind.FULL);
        Instant last = clock.instant();
        clock.advance(Duration.ofMinutes(2));
        gateway.is(AcsHealth.State.UNREACHABLE, clock.instant());

        sweeps.reassess(CLOCK);

        assertThat(deviceStore.assessments.get(1).trusted()).isFalse();
        assertThat(deviceStore.assessments.get(1).staleSince()).isEqualTo(last);
    }

    @Test
    void anAcsWithoutAYoungSweepIsNotTrusted() {
        run(SweepKind.FULL);
        clock.advance(Duration.ofMinutes(16));

        sweeps.reassess(CLOCK);

        assertThat(deviceStore.assessments.get(1).trusted()).isFalse();
    }

    @Test
    void silenceCountsForNothingWhileTheAcsWasAway() {
        run(SweepKind.FULL);
        Instant heard = clock.instant();
        assertThat(deviceStore.assessments.get(0).deafFrom())
                .isEqualTo(deviceStore.assessments.get(0).deafUntil());

        away(Duration.ofHours(2));
        run(SweepKind.INCREMENTAL);

        assertThat(latest().trusted()).isTrue();
        assertThat(latest().deafFrom()).isEqualTo(heard);
        assertThat(latest().deafUntil()).isEqualTo(clock.instant());
        clock.advance(Duration.ofMinutes(5));
        run(SweepKind.INCREMENTAL);
        assertThat(latest().deafUntil()).isEqualTo(clock.instant().minus(Duration.ofMinutes(5)));
    }

    @Test
    void thatTheAcsWasAwayIsKnownAlsoAfterARestart() {
        run(SweepKind.FULL);
        Instant heard = clock.instant();
        away(Duration.ofHours(2));
        run(SweepKind.INCREMENTAL);
        Instant back = clock.instant();

        clock.advance(Duration.ofMinutes(2));
        Assessor reborn = new Assessor(
                roster,
                sweepStore,
                deviceStore,
                new InventorySettings(Duration.ofSeconds(5), Duration.ofMinutes(15), Duration.ofMinutes(10)),
                clock);
        new SweepRunner(sweepStore, desk, reborn, clock).sweep(gateway, SweepKind.INCREMENTAL, "the clock");

        assertThat(latest().deafFrom()).isEqualTo(heard);
        assertThat(latest().deafUntil()).isEqualTo(back);
    }

    @Test
    void anAcsThatWasBackForAMomentOnlyWasAwayAllTheTime() {
        run(SweepKind.FULL);
        Instant heard = clock.instant();
        away(Duration.ofHours(2));
        run(SweepKind.INCREMENTAL);
        clock.advance(Duration.ofMinutes(3));
        away(Duration.ofMinutes(2));

        run(SweepKind.INCREMENTAL);

        assertThat(latest().deafFrom()).isEqualTo(heard);
        assertThat(latest().deafUntil()).isEqualTo(clock.instant());
        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofMinutes(10));
            run(SweepKind.INCREMENTAL);
        }
        clock.advance(Duration.ofHours(1));
        run(SweepKind.INCREMENTAL);
        assertThat(latest().deafFrom()).isEqualTo(clock.instant().minus(Duration.ofHours(1)));
    }

    @Test
    void aGatewayMayBeAwayForAMomentAndNotForLong() {
        run(SweepKind.FULL);
        clock.advance(Duration.ofMinutes(2));
        roster.leave(gateway);

        clock.advance(Duration.ofSeconds(10));
        sweeps.reassess(CLOCK);
        assertThat(deviceStore.assessments).hasSize(1);

        clock.advance(Duration.ofMinutes(2));
        sweeps.reassess(CLOCK);
        assertThat(deviceStore.assessments).hasSize(2);
        assertThat(deviceStore.assessments.get(1).trusted()).isFalse();
    }

    @Test
    void anAcsThatCameBackIsSweptAtOnceAndOnlyOnce() {
        returns.look(List.of());
        returns.look(List.of());
        assertThat(sweepStore.story()).containsExactly("FULL COMPLETE");

        clock.advance(Duration.ofMinutes(1));
        gateway.is(AcsHealth.State.UNREACHABLE, clock.instant());
        returns.look(List.of());
        clock.advance(Duration.ofMinutes(1));
        gateway.is(AcsHealth.State.REACHABLE, clock.instant());
        clock.advance(Duration.ofSeconds(1));
        returns.look(List.of());
        returns.look(List.of());

        assertThat(sweepStore.story()).containsExactly("FULL COMPLETE", "INCREMENTAL COMPLETE");
    }

    @Test
    void anAcsThatAnswersAndBreaksOffIsSweptEverMoreSeldomUntilItComesThrough() {
        gateway.answer = question -> SweepReport.broken(Optional.empty(), "It broke off.");
        List<Long> pauses = new ArrayList<>();
        Instant last = clock.instant();
        for (int second = 0; second < 1_000; second++) {
            int before = sweepStore.rows.size();
            backAgain();
            if (sweepStore.rows.size() > before) {
                pauses.add(Duration.between(last, clock.instant()).toSeconds());
                last = clock.instant();
            }
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(pauses).containsExactly(0L, 10L, 20L, 40L, 80L, 160L, 300L, 300L);

        gateway.answer = question -> SweepReport.whole(Optional.of(clock.instant()));
        run(SweepKind.FULL);
        clock.advance(Duration.ofSeconds(1));
        backAgain();
        assertThat(sweepStore.story().get(sweepStore.rows.size() - 1)).isEqualTo("INCREMENTAL COMPLETE");
    }

    private void backAgain() {
        gateway.is(AcsHealth.State.UNREACHABLE, clock.instant());
        gateway.is(AcsHealth.State.REACHABLE, clock.instant().plusMillis(1));
        returns.look(List.of());
    }

    @Test
    void aSlowAcsHoldsUpNoOther() throws InterruptedException {
        ScriptedGateway north = new ScriptedGateway(new AcsId("north"), clock.instant());
        roster.join(north);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        gateway.answer = question -> {
            inside.countDown();
            await(leave);
            return SweepReport.whole(Optional.empty());
        };
        Thread first = new Thread(() -> sweeps.run(CLOCK, SweepKind.INCREMENTAL));
        first.start();
        await(inside);
        awaitTrue(() -> north.asked.size() == 1 && !runner.last().isEmpty());

        assertThat(sweeps.run(CLOCK, SweepKind.INCREMENTAL))
                .extracting(s -> s.acs().value())
                .containsExactly("north");

        leave.countDown();
        first.join();
    }

    @Test
    void anAcsThatComesBackWaitsForNoOther() throws InterruptedException {
        ScriptedGateway north = new ScriptedGateway(new AcsId("north"), clock.instant());
        roster.join(north);
        CountDownLatch leave = new CountDownLatch(1);
        gateway.answer = question -> {
            await(leave);
            return SweepReport.whole(Optional.empty());
        };
        ExecutorService threads = Executors.newCachedThreadPool();
        Returns busy = new Returns(roster, runner, desk, new Rereading(runner, desk, deviceStore), clock, threads);

        busy.look(List.of());
        awaitTrue(() -> north.asked.size() == 1);

        assertThat(leave.getCount()).isEqualTo(1);
        leave.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatIsOwedToAnAcsThatIsAwayStaysOwed() throws InterruptedException {
        run(SweepKind.FULL);
        known("A", "huawei", Optional.of("away"), "Huawei");
        desk.arrive("huawei", Version.emptyVersion, Map.of("chronos.speaks.oui", "00AA11"), DeviceReading::of);
        gateway.is(AcsHealth.State.UNREACHABLE, clock.instant());
        settle();
        assertThat(gateway.asked).hasSize(1);

        gateway.answer = question -> {
            gateway.is(AcsHealth.State.UNREACHABLE, clock.instant());
            return SweepReport.broken(Optional.empty(), "It broke off.");
        };
        for (int i = 0; i < 5; i++) {
            gateway.is(AcsHealth.State.REACHABLE, Instant.EPOCH);
            returns.look(List.of());
            clock.advance(Duration.ofMinutes(6));
        }
        assertThat(gateway.asked).hasSize(6);

        gateway.is(AcsHealth.State.REACHABLE, Instant.EPOCH);
        gateway.answer = question -> SweepReport.whole(Optional.of(clock.instant()));
        returns.look(List.of());
        returns.look(List.of());

        assertThat(gateway.asked).hasSize(7);
        assertThat(gateway.asked.get(6).genieacsIds()).containsExactly("A");
    }

    @Test
    void anAcsThatComesLaterIsOwedTheSame() throws InterruptedException {
        run(SweepKind.FULL);
        roster.leave(gateway);
        known("A", "huawei", Optional.of("away"), "Huawei");
        desk.arrive("huawei", Version.emptyVersion, Map.of("chronos.speaks.oui", "00AA11"), DeviceReading::of);
        settle();

        roster.join(gateway);
        returns.look(List.of());

        assertThat(gateway.asked.get(1).genieacsIds()).containsExactly("A");
    }

    @Test
    void aConnectorThatReturnsReadsItsDevicesByTheirIds() throws InterruptedException {
        run(SweepKind.FULL);
        for (int i = 0; i < 450; i++) {
            known("D" + (1000 + i), "huawei", Optional.of("away"), "ZTE");
        }
        known("X", "zte", Optional.empty(), "ZTE");

        desk.arrive("huawei", Version.emptyVersion, Map.of("chronos.speaks.oui", "00AA11"), DeviceReading::of);
        settle();

        List<SweepQuestion> selected = gateway.asked.stream()
                .filter(q -> q.kind() == SweepKind.SELECTED)
                .toList();
        assertThat(selected).extracting(q -> q.genieacsIds().size()).containsExactly(200, 200, 50);
        assertThat(selected.stream().flatMap(q -> q.genieacsIds().stream()))
                .doesNotHaveDuplicates()
                .hasSize(450)
                .doesNotContain("X");
    }

    @Test
    void anUpdatedConnectorReadsAllItsDevicesAgain() throws InterruptedException {
        run(SweepKind.FULL);
        VendorConnector first = DeviceReading::of;
        desk.arrive("huawei", Version.emptyVersion, Map.of("chronos.speaks.oui", "00AA11"), first);
        settle();
        known("A", "huawei", Optional.empty(), "Huawei");

        desk.depart(first);
        desk.arrive("huawei", new Version("1.0.1"), Map.of("chronos.speaks.oui", "00AA11"), DeviceReading::of);
        settle();

        assertThat(gateway.asked.get(gateway.asked.size() - 1).genieacsIds()).containsExactly("A");
    }

    @Test
    void aNewConnectorTakesOverWhatTheFallbackServedInItsStead() throws InterruptedException {
        run(SweepKind.FULL);
        known("A", "generic", Optional.empty(), "Huawei");
        known("B", "generic", Optional.empty(), "Other");

        desk.arrive(
                "huawei", Version.emptyVersion, Map.of("chronos.speaks.manufacturer", "Huawei.*"), DeviceReading::of);
        settle();

        assertThat(gateway.asked.get(gateway.asked.size() - 1).genieacsIds()).containsExactly("A");
    }

    @Test
    void aConnectorThatComesReadsWhatNobodyCouldReadBefore() throws InterruptedException {
        run(SweepKind.FULL);
        known("A", "generic", Optional.empty(), "Other");
        deviceStore.devices.put(
                "B",
                new Known(
                        new DeviceId(9),
                        DeviceReading.of(Documents.of("B").build()),
                        DeviceStatus.ONLINE,
                        Optional.empty(),
                        Optional.of("No connector that is in service speaks for it.")));

        desk.arrive("huawei", Version.emptyVersion, Map.of("chronos.speaks.oui", "00AA11"), DeviceReading::of);
        settle();

        assertThat(gateway.asked.get(gateway.asked.size() - 1).genieacsIds()).containsExactly("B");
    }

    @Test
    void theRowsOfAFormerLifeAreInterruptedBeforeTheFirstOfThisOne() {
        assertThat(sweepStore.tidied).isZero();

        run(SweepKind.FULL);
        run(SweepKind.FULL);

        assertThat(sweepStore.tidied).isEqualTo(1);
    }

    @Test
    void aRowThatCouldNotBeClosedIsTidiedUpBeforeTheNext() {
        sweepStore.beforeClose = () -> {
            throw Problem.unavailable("The database is away.", Duration.ofSeconds(5))
                    .thrown();
        };
        assertThatThrownBy(() -> run(SweepKind.FULL)).hasMessageContaining("The database is away.");
        sweepStore.beforeClose = () -> {};

        run(SweepKind.FULL);

        assertThat(sweepStore.tidied).isEqualTo(2);
    }

    @Test
    void stoppingInterruptsWhatIsUnderWay() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        gateway.answer = question -> {
            inside.countDown();
            try {
                new CountDownLatch(1).await();
                throw new AssertionError("unreachable");
            } catch (InterruptedException e) {
                return SweepReport.broken(Optional.empty(), "cut");
            }
        };
        Thread sweeping = new Thread(() -> sweeps.run(CLOCK, SweepKind.FULL));
        sweeping.start();
        await(inside);

        runner.stop();
        sweeping.join();

        assertThat(sweepStore.story()).containsExactly("FULL INTERRUPTED");
        assertThat(sweeps.run(CLOCK, SweepKind.FULL)).isEmpty();
    }

    @Test
    void healthShowsEachAcsAndTheSweeps() {
        SweepsHealth health = new SweepsHealth(roster, runner, desk, restraint);
        assertThat(shown).extracting(HealthIndicator::name).containsExactly("acs-main");
        assertThat(shown.get(0).health().status()).isEqualTo(Health.Status.UP);
        assertThat(shown.get(0).essential()).isFalse();
        assertThat(health.health().detail()).contains("not swept yet");

        run(SweepKind.FULL);
        assertThat(health.health().status()).isEqualTo(Health.Status.UP);

        gateway.is(AcsHealth.State.UNREACHABLE, clock.instant());
        assertThat(shown.get(0).health().status()).isEqualTo(Health.Status.DEGRADED);
        roster.leave(gateway);
        assertThat(shown).isEmpty();
        assertThat(health.health().detail()).contains("No ACS is configured");
    }

    /** A look for new devices that is under way until it may leave. */
    private Thread look(CountDownLatch leave) {
        CountDownLatch inside = new CountDownLatch(1);
        gateway.answer = question -> {
            if (question.kind() == SweepKind.NEW) {
                inside.countDown();
                try {
                    leave.await();
                } catch (InterruptedException e) {
                    return SweepReport.broken(Optional.empty(), "cut");
                }
            }
            return SweepReport.whole(Optional.of(clock.instant()));
        };
        Thread look = new Thread(() -> sweeps.run(CLOCK, SweepKind.NEW));
        look.start();
        await(inside);
        return look;
    }

    private static void awaitTrue(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static void awaitWaiting(Thread thread) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            assertThat(thread.getState()).as("it waits for its turn").isNotEqualTo(Thread.State.TERMINATED);
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void away(Duration duration) {
        clock.advance(Duration.ofMinutes(1));
        gateway.is(AcsHealth.State.UNREACHABLE, clock.instant());
        sweeps.reassess(CLOCK);
        clock.advance(duration);
        gateway.is(AcsHealth.State.REACHABLE, clock.instant());
    }

    private Assessment latest() {
        return deviceStore.assessments.get(deviceStore.assessments.size() - 1);
    }

    private Sweep run(SweepKind kind) {
        List<Sweep> done = sweeps.run(CLOCK, kind);
        assertThat(done).hasSize(1);
        return done.get(0);
    }

    /** What the thread of {@link Returns} does: connectors come, then it is calm. */
    private void settle() throws InterruptedException {
        returns.look(desk.awaitArrivals(Duration.ZERO));
        returns.look(List.of());
    }

    private void known(String id, String connector, Optional<String> parked, String manufacturer) {
        deviceStore.devices.put(
                id,
                new Known(
                        new DeviceId(deviceStore.devices.size() + 1),
                        DeviceReading.of(
                                Documents.of(id).manufacturer(manufacturer).build()),
                        DeviceStatus.ONLINE,
                        Optional.of(connector),
                        parked));
    }

    private static SweepReport meet(CountDownLatch both) {
        both.countDown();
        await(both);
        return SweepReport.whole(Optional.empty());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
