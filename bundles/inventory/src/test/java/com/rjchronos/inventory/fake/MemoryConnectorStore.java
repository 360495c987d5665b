package com.rjchronos.inventory.fake;

import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.port.ConnectorStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was told, in memory; {@link #failure} is thrown instead while it is set. */
public final class MemoryConnectorStore implements ConnectorStore {
    public final Map<String, Told> rows = new LinkedHashMap<>();
    public final List<AuditEntry> entries = new ArrayList<>();
    public final List<Instant> times = new ArrayList<>();
    public RuntimeException failure;

    @Override
    public synchronized List<Told> told() {
        fail();
        return List.copyOf(rows.values());
    }

    @Override
    public synchronized void tell(List<Told> now, AuditEntry entry, Instant at) {
        fail();
        now.forEach(t -> rows.put(t.connector() + " " + t.bundle() + " " + t.version(), t));
        entries.add(entry);
        times.add(at);
    }

    /** Each entry's description. */
    public synchronized List<String> story() {
        return entries.stream().map(AuditEntry::description).toList();
    }

    private void fail() {
        if (failure != null) {
            throw failure;
        }
    }
}
