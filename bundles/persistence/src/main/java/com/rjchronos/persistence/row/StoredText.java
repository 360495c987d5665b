package com.rjchronos.persistence.row;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Text that devices and people sent, made fit for a column: PostgreSQL takes no NUL, and columns have limits. */
public final class StoredText {
    private static final int DIGEST = 64;

    private StoredText() {}

    /**
     * At most {@code max} characters, without NUL and without halves of surrogate pairs; the same object if there is
     * nothing to do.
     */
    public static String limited(String text, int max) {
        String shorter = text.length() > max ? text.substring(0, max) : text;
        for (int i = 0; i < shorter.length(); i++) {
            char c = shorter.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return cleaned(shorter);
            }
        }
        return shorter;
    }

    /** The same of a text that may be absent; null then. */
    public static String limited(Optional<String> text, int max) {
        return text.isEmpty() ? null : limited(text.get(), max);
    }

    /**
     * A text that identifies: an over-long one keeps its beginning and ends with its digest, so two of them stay two.
     */
    public static String key(String text, int max) {
        if (text.length() <= max) {
            return limited(text, max);
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return limited(text, max - DIGEST) + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().filter(c -> c != 0).forEach(c -> clean.appendCodePoint(isHalf(c) ? 0xFFFD : c));
        return clean.toString();
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
