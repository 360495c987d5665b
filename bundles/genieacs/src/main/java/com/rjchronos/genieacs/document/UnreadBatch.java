package com.rjchronos.genieacs.document;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.sweep.RejectedDocument;
import com.rjchronos.model.sweep.SweepBatch;
import com.rjchronos.model.sweep.SweepId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some documents of an answer, cut from the stream and not yet read: the thread that drains the NBI only cuts, those that store
 * read as well.
 */
public final class UnreadBatch {
    private static final Pattern ID = Pattern.compile("\"_id\"\\s*:\\s*\"([^\"\\\\]{1,512})\"");
    private static final int BEGINNING = 4 * 1024;

    private final SweepId sweep;
    private final AcsId acs;
    private final byte[] json;
    private final List<Part> parts;
    private final int maxDocumentBytes;
    private final long taken;

    UnreadBatch(SweepId sweep, AcsId acs, byte[] json, List<Part> parts, int maxDocumentBytes, long taken) {
        this.sweep = sweep;
        this.acs = acs;
        this.json = json;
        this.parts = parts;
        this.maxDocumentBytes = maxDocumentBytes;
        this.taken = taken;
    }

    /**
     * One document's bytes.
     *
     * @param ordinal its place in the answer, from 1
     * @param oversized whether it was larger than allowed and only its beginning is here
     */
    record Part(int from, int length, int ordinal, boolean oversized) {}

    /** The documents that can be read, and the names of those that cannot. */
    public SweepBatch read() {
        DocumentReader reader = new DocumentReader(acs);
        List<DeviceDocument> documents = new ArrayList<>(parts.size());
        List<RejectedDocument> rejected = new ArrayList<>(0);
        for (Part part : parts) {
            if (part.oversized()) {
                rejected.add(new RejectedDocument(name(part), "it is larger than " + maxDocumentBytes / 1024 + " KB"));
                continue;
            }
            try {
                documents.add(reader.read(json, part.from(), part.length()));
            } catch (MalformedDocument e) {
                rejected.add(new RejectedDocument(name(part), e.getMessage()));
            }
        }
        return new SweepBatch(sweep, acs, documents, rejected, taken, Set.of());
    }

    /** The id of a document that could not be read, if it is to be found, else its place. */
    private String name(Part part) {
        int length = Math.min(part.length(), BEGINNING);
        Matcher id = ID.matcher(new String(json, part.from(), length, StandardCharsets.UTF_8));
        return id.find() ? id.group(1) : "document " + part.ordinal();
    }
}
