package com.rjchronos.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.acs.AcsSetupDiff;
import com.rjchronos.model.acs.AcsSetupDiff.Change;
import com.rjchronos.model.acs.AcsSetupDiff.Kind;
import com.rjchronos.model.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AcsSetupCommandTest {
    private static final AcsId MAIN = new AcsId("main");
    private static final AcsSetupDiff EDITED = new AcsSetupDiff(
            MAIN, List.of(new Change(Kind.PROVISION, "chronos-refresh", Optional.of("a\nmine"), "a\nours")));

    @Test
    void showsTheLinesThatDifferAndHowToApplyThem() {
        assertThat(AcsSetupCommand.lines(EDITED, false))
                .containsExactly(
                        "acs=main: would replace provision chronos-refresh",
                        "  - mine",
                        "  + ours",
                        "Nothing was changed; add --apply to do it.");
    }

    @Test
    void saysWhatWasDone() {
        AcsSetupDiff added =
                new AcsSetupDiff(MAIN, List.of(new Change(Kind.PRESET, "chronos-refresh", Optional.empty(), "{}")));

        assertThat(AcsSetupCommand.lines(EDITED, true).get(0))
                .isEqualTo("acs=main: replaced provision chronos-refresh");
        assertThat(AcsSetupCommand.lines(added, true))
                .containsExactly("acs=main: added preset chronos-refresh", "  + {}");
    }

    @Test
    void oneAcsThatFailsKeepsNoOtherFromItsTurn() {
        List<String> lines = new ArrayList<>();
        Function<AcsId, List<String>> northIsAway = id -> {
            if (id.value().equals("north")) {
                throw Problem.unavailable("It is away.", Duration.ofSeconds(2)).thrown();
            }
            return List.of("acs=" + id + ": nothing to do.");
        };

        assertThatThrownBy(() ->
                        AcsSetupCommand.each(List.of(new AcsId("north"), new AcsId("south")), northIsAway, lines::add))
                .hasMessage("Failed for north.");

        assertThat(lines).containsExactly("acs=north: It is away.", "acs=south: nothing to do.");
    }

    @Test
    void saysThatThereIsNothingToDo() {
        assertThat(AcsSetupCommand.lines(new AcsSetupDiff(MAIN, List.of()), false))
                .containsExactly("acs=main: nothing to do.");
    }
}
