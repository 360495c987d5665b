package com.rjchronos.genieacs;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.acs.AcsPace;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final Pace pace = new Pace(new AcsId("main"), 4, Duration.ofMillis(1_000));

    @Test
    void knowsNothingBeforeItHasSeenEnough() {
        answers(50, 2);

        assertThat(pace.now()).isEqualTo(AcsPace.UNKNOWN);
        assertThat(pace.settled()).isFalse();
    }

    @Test
    void oneSlowAnswerIsNone() {
        answers(50, 10);

        answers(9_000, 1);
        assertThat(pace.now().late()).isFalse();
        answers(50, 2);
        answers(9_000, 1);
        assertThat(pace.now().late()).isFalse();
        assertThat(pace.settled()).isTrue();
    }

    @Test
    void isLateWhenAnswersTakeClearlyLongerThanUsualUntilTheyDoNot() {
        answers(50, 10);

        answers(3_000, 2);
        assertThat(pace.now().late()).isTrue();
        assertThat(pace.settled()).as("looked at more often").isFalse();
        assertThat(pace.now().lately()).contains(Duration.ofMillis(3_000));

        answers(60, 2);
        assertThat(pace.now().late()).isFalse();
    }

    @Test
    void isNeverLateForWhatIsShortAnyway() {
        answers(5, 10);

        answers(900, 10);

        assertThat(pace.now().late()).isFalse();
    }

    @Test
    void isNotLateForWhatIsUsualOfASlowAcs() {
        answers(2_000, 10);

        answers(6_000, 10);
        assertThat(pace.now().late()).isFalse();
        answers(9_000, 2);
        assertThat(pace.now().late()).isTrue();
    }

    @Test
    void whatIsUsualFollowsQuicklyToTheBetterAndVerySlowlyToTheWorse() {
        answers(4_000, 3);
        answers(40, 20);
        assertThat(pace.now().usual().orElseThrow()).isLessThan(Duration.ofMillis(100));

        answers(4_000, 700);
        assertThat(pace.now().late()).as("an hour of trouble").isTrue();
        answers(4_000, 8_000);
        assertThat(pace.now().late()).as("a fleet that grew").isFalse();
    }

    private void answers(int millis, int times) {
        for (int i = 0; i < times; i++) {
            pace.took(Duration.ofMillis(millis));
        }
    }
}
