package com.rjchronos.postgresql;

import static com.rjchronos.postgresql.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BinariesTest {
    private Workplace place;

    @AfterEach
    void clean() throws Exception {
        place.close();
    }

    @Test
    void unpacksAnewWhatAPowerFailureEmptied() throws Exception {
        place = Workplace.prepared();
        Path program = place.layout().program("postgres");
        Files.delete(program);
        Files.createFile(program);
        Path unfinished = Files.createDirectory(place.layout().root().resolve("binaries-18.6.0.unpacking-1"));

        new Binaries(place.layout()).ensure(new StopSignal());

        assertThat(Files.size(program)).isGreaterThan(1_000_000);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(program)))
                .isEqualTo("rwxr-xr-x");
        assertThat(unfinished).doesNotExist();
        assertThat(new Command(List.of(program.toString(), "--version"), place.data)
                        .run(Duration.ofSeconds(10), new StopSignal())
                        .output())
                .isEqualTo("postgres (PostgreSQL) 18.6");
    }

    @Test
    void stopsInTheMiddleAndLeavesNothingHalf() throws Exception {
        place = Workplace.empty();
        EmbeddedPostgres appliance = place.appliance();
        await("the unpacking", () -> names().stream().anyMatch(name -> name.contains(".unpacking-")));

        appliance.stop();

        assertThat(names()).noneMatch(name -> name.startsWith("binaries-"));
        assertThatThrownBy(appliance::getConnection).hasMessageContaining("stopped");
    }

    @Test
    void removesTheBinariesOfOtherReleasesWhenItsOwnRun() throws Exception {
        place = Workplace.prepared();
        Path old = Files.createDirectories(place.layout().root().resolve("binaries-18.1.0/bin"));

        new Binaries(place.layout()).removeOthers();

        assertThat(old.getParent()).doesNotExist();
        assertThat(place.layout().program("postgres")).exists();
    }

    @Test
    void choosesTheReleaseByTheMachine() throws Exception {
        place = Workplace.empty();

        assertThat(Release.forMachine("Linux", "amd64").archive()).isEqualTo("/postgres-linux-x86_64.txz");
        assertThat(Release.forMachine("Linux", "aarch64").archive()).isEqualTo("/postgres-linux-arm_64.txz");
        for (String archive : List.of("/postgres-linux-x86_64.txz", "/postgres-linux-arm_64.txz")) {
            assertThat(Binaries.class.getResource(archive)).isNotNull();
        }
        assertThat(Release.forMachine("Linux", "amd64").major()).isEqualTo("18");
        assertThatThrownBy(() -> Release.forMachine("Windows 11", "amd64"))
                .hasMessageContaining("no embedded PostgreSQL for Windows 11 on amd64")
                .hasMessageContaining("etc/com.rjchronos.persistence.cfg");
    }

    private List<String> names() throws Exception {
        try (Stream<Path> entries = Files.list(place.layout().root())) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }
}
