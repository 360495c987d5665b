package com.rjchronos.rest.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.health.Health;
import com.rjchronos.model.health.Health.Status;
import com.rjchronos.model.health.HealthIndicator;
import com.rjchronos.rest.House;
import com.rjchronos.rest.door.Doors;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;

class HealthBoardTest {
    private final House house = new House();
    private final Doors doors = Doors.of(house, house, house, house);

    @Test
    void isDownOnlyWhenAnEssentialPartIs() {
        HealthIndicator database = Boards.indicator("database", true, Health.up("answers"));
        HealthIndicator acs = Boards.indicator("acs-main", false, Health.down("does not answer"));

        HealthReport degraded = Boards.of(doors, database, acs).report();
        HealthReport down = Boards.of(doors, Boards.indicator("database", true, Health.down("gone")), acs)
                .report();

        assertThat(degraded.status()).isEqualTo(Status.DEGRADED);
        assertThat(degraded.ready()).isTrue();
        assertThat(down.status()).isEqualTo(Status.DOWN);
        assertThat(down.ready()).isFalse();
        assertThat(Boards.of(doors, database).report().status()).isEqualTo(Status.UP);
    }

    @Test
    void isNotReadyWhileNobodyCanSignIn() {
        HealthReport report = Boards.of(Doors.of(null, house, house, house)).report();

        assertThat(report.ready()).isFalse();
        assertThat(report.parts()).extracting(HealthReport.Part::name).containsExactly("api");
    }

    @Test
    void survivesAnIndicatorWhoseBundleIsGone() {
        HealthIndicator gone = new HealthIndicator() {
            @Override
            public String name() {
                return "gone";
            }

            @Override
            public Health health() {
                throw new NoClassDefFoundError("its/Classes");
            }
        };

        HealthReport report = Boards.of(doors, gone, Boards.indicator("database", true, Health.up("answers")))
                .report();

        assertThat(report.ready()).isTrue();
        assertThat(report.parts()).hasSize(2).anySatisfy(part -> assertThat(part.detail())
                .contains("its/Classes"));
    }

    @Test
    void survivesAnIndicatorThatThrows() {
        HealthIndicator broken = new HealthIndicator() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public Health health() {
                throw new IllegalStateException("out of order");
            }
        };

        HealthReport report = Boards.of(doors, broken).report();

        assertThat(report.status()).isEqualTo(Status.DEGRADED);
        assertThat(report.parts().get(0).detail()).contains("out of order");
    }

    @Test
    void showsARefusedFileByItsRuleAndOnlyOurComponents() {
        String failure = "java.lang.reflect.InvocationTargetException\n\tat a.B.c(D.java:1)\n"
                + "Caused by: com.rjchronos.model.settings.SettingsException: Setting refused: file=etc/x.cfg key=k\n";
        int failed = ComponentConfigurationDTO.FAILED_ACTIVATION;
        List<ComponentConfigurationDTO> components = List.of(
                Boards.component("com.rjchronos.web", "com.rjchronos.web", failed, failure),
                Boards.component("com.rjchronos.web", "com.rjchronos.web", failed, failure),
                Boards.component("com.rjchronos.rest", "com.rjchronos.rest", ComponentConfigurationDTO.ACTIVE, null),
                Boards.component("org.example", "org.example", failed, "not ours"));

        HealthReport report = Boards.of(doors, Clock.systemUTC(), components).report();

        assertThat(report.parts())
                .containsExactly(new HealthReport.Part(
                        "component com.rjchronos.web", Status.DOWN, false, "Setting refused: file=etc/x.cfg key=k"));
        assertThat(report.status()).isEqualTo(Status.DEGRADED);
    }

    @Test
    void asksEveryPartAtMostOnceASecond() {
        AtomicInteger asked = new AtomicInteger();
        HealthIndicator counting = new HealthIndicator() {
            @Override
            public String name() {
                return "counting";
            }

            @Override
            public Health health() {
                asked.incrementAndGet();
                return Health.up("fine");
            }
        };
        Clock stopped = Clock.fixed(House.NOON, ZoneOffset.UTC);
        HealthBoard board = Boards.of(doors, stopped, List.of(), counting);

        board.report();
        board.report();

        assertThat(asked).hasValue(1);
    }

    @Test
    @Timeout(30)
    void makesNobodyWaitBehindAPartThatHangs() throws Exception {
        MovingClock clock = new MovingClock();
        CountDownLatch asked = new CountDownLatch(2);
        CountDownLatch answer = new CountDownLatch(1);
        HealthIndicator slow = hanging(asked, answer);
        HealthBoard board = Boards.of(doors, clock, List.of(), slow);
        board.report();

        clock.pass(Duration.ofSeconds(2));
        CompletableFuture<HealthReport> first = CompletableFuture.supplyAsync(board::report);
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        HealthReport meanwhile = board.report();
        clock.pass(Duration.ofSeconds(20));
        HealthReport later = board.report();
        answer.countDown();

        assertThat(meanwhile.ready()).isTrue();
        assertThat(later.ready()).isFalse();
        assertThat(first.get(10, TimeUnit.SECONDS).ready()).isTrue();
    }

    /** Answers the first time, and then not before it may. */
    private static HealthIndicator hanging(CountDownLatch asked, CountDownLatch answer) {
        return new HealthIndicator() {
            @Override
            public String name() {
                return "slow";
            }

            @Override
            public Health health() {
                asked.countDown();
                try {
                    return asked.getCount() > 0 || answer.await(20, TimeUnit.SECONDS)
                            ? Health.up("fine")
                            : Health.down("nobody let it go");
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    private static final class MovingClock extends Clock {
        private volatile Instant now = House.NOON;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
