package com.rjchronos.postgresql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where the embedded server keeps its things.
 *
 * @param root the directory that belongs to this bundle alone
 * @param passwordFile the superuser's password
 * @param release what is unpacked, and whose major version names the cluster
 */
record Layout(Path root, Path passwordFile, Release release) {

    /** Makes the root, open to the account that will run the server, and answers with its path free of links. */
    Layout realised() throws IOException {
        if (!Files.exists(root)) {
            Files.createDirectories(root);
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
            Ownership.inherit(root);
        }
        return new Layout(root.toRealPath(), passwordFile, release);
    }

    Path cluster() {
        return root.resolve(release.major());
    }

    Path binaries() {
        return root.resolve("binaries-" + release.version());
    }

    Path program(String name) {
        return binaries().resolve("bin").resolve(name);
    }

    Path log() {
        return root.resolve("server.log");
    }

    Path port() {
        return root.resolve("port");
    }

    Path runAs() {
        return root.resolve("run-as");
    }

    Path lock() {
        return root.resolve("lock");
    }
}
