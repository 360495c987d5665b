package com.rjchronos.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
    @TempDir
    private Path directory;

    private ServerLog log;

    @BeforeEach
    void create() throws Exception {
        log = new ServerLog(directory.resolve("server.log"));
        log.create();
    }

    @Test
    void tellsTheLastComplaintsOfThisStartOnly() throws Exception {
        say("2026-01-01 00:00:00 UTC [1] FATAL:  long ago\n");
        long before = log.size();
        say("2026-01-01 00:00:01 UTC [2] LOG:  starting\n"
                + "2026-01-01 00:00:01 UTC [2] FATAL:  could not write: No space left on device\n"
                + "2026-01-01 00:00:01 UTC [2] HINT:  make room\n");

        assertThat(log.lastSince(before)).isEqualTo("could not write: No space left on device; make room");
    }

    @Test
    void tellsTheLastLineWhenNothingIsAComplaint() {
        assertThat(ServerLog.lastOf("one\ntwo\n")).isEqualTo("two");
        assertThat(ServerLog.lastOf("")).isEmpty();
    }

    @Test
    void keepsTwoFilesWithinTheBoundWhileTheWriterGoesOn() throws Exception {
        long grown = log.size() + ServerLog.BOUND_BYTES + 1;
        byte[] much = new byte[(int) ServerLog.BOUND_BYTES + 1];
        try (var writer = Files.newOutputStream(log.file(), StandardOpenOption.APPEND)) {
            writer.write(much);

            log.bound();
            writer.write("after".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        assertThat(log.file()).hasContent("after");
        assertThat(Files.size(directory.resolve("server.log.1"))).isEqualTo(grown);
    }

    private void say(String text) throws Exception {
        Files.writeString(log.file(), text, StandardOpenOption.APPEND);
    }
}
