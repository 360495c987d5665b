package com.rjchronos.postgresql;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/** The server's programs: unpacked once, whole or not at all, readable by the account that runs them. */
final class Binaries {
    private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);
    private static final String MARKER = ".measure";

    private final Layout layout;

    Binaries(Layout layout) {
        this.layout = layout;
    }

    /** Unpacks unless that was done; files that a power failure emptied are noticed by their sizes and unpacked again. */
    void ensure(StopSignal stop) throws IOException, StopSignal.StoppedException {
        Path home = layout.binaries();
        if (isComplete(home)) {
            return;
        }
        long began = System.nanoTime();
        removeAll("binaries-" + layout.release().version() + ".", home);
        Path fresh = home.resolveSibling(home.getFileName() + ".unpacking-" + Long.toHexString(began));
        try {
            unpack(fresh, stop);
            if (Files.exists(home)) {
                new Tree(home).delete();
            }
            Files.move(fresh, home);
        } finally {
            if (Files.exists(fresh)) {
                new Tree(fresh).delete();
            }
        }
        LOG.info(
                "PostgreSQL unpacked. version={} directory={} millis={}",
                layout.release().version(),
                home,
                Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    /** Removes the binaries of releases that run no more. */
    void removeOthers() throws IOException {
        removeAll("binaries-", layout.binaries());
    }

    private void removeAll(String prefix, Path kept) throws IOException {
        for (Path leftover : Tree.leftovers(layout.root(), prefix, kept)) {
            new Tree(leftover).delete();
        }
    }

    private static boolean isComplete(Path home) throws IOException {
        Path marker = home.resolve(MARKER);
        return Files.exists(marker) && Files.readString(marker).equals(new Tree(home).measureWithout(MARKER));
    }

    private void unpack(Path directory, StopSignal stop) throws IOException, StopSignal.StoppedException {
        makeReadableDirectory(directory);
        try (InputStream archive =
                        Binaries.class.getResourceAsStream(layout.release().archive());
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                stop.throwIfAsked();
                extract(tar, entry, directory);
            }
        }
        Files.writeString(directory.resolve(MARKER), new Tree(directory).measureWithout(MARKER));
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path directory) throws IOException {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
            throw new IOException("the archive of PostgreSQL names a file outside of it: " + entry.getName());
        }
        if (entry.isDirectory()) {
            makeReadableDirectory(target);
            return;
        }
        makeReadableDirectory(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, directory.resolve(entry.getLinkName()).normalize());
        } else {
            Files.copy(tar, target);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static void makeReadableDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            makeReadableDirectory(directory.getParent());
            Files.createDirectory(directory);
            Files.setPosixFilePermissions(
                    directory, PosixFilePermissions.fromString("rwxr-xr-x")); // whatever the umask
        }
    }
}
