package com.rjchronos.genieacs;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.acs.AcsHealth;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private final Contact contact = new Contact(NbiSettingsTest.settings(Map.of("name", "main")), Clock.systemUTC());
    private final Breaker breaker = new Breaker(contact);

    @Test
    void whatSetOutBeforeTheLastAnswerTellsNothingOfTheAcs() {
        long before = System.nanoTime() - 1;
        contact.answered(Optional.empty()); // it was away, and is back, as a probe found

        lose(Breaker.LOST_IN_A_ROW * 2, before);
        assertThat(breaker.closed()).isEmpty();

        lose(Breaker.LOST_IN_A_ROW - 1, System.nanoTime() + 1);
        assertThat(breaker.closed()).isEmpty();
        lose(1, System.nanoTime() + 1);
        assertThat(breaker.closed()).contains("Nothing came.");
    }

    @Test
    void anAnswerBetweenThemBeginsTheCountAnew() {
        for (int i = 0; i < 3; i++) {
            lose(Breaker.LOST_IN_A_ROW - 1, System.nanoTime() + 1);
            breaker.answered(Optional.empty());
        }

        assertThat(contact.health().state()).isEqualTo(AcsHealth.State.REACHABLE);
    }

    @Test
    void anAnswerWithoutAVersionLeavesTheOneThatIsKnown() {
        contact.answered(Optional.of("9.9.9"));
        contact.answered(Optional.empty());

        assertThat(contact.health().version()).contains("9.9.9");
        assertThat(contact.health().detail()).contains(Tested.WARNING);
    }

    private void lose(int answers, long began) {
        for (int i = 0; i < answers; i++) {
            breaker.lost("Nothing came.", began);
        }
    }
}
