package com.rjchronos.genieacs.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One document as it came, unread. */
public final class RawDocument {

    private RawDocument() {}

    /** The first of a list; empty if the list is. An {@code IOException} if it breaks off or is larger than allowed. */
    public static Optional<String> first(InputStream in, int maxBytes) throws IOException {
        JsonList list = new JsonList(in, maxBytes);
        try {
            if (!list.next()) {
                return Optional.empty();
            }
            if (list.oversized()) {
                throw new IOException("the document is larger than " + maxBytes / 1024 + " KB");
            }
            return Optional.of(new String(list.element(), 0, list.length(), StandardCharsets.UTF_8));
        } catch (BrokenAnswer e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
