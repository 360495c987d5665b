package com.rjchronos.port;

import com.rjchronos.model.audit.AuditEntry;
import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** The trail of what is done outside this appliance's database, and so in no transaction of it. */
@ProviderType
public interface AuditStore {

    /**
     * Stores an entry.
     *
     * @throws com.rjchronos.model.problem.ProblemException {@code UNAVAILABLE} while the database is away
     */
    void append(AuditEntry entry, Instant at);
}
