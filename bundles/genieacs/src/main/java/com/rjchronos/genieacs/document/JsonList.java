package com.rjchronos.genieacs.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts a stream that holds one JSON list into its elements without understanding them, so that a broken element spoils
 * itself only, and one that is too large is passed over without being held.
 */
final class JsonList {
    private static final int READ = 64 * 1024;
    private static final int KEPT_OF_OVERSIZED = 4 * 1024;

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
            return false;
        }
        ordinal++;
        length = 0;
        oversized = false;
        if (first == '{' || first == '[' || first == '"') {
            nested();
        } else {
            scalar();
        }
        return true;
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

    private int afterElement() throws IOException, BrokenAnswer {
        int separator = elementOrEnd();
        if (separator == ']') {
            return separator;
        }
        if (separator != ',') {
            throw new BrokenAnswer("The answer is no JSON list after document " + ordinal + ".");
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

    /** Objects, lists and texts: to the byte that closes what the first opened. */
    private void nested() throws IOException, BrokenAnswer {
        int depth = 0;
        boolean text = false;
        boolean escaped = false;
        while (more()) {
            int from = at;
            while (at < end) {
                byte b = window[at++];
                if (escaped) {
                    escaped = false;
                } else if (text) {
                    escaped = b == '\\';
                    text = b != '"' && b != '\n'; // JSON text holds no raw line break: a quote is missing
                } else if (b == '"') {
                    text = true;
                } else if (b == '{' || b == '[') {
                    depth++;
                } else if (b == '}' || b == ']') {
                    depth--;
                }
                if (depth <= 0 && !text) {
                    keep(from);
                    return;
                }
            }
            keep(from);
        }
        throw new BrokenAnswer("The answer broke off within document " + ordinal + ".");
    }

    private void scalar() throws IOException, BrokenAnswer {
        while (more()) {
            int from = at;
            while (at < end) {
                byte b = window[at];
                if (b == ',' || b == ']' || b <= ' ' && b >= 0) {
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
