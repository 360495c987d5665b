package com.rjchronos.connectors.declared;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.testkit.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorFilesTest {
    private static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");

    /** What was put into service and taken out, in order. */
    private final List<String> service = new ArrayList<>();

    private final Path directory;
    private final ConnectorFiles files;
    private long writes;

    ConnectorFilesTest(@TempDir Path directory) {
        this.directory = directory;
        this.files = new ConnectorFiles(directory, new SettableClock(NOW), (file, text, declaration) -> {
            service.add("+" + declaration);
            return () -> service.add("-" + declaration);
        });
    }

    @Test
    void takesAFileIntoServiceOnceTwoLooksSawItAlike() throws IOException {
        files.look();
        write("acme.yaml", acme("1.0.0"));

        files.look();
        assertThat(service).isEmpty();
        files.look();
        assertThat(service).containsExactly("+acme 1.0.0");
        files.look();
        assertThat(service).hasSize(1);
        assertThat(files.findings().serving()).containsExactly("acme 1.0.0");
    }

    @Test
    void takesWhatWasThereLongBeforeAtTheFirstLook() throws IOException {
        write("acme.yaml", acme("1.0.0"));
        Files.setLastModifiedTime(directory.resolve("acme.yaml"), FileTime.from(NOW.minusSeconds(60)));

        files.look();

        assertThat(service).containsExactly("+acme 1.0.0");
    }

    @Test
    void leavesAHalfWrittenFileAlone() throws IOException {
        files.look();
        write("acme.yaml", "name: ac");
        files.look();
        write("acme.yaml", "name: acme\nversion: [");
        files.look();
        write("acme.yaml", acme("1.0.0"));
        files.look();

        assertThat(files.findings().complaints()).isEmpty();
        files.look();
        assertThat(service).containsExactly("+acme 1.0.0");
    }

    @Test
    void replacesAConnectorWithoutAGap() throws IOException {
        serve("acme.yaml", acme("1.0.0"));

        serve("acme.yaml", acme("1.1.0"));

        assertThat(service).containsExactly("+acme 1.0.0", "+acme 1.1.0", "-acme 1.0.0");
        assertThat(files.findings().serving()).containsExactly("acme 1.1.0");
    }

    @Test
    void doesNothingForAFileThatWasOnlyTouched() throws IOException {
        serve("acme.yaml", acme("1.0.0"));

        serve("acme.yaml", acme("1.0.0"));

        assertThat(service).containsExactly("+acme 1.0.0");
    }

    @Test
    void takesAConnectorOutOfServiceWhenTwoLooksMissedItsFile() throws IOException {
        serve("acme.yaml", acme("1.0.0"));
        Files.delete(directory.resolve("acme.yaml"));

        files.look();
        assertThat(service).containsExactly("+acme 1.0.0");
        files.look();
        assertThat(service).containsExactly("+acme 1.0.0", "-acme 1.0.0");
        assertThat(files.findings().serving()).isEmpty();
    }

    @Test
    void doesNotMindAnEditorThatTakesAFileAwayForAMoment() throws IOException {
        serve("acme.yaml", acme("1.0.0"));
        Files.delete(directory.resolve("acme.yaml"));
        files.look();

        write("acme.yaml", acme("1.0.0"));
        files.look();
        files.look();

        assertThat(service).containsExactly("+acme 1.0.0");
    }

    @Test
    void keepsServingWhatABrokenEditSaidBeforeAndSaysSo() throws IOException {
        serve("acme.yaml", acme("1.0.0"));
        serve("other.yaml", acme("1.0.0").replace("acme", "other"));

        serve("acme.yaml", acme("2.0.0") + "optic: {}\n");

        assertThat(service).containsExactly("+acme 1.0.0", "+other 1.0.0");
        assertThat(files.findings().complaints())
                .singleElement()
                .asString()
                .contains("acme.yaml", "line=4", "key=optic", "acme 1.0.0 keeps serving");
        serve("acme.yaml", acme("2.0.0"));
        assertThat(files.findings().complaints()).isEmpty();
        assertThat(service).endsWith("+acme 2.0.0", "-acme 1.0.0");
    }

    @Test
    void isInOrderAgainWhenABrokenEditIsTakenBack() throws IOException {
        serve("acme.yaml", acme("1.0.0"));
        serve("acme.yaml", "broken: [");

        serve("acme.yaml", acme("1.0.0"));

        assertThat(files.findings().complaints()).isEmpty();
        assertThat(service).containsExactly("+acme 1.0.0");
    }

    @Test
    void aFileThatIsWrongFromTheStartCostsItselfOnly() throws IOException {
        serve("bad.yaml", "name: bad\n");
        serve("acme.yml", acme("1.0.0"));

        assertThat(files.findings().serving()).containsExactly("acme 1.0.0");
        assertThat(files.findings().complaints())
                .singleElement()
                .asString()
                .contains("bad.yaml", "must have version", "no connector in service");
    }

    @Test
    void refusesASecondFileOfTheSameNameUntilTheFirstIsGone() throws IOException {
        serve("acme.yaml", acme("1.0.0"));
        serve("copy.yaml", acme("2.0.0"));
        assertThat(files.findings().complaints())
                .singleElement()
                .asString()
                .contains("copy.yaml", "line=1", "key=name", "value=acme", "another file's connector");

        Files.delete(directory.resolve("acme.yaml"));
        files.look();
        files.look();

        assertThat(service).containsExactly("+acme 1.0.0", "-acme 1.0.0", "+acme 2.0.0");
        assertThat(files.findings().complaints()).isEmpty();
    }

    @Test
    void refusesAFileWithoutEndAndOneThatIsNoUtf8() throws IOException {
        serve("long.yaml", acme("1.0.0") + "# ".repeat(FileText.MAX_BYTES / 2));
        Files.write(directory.resolve("latin.yaml"), "name: x\n# ã\n".getBytes(StandardCharsets.ISO_8859_1));
        files.look();
        files.look();

        assertThat(files.findings().complaints())
                .hasSize(2)
                .anySatisfy(complaint -> assertThat(complaint).contains("latin.yaml", "line=2", "must be UTF-8"))
                .anySatisfy(complaint -> assertThat(complaint).contains("long.yaml", "must have at most 256 KB"));
    }

    @Test
    void looksAtNothingButConnectorFiles() throws IOException {
        serve(".acme.yaml.swp", acme("1.0.0"));
        serve(".acme.yaml", acme("1.0.0"));
        serve("acme.yaml~", acme("1.0.0"));
        Files.createDirectory(directory.resolve("folder.yaml"));
        files.look();

        assertThat(service).isEmpty();
        assertThat(files.findings().complaints()).isEmpty();
    }

    @Test
    void keepsServingWhileTheDirectoryCannotBeRead() throws IOException {
        serve("acme.yaml", acme("1.0.0"));
        Path away = directory.resolveSibling(directory.getFileName() + "-away");
        Files.move(directory, away);

        files.look();
        files.look();
        files.look();

        assertThat(service).containsExactly("+acme 1.0.0");
        assertThat(files.findings().complaints()).singleElement().asString().contains("cannot be read");
        Files.move(away, directory);
        files.look();
        assertThat(files.findings().complaints()).isEmpty();
        assertThat(service).containsExactly("+acme 1.0.0");
    }

    @Test
    void takesAllOutOfServiceWhenItEnds() throws IOException {
        serve("acme.yaml", acme("1.0.0"));

        files.close();

        assertThat(service).containsExactly("+acme 1.0.0", "-acme 1.0.0");
    }

    private void serve(String file, String content) throws IOException {
        files.look();
        write(file, content);
        files.look();
        files.look();
    }

    /** Each time at another moment, however fast the test is. */
    private void write(String file, String content) throws IOException {
        Files.writeString(directory.resolve(file), content);
        Files.setLastModifiedTime(directory.resolve(file), FileTime.from(NOW.plusSeconds(++writes)));
    }

    private static String acme(String version) {
        return "name: acme\nversion: " + version + "\nspeaks: {oui: A0B1C2}\n";
    }
}
