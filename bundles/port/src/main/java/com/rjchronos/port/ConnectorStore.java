package com.rjchronos.port;

import com.rjchronos.model.audit.AuditEntry;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What the trail told last of each connector: so that it tells of a restart only what changed meanwhile. */
@ProviderType
public interface ConnectorStore {

    /**
     * One version of a connector.
     *
     * @param connector its name
     * @param bundle symbolic name
     * @param location where its bundle came from
     * @param content SHA-256 of its jar; empty if that is not known
     * @param standing what was told last
     */
    record Told(String connector, String bundle, String version, String location, String content, Standing standing) {}

    /** What became of a version of a connector. */
    enum Standing {
        HERE,
        GONE,
        REFUSED
    }

    /** All that was ever told of; each connector, bundle and version once. */
    List<Told> told();

    /** Stores an entry of the trail, and what is so from now on. */
    void tell(List<Told> now, AuditEntry entry, Instant at);
}
