package com.rjchronos.connectors.declared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * What a file looks like from outside: the same stamp, the same content.
 *
 * @param modified when it was last written
 * @param size in bytes
 * @param key which file it is to its file system; null where that does not say
 */
record FileStamp(Instant modified, long size, Object key) {

    static FileStamp of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileStamp(attributes.lastModifiedTime().toInstant(), attributes.size(), attributes.fileKey());
    }
}
