package com.rjchronos.inventory.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.inventory.fake.Documents;
import com.rjchronos.spi.draft.ConnectorDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleDraftsTest {
    private static final Duration BUDGET = Duration.ofSeconds(10);

    private final List<Path> judged = new ArrayList<>();
    private final BundleDrafts drafts = new BundleDrafts(this::trusted, BUDGET);

    @TempDir
    Path folder;

    @Test
    void makesTheConnectorOfABundleApartFromTheHouse() throws IOException {
        ConnectorDraft draft = drafts.draft(Jars.with(folder.resolve("acme.jar"), AcmeDraft.class));

        assertThat(draft.properties())
                .containsEntry("chronos.connector", "acme")
                .containsEntry("chronos.version", "1.2.3")
                .containsEntry("chronos.speaks.productClass", "AX.*")
                .hasEntrySatisfying("chronos.reads", reads -> assertThat((String[]) reads)
                        .containsExactly("Device.DeviceInfo.ModelName", "Device.X_ACME"));
        assertThat(draft.connector().getClass()).isNotEqualTo(AcmeDraft.class);
        assertThat(draft.connector()
                        .read(Documents.of("A")
                                .value("Device.DeviceInfo.ModelName", "AX")
                                .build())
                        .model())
                .contains("AX");
    }

    @Test
    void findsTheBundleInAKar() throws IOException {
        Path jar = Jars.with(folder.resolve("acme.jar"), AcmeDraft.class);
        Path library = Jars.with(folder.resolve("library.jar"), Jars.class, "<component/>", Map.of());

        ConnectorDraft draft = drafts.draft(Jars.kar(folder.resolve("acme.kar"), library, jar));

        assertThat(draft.properties()).containsEntry("chronos.connector", "acme");
    }

    @Test
    void runsNothingOfABundleThatIsNotTrusted() throws IOException {
        Path jar = Jars.with(folder.resolve("acme.jar"), AcmeDraft.Endless.class);
        byte[] bytes = Files.readAllBytes(jar);
        BundleDrafts strict = new BundleDrafts(
                judgedJar -> {
                    assertThat(judgedJar).hasBinaryContent(bytes);
                    return Optional.of("Its SHA-256 is not in connectorHashes.");
                },
                BUDGET);

        assertThatThrownBy(() -> strict.draft(jar))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("it is not trusted: Its SHA-256 is not in connectorHashes.");
    }

    @Test
    void leavesNoFileBehind() throws IOException {
        drafts.draft(Jars.with(folder.resolve("acme.jar"), AcmeDraft.class));

        assertThat(judged).singleElement().satisfies(copy -> {
            assertThat(copy).doesNotExist();
            assertThat(copy.getParent()).doesNotExist();
        });
    }

    @Test
    void showsAStrangerNothingOfTheHouseButWhatConnectorsImport() throws IOException {
        Path jar = Jars.with(folder.resolve("acme.jar"), AcmeDraft.Curious.class);

        assertThatThrownBy(() -> drafts.draft(jar))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ClassNotFoundException");
    }

    @Test
    void waitsForNobodyWithoutEnd() throws IOException {
        Path jar = Jars.with(folder.resolve("acme.jar"), AcmeDraft.Endless.class);
        BundleDrafts impatient = new BundleDrafts(this::trusted, Duration.ofMillis(100));

        assertThatThrownBy(() -> impatient.draft(jar)).hasMessageContaining("within 100 ms");
    }

    @Test
    void refusesWhatHoldsNoConnector() throws IOException {
        Path library = Jars.with(folder.resolve("library.jar"), Jars.class, "<component/>", Map.of());
        Path text = Files.writeString(folder.resolve("text.jar"), "text");

        assertThatThrownBy(() -> drafts.draft(library)).hasMessageContaining("held 0");
        assertThatThrownBy(() -> drafts.draft(text)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> drafts.draft(folder.resolve("none.jar"))).isInstanceOf(IOException.class);
    }

    @Test
    void refusesADescriptionThatAsksForOtherFiles() throws IOException {
        String hostile = "<!DOCTYPE c [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><component>&x;</component>";
        Path jar = Jars.with(folder.resolve("acme.jar"), AcmeDraft.class, hostile, Map.of());

        assertThatThrownBy(() -> drafts.draft(jar))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DOCTYPE");
    }

    @Test
    void saysThatABundleWithJarsOfItsOwnCannotBeTried() throws IOException {
        Path jar = Jars.with(
                folder.resolve("acme.jar"), AcmeDraft.class, "<component/>", Map.of("Bundle-ClassPath", ".,lib/x.jar"));

        assertThatThrownBy(() -> drafts.draft(jar)).hasMessageContaining("Bundle-ClassPath");
    }

    private Optional<String> trusted(Path jar) {
        judged.add(jar);
        return Optional.empty();
    }
}
