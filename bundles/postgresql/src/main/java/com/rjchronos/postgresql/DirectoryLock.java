package com.rjchronos.postgresql;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** Keeps a second appliance from the same data directory; the kernel lets go of it when the JVM dies. */
final class DirectoryLock implements AutoCloseable {
    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    static DirectoryLock take(Layout layout) throws IOException, NoServerException {
        boolean existed = Files.exists(layout.lock());
        FileChannel channel = FileChannel.open(layout.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!existed) {
            Ownership.inherit(layout.lock());
        }
        if (!isOurs(channel)) {
            channel.close();
            throw new NoServerException("another appliance runs on the data directory " + layout.root()
                    + "; stop it, or give this one a data directory of its own");
        }
        return new DirectoryLock(channel);
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null && lock.isValid();
        } catch (OverlappingFileLockException e) {
            return false; // another component in this JVM
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
