package com.rjchronos.genieacs.document;

import com.rjchronos.genieacs.document.UnreadBatch.Part;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.sweep.SweepId;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * The answer of an ACS as batches of documents, cut but not read. It ends where the list ends or where it breaks; what came before a break is
 * handed out, and {@link #brokenBecause()} tells the rest. One reader at a time; another thread may {@link #stop()} it.
 */
public final class DocumentStream implements Iterator<UnreadBatch> {
    /** What is read beside parameters: a projection has to name all of it. */
    public static final List<String> METADATA =
            List.of("_id", "_deviceId", "_lastInform", "_registered", "_lastBoot", "_tags");

    /** Some documents are large: a batch ends here, however few they are. */
    private static final int MAX_BATCH_BYTES = 8 * 1024 * 1024;

    private final SweepId sweep;
    private final AcsId acs;
    private final JsonList list;
    private final int batchSize;
    private final int maxDocumentBytes;
    private final Function<IOException, String> inWords;
    private byte[] buffer = new byte[64 * 1024];
    private int size;
    private long reported;
    private UnreadBatch next;
    private boolean ended;
    private volatile boolean stopped;
    private volatile String broken;

    /**
     * Reads nothing yet.
     *
     * @param inWords what a failure of the stream means to operators
     */
    public DocumentStream(
            SweepId sweep,
            AcsId acs,
            InputStream in,
            int batchSize,
            int maxDocumentBytes,
            Function<IOException, String> inWords) {
        this.sweep = sweep;
        this.acs = acs;
        this.list = new JsonList(in, maxDocumentBytes);
        this.batchSize = batchSize;
        this.maxDocumentBytes = maxDocumentBytes;
        this.inWords = inWords;
    }

    /** Why the answer did not come whole; empty if it did, or as long as it comes. */
    public Optional<String> brokenBecause() {
        return Optional.ofNullable(broken);
    }

    /** Whether the end of the list was seen. */
    public boolean complete() {
        return ended && broken == null;
    }

    /** Hands out no further batch. */
    public void stop() {
        stopped = true;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended && !stopped) {
            next = read();
        }
        return next != null && !stopped;
    }

    @Override
    public UnreadBatch next() {
        if (next == null && !hasNext()) { // what was promised is handed out, also if it was stopped since
            throw new NoSuchElementException("the answer has ended");
        }
        UnreadBatch batch = next;
        next = null;
        return batch;
    }

    private UnreadBatch read() {
        List<Part> parts = new ArrayList<>(batchSize);
        size = 0;
        try {
            while (!stopped && parts.size() < batchSize && size < MAX_BATCH_BYTES) {
                if (!list.next()) {
                    ended = true;
                    break;
                }
                parts.add(new Part(size, list.length(), list.ordinal(), list.oversized()));
                keep(list.element(), list.length());
            }
        } catch (BrokenAnswer e) {
            broken = e.getMessage();
        } catch (IOException e) {
            broken = inWords.apply(e);
        }
        ended |= broken != null;
        if (parts.isEmpty()) {
            return null;
        }
        long bytes = list.bytes() - reported;
        reported += bytes;
        return new UnreadBatch(sweep, acs, Arrays.copyOf(buffer, size), parts, maxDocumentBytes, bytes);
    }

    private void keep(byte[] element, int length) {
        if (size + length > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(size + length, 2 * buffer.length));
        }
        System.arraycopy(element, 0, buffer, size, length);
        size += length;
    }
}
