package com.rjchronos.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortChoiceTest {
    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("port");
    }

    @Test
    void keepsAFreePort() throws Exception {
        int port = new PortChoice(0, file).free(false);

        assertThat(port).isBetween(20_000, 31_999);
        assertThat(new PortChoice(0, file).free(true)).isEqualTo(port);
        assertThat(file).hasContent(port + "\n");
    }

    @Test
    void choosesAnotherWhenItIsTakenUnlessClientsKnowIt() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            int taken = other.getLocalPort();
            Files.writeString(file, Integer.toString(taken));

            assertThatThrownBy(() -> new PortChoice(0, file).free(true)).hasMessageContaining("127.0.0.1:" + taken);
            assertThat(new PortChoice(0, file).free(false)).isNotEqualTo(taken);
        }
    }

    @Test
    void choosesAnewWhenTheFileIsDamaged() throws Exception {
        Files.writeString(file, "\0\0\0");

        assertThat(new PortChoice(0, file).known()).isEmpty();
        assertThat(new PortChoice(0, file).free(false)).isPositive();
    }

    @Test
    void neverChangesAConfiguredPort() throws Exception {
        assertThat(new PortChoice(5433, file).known()).hasValue(5433);
        assertThat(file).doesNotExist();
    }
}
