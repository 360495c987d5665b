package com.rjchronos.shell;

import com.rjchronos.model.connector.Sample;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;

/** Where captured documents are kept, numbered, for their owner's eyes only. */
final class SampleFolder {
    private static final int MAX = 9_999;
    private static final int MAX_READ = 500;

    private final Path folder;

    SampleFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes it as {@code <name>-<n>.json} with the first number that is free. */
    Path keep(Sample sample) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (int n = 1; n <= MAX; n++) {
            try {
                return write(folder.resolve(sample.name() + "-" + n + ".json"), sample);
            } catch (FileAlreadyExistsException taken) {
                // the next, then
            }
        }
        throw new IOException("there are " + MAX + " samples of " + sample.name() + " in " + folder);
    }

    /** Writes it into a new file (0600); a {@link FileAlreadyExistsException} if there is one. */
    static Path write(Path file, Sample sample) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, sample.json() + "\n");
    }

    /** The documents in a folder by the names of their files; what connectors are expected to make of them is none. */
    static Map<String, String> documents(Path folder) throws IOException {
        Map<String, String> documents = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (!name.endsWith(".expected.json")) {
                    documents.put(name, Files.readString(file));
                }
            }
        }
        if (documents.isEmpty() || documents.size() > MAX_READ) {
            throw new IllegalArgumentException(
                    "there must be 1.." + MAX_READ + " documents in " + folder + " but were " + documents.size());
        }
        return documents;
    }
}
