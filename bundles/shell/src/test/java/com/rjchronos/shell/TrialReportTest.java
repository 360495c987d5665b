package com.rjchronos.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.connector.Trial;
import com.rjchronos.model.connector.Trial.Attempt;
import com.rjchronos.model.connector.Trial.Field;
import com.rjchronos.model.connector.Trial.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrialReportTest {
    private static final Trial TRIAL = new Trial(
            "acme",
            "1.0.0",
            List.of(
                    new Attempt(
                            "A0B1C2-AX-1",
                            Optional.of("generic"),
                            Outcome.READ,
                            Optional.empty(),
                            List.of(
                                    new Field("model", Optional.of("AX"), Optional.of("AX")),
                                    new Field("optical.celsius.value", Optional.empty(), Optional.of("43.0")),
                                    new Field("lanIp", Optional.of("192.168.0.1"), Optional.empty()),
                                    new Field("hosts", Optional.of("1"), Optional.of("2"))),
                            Duration.ofMillis(3)),
                    new Attempt("B", Optional.of("zte"), Outcome.LEFT, Optional.of("zte"), List.of(), Duration.ZERO),
                    new Attempt(
                            "C",
                            Optional.empty(),
                            Outcome.FAILED,
                            Optional.of("Connector acme 1.0.0 threw."),
                            List.of(),
                            Duration.ofMillis(5))),
            Optional.empty());

    @Test
    void showsWhatDiffers() {
        assertThat(printed(false))
                .contains("A0B1C2-AX-1: read by generic today", "field", "today", "acme 1.0.0")
                .containsPattern("optical.celsius.value +[│|] +[│|] 43.0")
                .containsPattern("lanIp +[│|] 192.168.0.1 +[│|]")
                .doesNotContain("model")
                .contains("B: read by zte today; not claimed, left to: zte")
                .contains("C: read by nobody today; FAILED: Connector acme 1.0.0 threw.");
    }

    @Test
    void showsAllWhenItIsAskedTo() {
        assertThat(printed(true)).containsPattern("model +[│|] AX +[│|] AX");
    }

    @Test
    void sumsUp() {
        assertThat(new TrialReport(TRIAL).summary())
                .containsExactly(
                        "acme 1.0.0: documents 3, read 1, failed 1, not claimed 1; fields gained 1, lost 1, changed 1.",
                        "Time per document: mean 3.000 ms, longest 5.000 ms (the first ones load its classes).",
                        "Nothing was stored or installed.");
    }

    @Test
    void saysThatItFoundNothingToRead() {
        Trial idle = new Trial("acme", "1.0.0", List.of(), Optional.empty());

        assertThat(new TrialReport(idle).summary())
                .anyMatch(line -> line.startsWith("No device that is known would be read by it"));
    }

    @Test
    void saysWhyItWasCutShort() {
        Trial cut = new Trial("acme", "1.0.0", List.of(), Optional.of("It thought longer than 500 ms."));

        assertThat(new TrialReport(cut).summary()).contains("Cut short: It thought longer than 500 ms.");
    }

    private static String printed(boolean all) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TrialReport(TRIAL).print(new PrintStream(out, true, StandardCharsets.UTF_8), all);
        return out.toString(StandardCharsets.UTF_8);
    }
}
