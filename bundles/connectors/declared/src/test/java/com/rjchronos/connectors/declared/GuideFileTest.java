package com.rjchronos.connectors.declared;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.device.DeviceKind;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.OpticalPower;
import com.rjchronos.testkit.Documents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The file that the guide shows is the file that is loaded here. */
class GuideFileTest {
    private static final Path ROOT = Path.of("../../..");
    private static final Path ACME = Path.of("src/test/resources/guide/acme.yaml");
    private static final Pattern SHOWN =
            Pattern.compile("<!-- source: (\\S+) -->\n```yaml\n(.*?)\n```", Pattern.DOTALL);

    @Test
    void theGuideShowsIt() throws IOException {
        String guide = Files.readString(ROOT.resolve("docs/connector-guide.md"));

        List<MatchResult> shown = SHOWN.matcher(guide).results().toList();

        assertThat(shown).hasSize(1);
        assertThat(ROOT.resolve(shown.get(0).group(1))).hasSameTextualContentAs(ACME);
        assertThat(Files.readString(ACME)).isEqualTo(shown.get(0).group(2) + "\n");
    }

    /** What the guide's connector in Java makes of it, too. */
    @Test
    void itReadsTheDocumentOfTheGuide() {
        Declaration acme = Declaration.of(ShippedFiles.text(ACME), name -> true);

        DeviceReading reading = acme.connector()
                .read(Documents.file(ROOT.resolve("bundles/testkit/src/test/resources/samples/ax2000.json")));

        assertThat(reading.kind()).isEqualTo(DeviceKind.ONU);
        assertThat(reading.model()).contains("AX-2000 Pro");
        assertThat(reading.optical().rx().flatMap(Measured::value)).contains(new OpticalPower(-20.813));
        assertThat(reading.optical().celsius().flatMap(Measured::value)).contains(43.0);
        assertThat(reading.optical().milliamperes().flatMap(Measured::value)).contains(9.0);
        assertThat(reading.optical().volts()).hasValueSatisfying(volts -> {
            assertThat(volts.raw()).isEqualTo("3290");
            assertThat(volts.value()).isEmpty();
        });
    }
}
