package com.rjchronos.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.model.connector.Sample;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFolderTest {
    private static final Sample ONE = new Sample("acme-ax-2000", "{\"_comment\": \"one\"}");

    @TempDir
    Path data;

    @Test
    void numbersSamplesOfOneModelAndOverwritesNone() throws IOException {
        SampleFolder folder = new SampleFolder(data.resolve("captures"));

        Path first = folder.keep(ONE);
        Path second = folder.keep(new Sample("acme-ax-2000", "{}"));

        assertThat(first)
                .isEqualTo(data.resolve("captures/acme-ax-2000-1.json"))
                .hasContent(ONE.json());
        assertThat(second)
                .isEqualTo(data.resolve("captures/acme-ax-2000-2.json"))
                .hasContent("{}");
    }

    @Test
    void letsNobodyElseReadThem() throws IOException {
        Path file = new SampleFolder(data.resolve("captures")).keep(ONE);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void leavesAFileAloneThatIsThere() throws IOException {
        Path mine = Files.writeString(data.resolve("mine.json"), "mine");

        assertThatThrownBy(() -> SampleFolder.write(mine, ONE)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(mine).hasContent("mine");
    }

    @Test
    void handsOutTheDocumentsAndNotWhatIsExpectedOfThem() throws IOException {
        Files.writeString(data.resolve("a.json"), "{}");
        Files.writeString(data.resolve("a.expected.json"), "[]");
        Files.writeString(data.resolve("README.md"), "text");

        assertThat(SampleFolder.documents(data)).isEqualTo(Map.of("a.json", "{}"));
    }

    @Test
    void saysThatThereIsNone() {
        assertThatThrownBy(() -> SampleFolder.documents(data)).hasMessageContaining("1..500 documents");
    }
}
