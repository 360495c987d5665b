package com.rjchronos.access.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** A file of mode 0600 in a directory of mode 0700, written whole or not at all. */
public record SecretFile(Path path) {
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");
    private static final FileAttribute<?> FILE_MODE = PosixFilePermissions.asFileAttribute(OWNER);
    private static final FileAttribute<?> DIRECTORY_MODE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /** Its content; empty if there is no such file. A mode that lets others in is corrected. */
    public Optional<String> read() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            if (!Files.getPosixFilePermissions(path).equals(OWNER)) {
                Files.setPosixFilePermissions(path, OWNER);
            }
            return Optional.of(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path + ".", e);
        }
    }

    public void write(String content) {
        Path fresh = path.resolveSibling(path.getFileName() + ".part");
        try {
            Files.createDirectories(path.getParent(), DIRECTORY_MODE);
            Files.deleteIfExists(fresh);
            Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (FileChannel file = FileChannel.open(fresh, options, FILE_MODE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            }
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + path + "; check the owner of the directory.", e);
        }
    }

    /** Takes the place of another file at once. */
    public void moveTo(SecretFile other) {
        try {
            Files.move(path, other.path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot move " + path + " to " + other.path + ".", e);
        }
    }

    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + path + ".", e);
        }
    }
}
