package com.rjchronos.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.api.Faults;
import com.rjchronos.api.Sweeps;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.model.fault.Fault;
import com.rjchronos.model.fault.FaultListing;
import com.rjchronos.model.fault.FaultQuery;
import com.rjchronos.model.page.Page;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.settings.SettingsException;
import com.rjchronos.model.sweep.Sweep;
import com.rjchronos.model.sweep.SweepKind;
import com.rjchronos.model.sweep.SweepQuery;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SweepClockTest {
    private static final String NEVER = "0 0 0 1 1 ? 2099";
    private static final String EVERY_SECOND = "* * * * * ?";

    private final RecordingFaults faults = new RecordingFaults();

    @Test
    void firesOneIncrementalSweepAtTheStart() {
        RecordingSweeps sweeps = new RecordingSweeps();

        SweepClock clock = new SweepClock(
                new Timetable(NEVER, NEVER, NEVER, NEVER, NEVER), sweeps, faults, new DefaultCamelContext());

        awaitTrue(() -> !sweeps.calls.isEmpty());
        clock.leave();
        assertThat(sweeps.calls).containsExactly("INCREMENTAL");
        assertThat(sweeps.origin).isEqualTo(Origin.SCHEDULE);
    }

    @Test
    void firesEachByItsOwnCron() {
        RecordingSweeps sweeps = new RecordingSweeps();

        SweepClock clock = new SweepClock(
                new Timetable(NEVER, EVERY_SECOND, EVERY_SECOND, EVERY_SECOND, EVERY_SECOND),
                sweeps,
                faults,
                new DefaultCamelContext());

        awaitTrue(() -> sweeps.calls.containsAll(List.of("NEW", "FULL", "reassess")) && faults.origin != null);
        clock.leave();
        assertThat(sweeps.calls.stream().filter("INCREMENTAL"::equals)).hasSize(1);
        assertThat(faults.origin).isEqualTo(Origin.SCHEDULE);
    }

    @Test
    void firesNothingMoreWhenItIsGone() {
        RecordingSweeps sweeps = new RecordingSweeps();
        DefaultCamelContext camel = new DefaultCamelContext();
        SweepClock clock =
                new SweepClock(new Timetable(NEVER, EVERY_SECOND, NEVER, NEVER, NEVER), sweeps, faults, camel);
        awaitTrue(() -> sweeps.calls.contains("NEW"));

        clock.leave();

        assertThat(camel.isStopped()).isTrue();
        assertThat(camel.getRoutes()).isEmpty();
    }

    @Test
    void doesNotWaitForTheSweepUnderWayWhenItLeaves() {
        RecordingSweeps sweeps = new RecordingSweeps();
        CountDownLatch end = new CountDownLatch(1);
        sweeps.during = () -> await(end);
        DefaultCamelContext camel = new DefaultCamelContext();
        SweepClock clock =
                new SweepClock(new Timetable(NEVER, EVERY_SECOND, NEVER, NEVER, NEVER), sweeps, faults, camel);
        awaitTrue(() -> sweeps.calls.contains("NEW"));

        long began = System.nanoTime();
        clock.leave();
        end.countDown();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(12));
        assertThat(camel.isStopped()).isTrue();
    }

    @Test
    void firesAgainWhileTheLastSweepStillWaitsForASlowAcs() {
        RecordingSweeps sweeps = new RecordingSweeps();
        CountDownLatch end = new CountDownLatch(1);
        sweeps.during = () -> await(end);

        SweepClock clock = new SweepClock(
                new Timetable(EVERY_SECOND, NEVER, NEVER, EVERY_SECOND, NEVER),
                sweeps,
                faults,
                new DefaultCamelContext());

        awaitTrue(() -> sweeps.calls.stream().filter("INCREMENTAL"::equals).count() >= 3);
        awaitTrue(() -> sweeps.calls.contains("reassess"));
        end.countDown();
        clock.leave();
    }

    @Test
    void leavesAFiringOutWhileAsManyRunAsMay() {
        List<Runnable> started = new ArrayList<>();
        AtomicInteger calls = new AtomicInteger();
        Firing firing = new Firing("test", 2, started::add, calls::incrementAndGet);

        firing.process(null);
        firing.process(null);
        firing.process(null);
        assertThat(started).hasSize(2);

        started.get(0).run();
        firing.process(null);
        assertThat(started).hasSize(3);
        assertThat(calls).hasValue(1);
    }

    @Test
    void survivesFailuresOfEveryKind() {
        AtomicInteger calls = new AtomicInteger();
        Firing firing = new Firing("test", 1, Runnable::run, () -> {
            switch (calls.getAndIncrement()) {
                case 0 ->
                    throw Problem.unavailable("The database is away.", Duration.ofSeconds(5))
                            .thrown();
                case 1 -> throw new IllegalStateException("a bug");
                default -> {
                    // works again
                }
            }
        });

        firing.process(null);
        firing.process(null);
        firing.process(null);
        assertThat(calls).hasValue(3);
    }

    @Test
    void hasDefaultsThatAreValid() {
        Timetable times = timetable(Map.of());

        assertThat(times.incremental()).isEqualTo("0 0/5 * * * ?");
        assertThat(times.discovery()).isEqualTo("0/30 * * * * ?");
        assertThat(times.full()).isEqualTo("0 10 3 * * ?");
        assertThat(times.faults()).isEqualTo("40 0/5 * * * ?");
    }

    @Test
    void refusesABadCronAndNamesIt() {
        assertThatThrownBy(() -> timetable(Map.of("fullCron", "every night")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("com.rjchronos.scheduling.cfg")
                .hasMessageContaining("key=fullCron value=every night")
                .hasMessageContaining("Quartz cron");
        for (String never : List.of("0 0 3 31 2 ?", "0 0 3 1 1 ? 2020")) {
            assertThatThrownBy(() -> timetable(Map.of("fullCron", never)))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("key=fullCron value=" + never)
                    .hasMessageContaining("never will");
        }
        assertThatThrownBy(() -> timetable(Map.of("fullcron", "0 10 3 * * ?"))).hasMessageContaining("unknown key");
    }

    private static Timetable timetable(Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("service.pid", "com.rjchronos.scheduling");
        Object config = Proxy.newProxyInstance(
                SweepClock.Config.class.getClassLoader(),
                new Class<?>[] {SweepClock.Config.class},
                (self, method, args) -> all.getOrDefault(method.getName(), method.getDefaultValue()));
        return Timetable.of((SweepClock.Config) config, all);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitTrue(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static final class RecordingSweeps implements Sweeps {
        private final ConcurrentLinkedQueue<String> calls = new ConcurrentLinkedQueue<>();
        private volatile Origin origin;
        private volatile Runnable during = () -> {};

        @Override
        public List<Sweep> run(Caller caller, SweepKind kind) {
            origin = caller.origin();
            calls.add(kind.name());
            during.run();
            return List.of();
        }

        @Override
        public Page<Sweep> page(Caller caller, SweepQuery query) {
            return new Page<>(List.of(), 0);
        }

        @Override
        public int reassess(Caller caller) {
            calls.add("reassess");
            return 0;
        }
    }

    private static final class RecordingFaults implements Faults {
        private volatile Origin origin;

        @Override
        public List<FaultListing> sweep(Caller caller) {
            origin = caller.origin();
            return List.of();
        }

        @Override
        public Page<Fault> page(Caller caller, FaultQuery query) {
            return new Page<>(List.of(), 0);
        }
    }
}
