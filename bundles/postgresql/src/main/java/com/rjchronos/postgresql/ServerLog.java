package com.rjchronos.postgresql;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the server says. It appends to one file, which is emptied into a second when it has grown.
 *
 * @param file the file that the server appends to
 */
record ServerLog(Path file) {
    static final long BOUND_BYTES = 8L << 20;
    private static final int TAIL_BYTES = 1 << 14;
    private static final int LINES = 3;
    private static final Pattern COMPLAINT =
            Pattern.compile("(?:FATAL|PANIC|ERROR|error|DETAIL|HINT|hint):\\s+(.+)"); // the server's and initdb's

    void create() throws IOException {
        if (!Files.exists(file)) {
            Superuser.write(file, "");
            Ownership.inherit(file);
        }
    }

    long size() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** Copies and empties: the server has the file open for appending and goes on at its beginning. */
    void bound() throws IOException {
        if (size() > BOUND_BYTES) {
            try {
                Path previous = file.resolveSibling(file.getFileName() + ".1");
                Files.copy(file, previous, StandardCopyOption.REPLACE_EXISTING);
            } finally { // on a full disk too
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                        .close();
            }
        }
    }

    /** The last complaints that were written after the file had this size. */
    String lastSince(long offset) throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(Math.min(log.length(), Math.max(offset, log.length() - TAIL_BYTES)));
            byte[] tail = new byte[(int) Math.min(TAIL_BYTES, log.length() - log.getFilePointer())];
            log.readFully(tail);
            return lastOf(new String(tail, StandardCharsets.UTF_8));
        }
    }

    /** The last complaints in the output of one of PostgreSQL's programs, or its last line. */
    static String lastOf(String output) {
        List<String> complaints = COMPLAINT
                .matcher(output)
                .results()
                .map((MatchResult result) -> result.group(1).strip())
                .toList();
        List<String> said = complaints.isEmpty() ? output.strip().lines().toList() : complaints;
        int wanted = complaints.isEmpty() ? 1 : LINES;
        return said.stream().skip(Math.max(0, said.size() - wanted)).collect(Collectors.joining("; "));
    }
}
