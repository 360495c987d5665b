package com.rjchronos.persistence.connector;

import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.persistence.connection.Transactions;
import com.rjchronos.persistence.row.RowArrays;
import com.rjchronos.persistence.row.StoredInstant;
import com.rjchronos.persistence.row.StoredText;
import com.rjchronos.persistence.schema.Partitions;
import com.rjchronos.persistence.trail.RetentionClass;
import com.rjchronos.persistence.trail.Trail;
import com.rjchronos.port.ConnectorStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was told of connectors, in plain SQL, a row each version. Column limits: names 200, location 1000 characters. */
@Component
public final class JdbcConnectorStore implements ConnectorStore {
    private static final String CHECK_VIOLATION = "23514";
    private static final int NAME = 200;
    private static final int LOCATION = 1_000;
    private static final String TOLD =
            "select connector, bundle, version, location, content, standing from connectors order by connector, bundle, version";
    private static final String TELL =
            """
            insert into connectors (connector, bundle, version, location, content, standing, told_at)
            select n.*, ? from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) as n
            on conflict (connector, bundle, version) do update set location = excluded.location, content = excluded.content,
                standing = excluded.standing, told_at = excluded.told_at
            """;

    private final Transactions transactions;
    private final Partitions partitions;

    @Activate
    public JdbcConnectorStore(@Reference(target = "(osgi.jndi.service.name=chronos)") DataSource pool) {
        this(new Transactions(pool));
    }

    JdbcConnectorStore(Transactions transactions) {
        this.transactions = transactions;
        this.partitions = new Partitions(transactions);
    }

    @Override
    public List<Told> told() {
        return transactions.read(connection -> {
            List<Told> told = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(TOLD);
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    told.add(new Told(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            Standing.valueOf(row.getString(6).toUpperCase(Locale.ROOT))));
                }
            }
            return told;
        });
    }

    @Override
    public void tell(List<Told> now, AuditEntry entry, Instant at) {
        transactions.write(
                connection -> {
                    store(connection, now, at);
                    Trail.append(connection, at, List.of(entry));
                    return null;
                },
                Set.of(CHECK_VIOLATION),
                repeated -> ensurePartition(at, repeated));
    }

    /** A trail of the month; what is known of partitions is forgotten after retention dropped one. */
    private void ensurePartition(Instant at, boolean repeated) {
        partitions.ensureChangeLog(at, repeated);
        partitions.ensureTrail(RetentionClass.STANDARD, at);
    }

    private static void store(Connection connection, List<Told> now, Instant at) throws SQLException {
        if (now.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(TELL)) {
            insert.setObject(1, StoredInstant.parameter(at));
            new RowArrays<>(insert, 1, now)
                    .text(t -> StoredText.limited(t.connector(), NAME))
                    .text(t -> StoredText.limited(t.bundle(), NAME))
                    .text(t -> StoredText.limited(t.version(), NAME))
                    .text(t -> StoredText.limited(t.location(), LOCATION))
                    .text(t -> StoredText.limited(t.content(), NAME))
                    .text(t -> t.standing().name().toLowerCase(Locale.ROOT));
            insert.executeUpdate();
        }
    }
}
