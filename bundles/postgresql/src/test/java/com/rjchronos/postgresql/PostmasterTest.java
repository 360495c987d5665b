package com.rjchronos.postgresql;

import static com.rjchronos.postgresql.Workplace.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterTest {
    private Workplace place;
    private EmbeddedPostgres running;

    @BeforeEach
    void start() throws Exception {
        place = Workplace.initialised();
        running = place.appliance();
        execute(running, "SELECT 1");
    }

    @AfterEach
    void stop() throws Exception {
        running.stop();
        place.close();
    }

    @Test
    void removesAPidFileThatSpeaksOfTheServerOfAnotherCluster(@TempDir Path cluster) throws Exception {
        Path pidFile = Files.writeString(cluster.resolve("postmaster.pid"), place.pid() + "\n");

        assertThat(Postmaster.runningOn(cluster)).isEmpty();

        assertThat(pidFile).doesNotExist();
        execute(running, "SELECT 1");
    }

    @Test
    void refusesAClusterWhoseServerWasStartedForAnotherPath(@TempDir Path elsewhere) throws Exception {
        Path cluster = place.layout().realised().cluster();
        Path alias = Files.createSymbolicLink(elsewhere.resolve("18"), cluster);

        assertThatThrownBy(() -> Postmaster.runningOn(alias))
                .isInstanceOf(NoServerException.class)
                .hasMessageContaining("started for another path")
                .hasMessageContaining("kill -INT " + place.pid());

        assertThat(cluster.resolve("postmaster.pid")).exists();
        assertThat(Postmaster.runningOn(cluster)).isPresent();
    }
}
