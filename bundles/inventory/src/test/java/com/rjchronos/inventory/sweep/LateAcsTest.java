package com.rjchronos.inventory.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.acs.AcsPace;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.model.health.Health;
import com.rjchronos.model.sweep.SweepKind;
import com.rjchronos.model.sweep.SweepReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An ACS that answers late is swept less often, and never so seldom that its devices become unknown. */
@Timeout(30)
class LateAcsTest {
    private static final AcsPace LATE =
            new AcsPace(Optional.of(Duration.ofMillis(50)), Optional.of(Duration.ofSeconds(3)), true);

    private final SweepHouse house = new SweepHouse().started();

    @BeforeEach
    void late() {
        house.gateway.pace = LATE;
    }

    @Test
    void newDevicesAreLookedForLessOften() {
        assertThat(fired(SweepKind.NEW, 11, Duration.ofSeconds(30))).containsExactly(0, 2, 6, 10);
    }

    @Test
    void incrementalSweepsAreAtMostTenMinutesApartSoThatTheDevicesStayTrusted() {
        house.clock.advance(Duration.ofMinutes(5));

        List<Integer> run = fired(SweepKind.INCREMENTAL, 9, Duration.ofMinutes(5));

        assertThat(run).containsExactly(0, 2, 4, 6, 8);
        assertThat(house.sweeps.reassess(SweepHouse.CLOCK)).isZero();
        assertThat(house.deviceStore.assessments).allMatch(a -> a.trusted());
    }

    @Test
    void aSweepThatBrokeIsRepeatedAtTheNextTime() {
        house.clock.advance(Duration.ofMinutes(5));
        house.gateway.answer = question -> SweepReport.broken(Optional.empty(), "It broke off.");

        assertThat(fired(SweepKind.INCREMENTAL, 4, Duration.ofMinutes(5))).containsExactly(0, 1, 2, 3);
    }

    @Test
    void theNightlyFullSweepAndWhatPeopleAskForAreNeverLeftOut() {
        Caller shell = Caller.system("shell", Origin.SHELL);

        assertThat(fired(SweepKind.FULL, 3, Duration.ofMinutes(1))).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(house.sweeps.run(shell, SweepKind.INCREMENTAL)).hasSize(1);
        }
    }

    @Test
    void healthSaysThatItIsSweptLessOftenAndWhy() {
        SweepsHealth health = new SweepsHealth(house.roster, house.runner, house.desk, house.restraint);

        assertThat(health.health().status()).isEqualTo(Health.Status.DEGRADED);
        assertThat(health.health().detail()).contains("ACS main answers late, 3.0 s where 0.05 s is usual");

        house.gateway.pace = AcsPace.UNKNOWN;
        assertThat(health.health().status()).isEqualTo(Health.Status.UP);
    }

    /** Which of so many firings of the clock led to a sweep. */
    private List<Integer> fired(SweepKind kind, int times, Duration apart) {
        return IntStream.range(0, times)
                .filter(i -> {
                    boolean swept = !house.sweeps.run(SweepHouse.CLOCK, kind).isEmpty();
                    house.clock.advance(apart);
                    return swept;
                })
                .boxed()
                .toList();
    }
}
