package com.rjchronos.inventory.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.inventory.fake.Documents;
import com.rjchronos.inventory.fake.ScriptedGateway;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.acs.AcsPace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestraintTest {
    private static final AcsPace LATE =
            new AcsPace(Optional.of(Duration.ofMillis(50)), Optional.of(Duration.ofMillis(2_400)), true);

    private final ScriptedGateway gateway = new ScriptedGateway(Documents.MAIN, Instant.EPOCH);
    private final Restraint restraint = Restraint.of(8);

    @Test
    void letsEverythingThroughWhileTheAcsAnswersAsUsual() {
        assertThat(through(restraint, 5)).containsExactly(0, 1, 2, 3, 4);
        assertThat(restraint.complaint(gateway)).isEmpty();
    }

    @Test
    void letsEverFewerThroughWhileItAnswersLateDownToALimit() {
        gateway.pace = LATE;

        assertThat(through(restraint, 40)).containsExactly(0, 2, 6, 14, 22, 30, 38);
    }

    @Test
    void recoversByItselfStepByStep() {
        gateway.pace = LATE;
        through(restraint, 15);

        gateway.pace = AcsPace.UNKNOWN;

        assertThat(through(restraint, 20)).containsExactly(7, 11, 13, 14, 15, 16, 17, 18, 19);
    }

    @Test
    void sparesNoOtherAcsAndNothingElse() {
        gateway.pace = LATE;
        ScriptedGateway north = new ScriptedGateway(new AcsId("north"), Instant.EPOCH);
        restraint.lets(gateway, "new");

        assertThat(restraint.lets(gateway, "new")).isFalse();
        assertThat(restraint.lets(gateway, "incremental")).isTrue();
        assertThat(List.of(restraint.lets(north, "new"), restraint.lets(north, "new")))
                .containsOnly(true);
    }

    @Test
    void saysWhatIsSoAndWhatFollows() {
        gateway.pace = LATE;

        assertThat(restraint.complaint(gateway))
                .contains(
                        "ACS main answers late, 2.4 s where 0.05 s is usual: it is swept less often until that is over.");
    }

    @Test
    void canBeSwitchedOff() {
        gateway.pace = LATE;
        Restraint none = Restraint.of(1);

        assertThat(through(none, 5)).hasSize(5);
        assertThat(none.complaint(gateway)).isEmpty();
    }

    /** Which of so many firings. */
    private List<Integer> through(Restraint one, int firings) {
        return IntStream.range(0, firings)
                .filter(i -> one.lets(gateway, "new"))
                .boxed()
                .toList();
    }
}
