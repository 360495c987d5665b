package com.rjchronos.connectors.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.spi.draft.ConnectorDraft;
import com.rjchronos.testkit.Documents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclaredDraftsTest {
    private static final Path ACME = Path.of("src/test/resources/guide/acme.yaml");

    private final DeclaredDrafts drafts = new DeclaredDrafts();

    @TempDir
    Path folder;

    @Test
    void makesTheConnectorThatWouldBeInService() throws IOException {
        ConnectorDraft draft = drafts.draft(ACME);

        assertThat(draft.properties())
                .containsEntry("chronos.connector", "acme")
                .containsKeys("chronos.version", "chronos.reads", "chronos.speaks.productClass");
        assertThat(draft.connector()
                        .read(Documents.file(Path.of("../../testkit/src/test/resources/samples/ax2000.json")))
                        .model())
                .contains("AX-2000 Pro");
    }

    @Test
    void saysInWhichLineAFileBreaksARule() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "name: acme\nversion: one\nspeaks: {}\n");

        assertThatThrownBy(() -> drafts.draft(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line=2 key=version");
    }

    @Test
    void saysThatAFileIsNotThere() {
        assertThatThrownBy(() -> drafts.draft(folder.resolve("none.yaml"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void takesFilesOfItsKindOnly() {
        assertThat(drafts.takes(Path.of("a/b.yaml"))).isTrue();
        assertThat(drafts.takes(Path.of("a/b.yml"))).isTrue();
        assertThat(drafts.takes(Path.of("a/b.jar"))).isFalse();
    }
}
