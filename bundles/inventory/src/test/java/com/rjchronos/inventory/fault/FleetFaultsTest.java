package com.rjchronos.inventory.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.inventory.fake.Documents;
import com.rjchronos.inventory.fake.MemoryFaultStore;
import com.rjchronos.inventory.fake.ScriptedGateway;
import com.rjchronos.inventory.fake.TestClock;
import com.rjchronos.inventory.sweep.AcsRoster;
import com.rjchronos.inventory.sweep.Restraint;
import com.rjchronos.model.acs.AcsFault;
import com.rjchronos.model.acs.AcsFault.Refused;
import com.rjchronos.model.acs.AcsHealth;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.acs.AcsPace;
import com.rjchronos.model.acs.AcsScope;
import com.rjchronos.model.caller.Actor;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.model.fault.FaultListing;
import com.rjchronos.model.fault.FaultQuery;
import com.rjchronos.model.page.PageRequest;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.port.FaultStore.Handful;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FleetFaultsTest {
    private static final AcsId MAIN = Documents.MAIN;
    private static final Caller CLOCK = Caller.system("clock", Origin.SCHEDULE);
    private static final Caller SHELL = Caller.system("shell", Origin.SHELL);

    private final TestClock clock = new TestClock("2026-11-23T12:00:00Z");
    private final MemoryFaultStore store = new MemoryFaultStore();
    private final AcsRoster roster = new AcsRoster(indicator -> () -> {}, clock);
    private final FleetFaults faults =
            new FleetFaults(roster, Restraint.of(4), store, new FaultLister(store, clock, 2_000));
    private final ScriptedGateway gateway = new ScriptedGateway(MAIN, clock.instant());

    @BeforeEach
    void anAcs() {
        roster.join(gateway);
    }

    @Test
    void aFaultIsThereUntilACompleteListingIsWithoutIt() {
        gateway.fleet.faults.addAll(List.of(fault("A", "task_1"), fault("B", "default")));
        assertThat(list()).isEqualTo(new FaultListing(MAIN, 2, 2, 0, Optional.empty()));

        gateway.fleet.faults.remove(0);
        assertThat(list()).isEqualTo(new FaultListing(MAIN, 1, 0, 1, Optional.empty()));

        assertThat(store.there()).containsExactly("main B:default");
    }

    @Test
    void aListingThatBreaksKeepsWhatCameAndEndsNothing() {
        gateway.fleet.faults.add(fault("A", "default"));
        list();
        gateway.fleet.faults.set(0, fault("B", "default"));
        gateway.fleet.afterFaults = Problem.unavailable("The answer broke off.", Duration.ofSeconds(1))
                .thrown();

        assertThat(list()).isEqualTo(new FaultListing(MAIN, 1, 1, 0, Optional.of("The answer broke off.")));

        assertThat(store.there()).containsExactlyInAnyOrder("main A:default", "main B:default");
    }

    @Test
    void aStoreThatIsAwayBreaksTheListingAndTheNextGoesWell() {
        gateway.fleet.faults.add(fault("A", "default"));
        store.failure = Problem.unavailable("The database is away.", Duration.ofSeconds(5))
                .thrown();
        assertThat(list().brokenBecause()).contains("The database is away.");

        store.failure = null;

        assertThat(list().came()).isEqualTo(1);
    }

    @Test
    void manyFaultsAreKeptHandfulByHandfulAndNoneTwice() {
        IntStream.range(0, 1_200).forEach(i -> gateway.fleet.faults.add(fault("D" + i, "default")));

        assertThat(list().kept()).isEqualTo(1_200);

        assertThat(store.handfuls).extracting(h -> h.faults().size()).containsExactly(500, 500, 200);
        assertThat(store.handfuls).extracting(Handful::at).containsOnly(clock.instant());
    }

    @Test
    void aListingWithoutEndIsCutAndEndsNothing() {
        gateway.fleet.faults.add(fault("OLD", "default"));
        list();
        gateway.fleet.faults.clear();
        IntStream.range(0, 5_000).forEach(i -> gateway.fleet.faults.add(fault("D" + i, "default")));

        FaultListing listing = list();

        assertThat(listing.brokenBecause().orElseThrow()).contains("more than 2000 faults");
        assertThat(listing.kept()).isEqualTo(2_000);
        assertThat(store.there()).contains("main OLD:default");
    }

    @Test
    void ofAnAcsWithAScopeOnlyFaultsOfDevicesThatAreKnownAreOurs() {
        gateway.fleet.scope = new AcsScope(Optional.of("north"), Optional.empty());
        gateway.fleet.faults.addAll(List.of(fault("OURS", "default"), fault("THEIRS", "default")));
        store.knownDevices.add("OURS");

        assertThat(list().kept()).isEqualTo(1);

        assertThat(store.there()).containsExactly("main OURS:default");
    }

    @Test
    void whatNamesNoDeviceIsNoFault() {
        gateway.fleet.faults.addAll(List.of(fault("", "default"), fault("A", "")));

        assertThat(list().kept()).isZero();
    }

    @Test
    void whatMayBeASecretIsMasked() {
        Refused wifi = new Refused("InternetGatewayDevice.X.KeyPassphrase", "9007", "hunter2 is too short");
        Refused plain = new Refused("InternetGatewayDevice.X.SSID", "9007", "too long");
        AcsFault about = new AcsFault(
                "A",
                "task_1",
                "cwmp.9003",
                "Invalid value 'hunter2', password: hunter2",
                List.of(wifi, plain),
                0,
                Optional.empty());
        AcsFault other = fault("B", "default");
        gateway.fleet.faults.addAll(List.of(about, other));

        list();

        AcsFault kept = store.handfuls.get(0).faults().get(0);
        assertThat(kept.toString()).doesNotContain("hunter2").contains("Invalid value", "KeyPassphrase", "too long");
        assertThat(store.handfuls.get(0).faults().get(1)).isEqualTo(other);
    }

    @Test
    void neverListsOneAcsTwiceAtOnceAndHoldsUpNoOther() throws InterruptedException {
        ScriptedGateway north = new ScriptedGateway(new AcsId("north"), clock.instant());
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        gateway.fleet.duringFaults = () -> {
            inside.countDown();
            await(leave);
        };
        AtomicReference<List<FaultListing>> first = new AtomicReference<>();
        Thread listing = new Thread(() -> first.set(faults.sweep(CLOCK)));
        listing.start();
        await(inside);
        roster.join(north);

        assertThat(faults.sweep(CLOCK)).extracting(FaultListing::acs).containsExactly(new AcsId("north"));

        leave.countDown();
        listing.join();
        assertThat(first.get()).hasSize(1);
    }

    @Test
    void anAcsThatIsAwayOrInMaintenanceIsLeftAlone() {
        gateway.is(AcsHealth.State.UNREACHABLE, clock.instant());
        assertThat(faults.sweep(CLOCK)).isEmpty();

        gateway.is(AcsHealth.State.MAINTENANCE, clock.instant());
        assertThat(faults.sweep(CLOCK)).isEmpty();
    }

    @Test
    void anAcsThatAnswersLateIsListedLessOftenByTheClockAndAsEverByPeople() {
        gateway.pace = new AcsPace(Optional.of(Duration.ofMillis(50)), Optional.of(Duration.ofSeconds(3)), true);

        assertThat(IntStream.range(0, 5).filter(i -> !faults.sweep(CLOCK).isEmpty()))
                .containsExactly(0, 2);

        assertThat(faults.sweep(SHELL)).hasSize(1);
    }

    @Test
    void refusesThoseWhoMayNot() {
        Caller nobody = new Caller(Actor.system("nobody"), Set.of(), Origin.API, Optional.empty(), "trace");
        FaultQuery all = FaultQuery.newest(Optional.empty(), new PageRequest(0, 10));

        assertThatThrownBy(() -> faults.sweep(nobody)).hasMessageContaining("sweeps:run");
        assertThatThrownBy(() -> faults.page(nobody, all)).hasMessageContaining("faults:read");
        assertThat(faults.page(SHELL, all).total()).isEqualTo(7);
    }

    private FaultListing list() {
        clock.advance(Duration.ofMinutes(5));
        List<FaultListing> listings = faults.sweep(CLOCK);
        assertThat(listings).hasSize(1);
        return listings.get(0);
    }

    private static AcsFault fault(String device, String channel) {
        return new AcsFault(device, channel, "cwmp.9001", "Request denied", List.of(), 0, Optional.empty());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
