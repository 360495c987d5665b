package com.rjchronos.simulator.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A named collection of small documents in order of insertion, bounded: the eldest goes when it is full. */
public final class JsonCollection {
    private static final int MOST = 100_000;

    private final Map<String, JsonDocument> documents = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, JsonDocument> eldest) {
            return size() > MOST;
        }
    };

    /** Adds a document or replaces the one with the same id in its place. */
    public synchronized void put(JsonDocument document) {
        documents.put(document.id(), document);
    }

    public synchronized Optional<JsonDocument> find(String id) {
        return Optional.ofNullable(documents.get(id));
    }

    public synchronized Optional<JsonDocument> remove(String id) {
        return Optional.ofNullable(documents.remove(id));
    }

    /** Removes those documents, and returns them. */
    public synchronized List<JsonDocument> removeIf(Predicate<JsonDocument> gone) {
        List<JsonDocument> removed = where(gone);
        removed.forEach(document -> documents.remove(document.id()));
        return removed;
    }

    public synchronized List<JsonDocument> where(Predicate<JsonDocument> wanted) {
        return documents.values().stream().filter(wanted).toList();
    }

    public synchronized Document[] all() {
        return documents.values().toArray(Document[]::new);
    }

    public synchronized int size() {
        return documents.size();
    }
}
