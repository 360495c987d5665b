package com.rjchronos.genieacs.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts a stream that holds one JSON list into its elements without understanding them, so that a broken element spoils
 * itself only, and one that is too large is passed over without being held. GenieACS writes a document a line, so the list
 * is found again at a line's end, whatever is wrong within the line.
 */
final class JsonList {
    private static final int READ = 64 * 1024;
    private static final int KEPT_OF_OVERSIZED = 4 * 1024;
    /** Bytes after a line break that tell whether another document begins there. */
    private static final int AHEAD = 64;

    private static final byte[] ID = "\"_id\"".getBytes(StandardCharsets.US_ASCII);

    /** Bytes that neither open nor close anything: nearly all, so that they are looked at once. */
    private static final boolean[] ORDINARY = ordinary();

    private final InputStream in;
    private final int maxElement;
    private final byte[] window = new byte[READ];
    private int at;
    private int end;
    private long bytes;

    private byte[] element = new byte[16 * 1024];
    private int length;
    private boolean oversized;
    private int ordinal;
    private boolean opened;
    private IOException failure;

    JsonList(InputStream in, int maxElement) {
        this.in = in;
        this.maxElement = maxElement;
    }

    /** The element's bytes, valid up to {@link #length()} and until the next call of {@link #next()}. */
    byte[] element() {
        return element;
    }

    int length() {
        return length;
    }

    /** Whether the element was larger than allowed; only its beginning is kept. */
    boolean oversized() {
        return oversized;
    }

    /** The element's place in the list, from 1. */
    int ordinal() {
        return ordinal;
    }

    /** Bytes taken from the stream so far and looked at. */
    long bytes() {
        return bytes - (end - at);
    }

    /** Moves to the next element; false at the end of the list. */
    boolean next() throws IOException, BrokenAnswer {
        int first = opened ? afterElement() : open();
        if (first == ']') {
            at++;
            if (peekSolid() < 0) {
                return false;
            }
        }
        ordinal++;
        length = 0;
        oversized = false;
        if (first == '{' || first == '[' || first == '"') {
            nested();
            restOfLine();
        } else if (first == ']') { // the list goes on behind it
            element[length++] = ']';
        } else {
            scalar();
        }
        return true;
    }

    private static boolean[] ordinary() {
        boolean[] ordinary = new boolean[256];
        Arrays.fill(ordinary, true);
        for (char special : "\n\"\\{}[]".toCharArray()) {
            ordinary[special] = false;
        }
        return ordinary;
    }

    private int open() throws IOException, BrokenAnswer {
        int first = peekSolid();
        if (first == 0xEF) { // a byte order mark
            at += 3;
            first = peekSolid();
        }
        if (first < 0) {
            throw new BrokenAnswer("The answer is empty.");
        }
        if (first != '[') {
            throw new BrokenAnswer("The answer is no JSON list; it begins with \"" + beginning() + "\".");
        }
        opened = true;
        at++;
        return elementOrEnd();
    }

    /** The first byte of what follows. Where there is no comma it is an element all the same, or junk, which is one too. */
    private int afterElement() throws IOException, BrokenAnswer {
        int separator = elementOrEnd();
        if (separator != ',') {
            return separator;
        }
        at++;
        return elementOrEnd();
    }

    private int elementOrEnd() throws IOException, BrokenAnswer {
        int b = peekSolid();
        if (b < 0) {
            throw new BrokenAnswer("The answer ended after document " + ordinal + ", before the end of the list.");
        }
        return b;
    }

    /** Objects, lists and texts: to the byte that closes what the first opened, or to the line's end if that is missing. */
    private void nested() throws IOException, BrokenAnswer {
        int depth = 0;
        boolean text = false;
        boolean escaped = false;
        byte[] seen = window;
        while (more()) {
            int from = at;
            int place = at;
            int limit = end;
            while (place < limit) {
                byte b = seen[place++];
                if (ORDINARY[b & 0xFF]) {
                    escaped = false;
                    continue;
                }
                boolean closed = false;
                if (b == '\n') {
                    at = place;
                    keep(from);
                    if (depth == 0 || anotherBegins()) {
                        return;
                    }
                    from = at;
                    place = at;
                    limit = end;
                    escaped = false;
                    text = false; // JSON text holds no raw line break: a quote is missing
                } else if (escaped) {
                    escaped = false;
                } else if (text) {
                    escaped = b == '\\';
                    text = b != '"';
                    closed = !text && depth == 0;
                } else if (b == '"') {
                    text = true;
                } else if (b == '{' || b == '[') {
                    depth++;
                } else if (b == '}' || b == ']') {
                    closed = --depth == 0;
                }
                if (closed) {
                    at = place;
                    keep(from);
                    return;
                }
            }
            at = place;
            keep(from);
        }
        throw new BrokenAnswer("The answer broke off within document " + ordinal + ".");
    }

    /**
     * Whether another document begins after the line break just passed, or the list ends: then the one before it is broken. A
     * document that was written for people goes on otherwise.
     */
    private boolean anotherBegins() throws IOException {
        boolean last = lookAhead() < AHEAD;
        int next = solid(at);
        if (next < end && window[next] == ']') {
            return last && solid(next + 1) == end;
        }
        if (next < end && window[next] == ',') {
            next = solid(next + 1);
        }
        if (next >= end || window[next] != '{') {
            return false;
        }
        int name = solid(next + 1);
        return name + ID.length <= end && Arrays.equals(window, name, name + ID.length, ID, 0, ID.length);
    }

    /** The place of the next byte in the window that is no white space. */
    private int solid(int from) {
        int place = from;
        while (place < end && window[place] >= 0 && window[place] <= ' ') {
            place++;
        }
        return place;
    }

    /** Brings the next bytes into the window, and returns how many there are: fewer than asked for only at the stream's end. */
    private int lookAhead() throws IOException {
        if (end - at < AHEAD) {
            System.arraycopy(window, at, window, 0, end - at);
            end -= at;
            at = 0;
            int read = 0;
            while (end < AHEAD && read >= 0) {
                read = in.read(window, end, window.length - end);
                bytes += Math.max(0, read);
                end += Math.max(0, read);
            }
        }
        return end - at;
    }

    /** What stands behind an element on its line belongs to it, and spoils it: nobody knows where it was to go. */
    private void restOfLine() {
        try {
            boolean junk = false;
            while (more()) {
                int from = at;
                while (at < end) {
                    byte b = window[at];
                    if (b == '\n' || !junk && (b == ',' || b == ']' || b == '{')) {
                        if (junk) {
                            keep(from);
                        }
                        return;
                    }
                    junk |= b > ' ' || b < 0;
                    at++;
                }
                if (junk) {
                    keep(from);
                }
            }
        } catch (IOException e) {
            failure = e; // the element came whole: it is the next that is missing
        }
    }

    /** Numbers, words, and what is neither: to the separator or the line's end. */
    private void scalar() throws IOException, BrokenAnswer {
        while (more()) {
            int from = at;
            while (at < end) {
                byte b = window[at];
                if (b == ',' || b == ']' || b == '\n') {
                    keep(from);
                    return;
                }
                at++;
            }
            keep(from);
        }
        throw new BrokenAnswer("The answer broke off within document " + ordinal + ".");
    }

    private void keep(int from) {
        int run = at - from;
        if (oversized) {
            return;
        }
        if (length + run > maxElement) {
            oversized = true;
            run = Math.max(0, Math.min(run, KEPT_OF_OVERSIZED - length));
        }
        if (length + run > element.length) {
            element = Arrays.copyOf(element, Math.max(length + run, Math.min(2 * element.length, maxElement)));
        }
        System.arraycopy(window, from, element, length, run);
        length += run;
    }

    /** The next byte that is no white space, not yet consumed; -1 at the end of the stream. */
    private int peekSolid() throws IOException {
        while (more()) {
            while (at < end) {
                byte b = window[at];
                if (b > ' ' || b < 0) {
                    return b & 0xFF;
                }
                at++;
            }
        }
        return -1;
    }

    private boolean more() throws IOException {
        if (failure != null) {
            throw failure;
        }
        while (at >= end) {
            at = 0;
            end = 0;
            int read = in.read(window);
            if (read < 0) {
                return false;
            }
            bytes += read;
            end = read;
        }
        return true;
    }

    private String beginning() {
        return new String(window, at, Math.min(60, end - at), StandardCharsets.UTF_8)
                .replaceAll("[\\s\\p{Cntrl}\"]+", " ");
    }
}
