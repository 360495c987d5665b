package com.rjchronos.genieacs.document;

import com.rjchronos.genieacs.wire.UnusableBody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One document as it came, unread. */
public final class RawDocument {

    private RawDocument() {}

    /** The first of a list; empty if the list is. An {@code IOException} if it breaks off, {@link UnusableBody} if it is none or too large. */
    public static Optional<String> first(InputStream in, int maxBytes) throws IOException {
        JsonList list = new JsonList(in, maxBytes);
        try {
            if (!list.next()) {
                return Optional.empty();
            }
            if (list.oversized()) {
                throw new UnusableBody("The device's document is larger than " + maxBytes / 1024 + " KB.");
            }
            return Optional.of(new String(list.element(), 0, list.length(), StandardCharsets.UTF_8));
        } catch (BrokenAnswer e) {
            throw new UnusableBody(e.getMessage());
        }
    }
}
