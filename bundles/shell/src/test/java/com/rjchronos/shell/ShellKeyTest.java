package com.rjchronos.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellKeyTest {
    @TempDir
    Path dir;

    @Test
    void makesAKeyThatOnlyItsOwnerReadsAndAdmitsIt() throws Exception {
        new ShellKey(key(), keys());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key())))
                .isEqualTo("rw-------");
        assertThat(Files.readAllLines(keys()))
                .anyMatch(l -> l.startsWith("chronos = AAAAB3NzaC1yc2E") && l.endsWith(",_g_:admingroup"))
                .anyMatch(l -> l.startsWith("_g_\\:admingroup = ") && l.contains("ssh"));
    }

    @Test
    void keepsItsKeyAndTheKeysOfOthers() throws Exception {
        Files.writeString(keys(), "# ours\nmaria = AAAA,_g_:admingroup\n");
        new ShellKey(key(), keys());
        String first = Files.readString(key());
        List<String> lines = Files.readAllLines(keys());

        new ShellKey(key(), keys());

        assertThat(Files.readString(key())).isEqualTo(first);
        assertThat(Files.readAllLines(keys())).isEqualTo(lines).contains("maria = AAAA,_g_:admingroup");
    }

    private Path key() {
        return dir.resolve("secrets/shell-key");
    }

    private Path keys() {
        return dir.resolve("keys.properties");
    }
}
