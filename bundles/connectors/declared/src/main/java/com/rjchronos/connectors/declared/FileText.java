package com.rjchronos.connectors.declared;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What stands in a file: UTF-8, and not without end. */
final class FileText {
    static final int MAX_BYTES = 256 * 1024;

    private FileText() {}

    /**
     * Reads a file.
     *
     * @throws FileRefusedException if it is too large or no UTF-8
     * @throws IOException if it cannot be read
     */
    static String of(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        if (bytes.length > MAX_BYTES) {
            throw new FileRefusedException(0, "", "more", "must have at most " + MAX_BYTES / 1024 + " KB");
        }
        String text = decoded(bytes);
        return text.startsWith("\uFEFF") ? text.substring(1) : text; // some editors' mark
    }

    private static String decoded(byte[] bytes) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(rest).toString();
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < rest.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new FileRefusedException(line, "", "", "must be UTF-8");
        }
    }
}
