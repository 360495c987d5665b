package com.rjchronos.postgresql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who owns a file, by the numbers of the kernel.
 *
 * @param uid user
 * @param gid group
 */
record Ownership(int uid, int gid) {
    static final Ownership ROOT = new Ownership(0, 0);

    static Ownership of(Path path) throws IOException {
        return new Ownership(
                (Integer) Files.getAttribute(path, "unix:uid"), (Integer) Files.getAttribute(path, "unix:gid"));
    }

    /** The account under which this process runs. */
    static Ownership ofThisProcess() throws IOException {
        return of(Path.of("/proc/self"));
    }

    boolean isRoot() {
        return uid == 0;
    }

    void give(Path path) throws IOException {
        Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
    }

    /** Gives a directory and all in it; the directory comes last, so that an interrupted change is seen and repeated. */
    void giveAll(Path directory) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(directory)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            give(path);
        }
    }

    /** What root makes in somebody's directory shall be that somebody's, who may run the appliance next time. */
    static void inherit(Path path) throws IOException {
        if (ofThisProcess().isRoot()) {
            of(path.toAbsolutePath().getParent()).give(path);
        }
    }
}
