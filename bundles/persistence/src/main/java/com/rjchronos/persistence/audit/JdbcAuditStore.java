package com.rjchronos.persistence.audit;

import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.persistence.connection.Transactions;
import com.rjchronos.persistence.schema.Partitions;
import com.rjchronos.persistence.trail.RetentionClass;
import com.rjchronos.persistence.trail.Trail;
import com.rjchronos.port.AuditStore;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Entries of the trail that belong to no other change, each in a transaction of its own. */
@Component
public final class JdbcAuditStore implements AuditStore {
    private static final String CHECK_VIOLATION = "23514";

    private final Transactions transactions;
    private final Partitions partitions;

    @Activate
    public JdbcAuditStore(@Reference(target = "(osgi.jndi.service.name=chronos)") DataSource pool) {
        this(new Transactions(pool));
    }

    JdbcAuditStore(Transactions transactions) {
        this.transactions = transactions;
        this.partitions = new Partitions(transactions);
    }

    @Override
    public void append(AuditEntry entry, Instant at) {
        transactions.write(
                connection -> {
                    Trail.append(connection, at, List.of(entry));
                    return null;
                },
                Set.of(CHECK_VIOLATION),
                repeated -> {
                    partitions.ensureChangeLog(at, repeated); // what is known of partitions is forgotten with it
                    partitions.ensureTrail(RetentionClass.STANDARD, at);
                });
    }
}
