package com.rjchronos.testkit.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code that the guide shows is the code that is compiled here. */
class GuideTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern SHOWN =
            Pattern.compile("<!-- source: (\\S+) -->\n```java\n(.*?)\n```", Pattern.DOTALL);

    @Test
    void showsWhatIsCompiled() throws IOException {
        String guide = Files.readString(ROOT.resolve("docs/connector-guide.md"));

        List<MatchResult> shown = SHOWN.matcher(guide).results().toList();

        assertThat(shown).hasSize(2);
        for (MatchResult block : shown) {
            assertThat(Files.readString(ROOT.resolve(block.group(1)))).contains(block.group(2));
        }
    }
}
