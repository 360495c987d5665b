package com.rjchronos.simulator.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing buffer of UTF-8 bytes that is drained into a stream. Not thread-safe. */
public final class ByteSink {
    private byte[] bytes;
    private int length;

    public ByteSink(int capacity) {
        bytes = new byte[capacity];
    }

    public void put(byte[] some) {
        int end = length + some.length;
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
        }
        System.arraycopy(some, 0, bytes, length, some.length);
        length = end;
    }

    public void put(char ascii) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        bytes[length++] = (byte) ascii;
    }

    public void put(String text) {
        put(text.getBytes(StandardCharsets.UTF_8));
    }

    public int length() {
        return length;
    }

    /** Drops everything past the given length, which must not be larger than the present one. */
    public void cut(int to) {
        length = Math.min(length, to);
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Writes all bytes out and empties the buffer; returns how many they were. */
    public int drainTo(OutputStream out) throws IOException {
        int drained = length;
        out.write(bytes, 0, length);
        length = 0;
        return drained;
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
