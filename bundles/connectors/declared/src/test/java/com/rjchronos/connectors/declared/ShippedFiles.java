package com.rjchronos.connectors.declared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The connector files that ship, as they ship. */
final class ShippedFiles {
    static final Path DIRECTORY = Path.of("../../../etc/connectors");

    private ShippedFiles() {}

    static Declaration declaration(String name) {
        return Declaration.of(text(DIRECTORY.resolve(name + ".yaml")), free -> true);
    }

    static String text(Path file) {
        try {
            return FileText.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
