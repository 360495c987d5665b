package com.rjchronos.persistence.fault;

import com.rjchronos.model.acs.AcsFault;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.fault.Fault;
import com.rjchronos.model.fault.FaultId;
import com.rjchronos.model.fault.FaultQuery;
import com.rjchronos.model.page.Page;
import com.rjchronos.persistence.connection.Transactions;
import com.rjchronos.persistence.row.StoredInstant;
import com.rjchronos.persistence.schema.Partitions;
import com.rjchronos.port.FaultStore;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Faults in plain SQL. */
@Component
public final class JdbcFaultStore implements FaultStore {
    private static final Set<String> NO_PARTITION = Set.of("23514");

    private final Transactions transactions;
    private final Partitions partitions;

    @Activate
    public JdbcFaultStore(@Reference(target = "(osgi.jndi.service.name=chronos)") DataSource pool) {
        this(new Transactions(pool));
    }

    JdbcFaultStore(Transactions transactions) {
        this.transactions = transactions;
        this.partitions = new Partitions(transactions);
    }

    @Override
    public Kept keep(Handful handful) {
        return transactions.write(
                connection -> new FaultWriter(connection, handful.acs(), handful.at()).keep(handful),
                NO_PARTITION,
                repeated -> partitions.ensureChangeLog(handful.at(), repeated));
    }

    @Override
    public int gone(AcsId acs, Instant at) {
        return transactions.write(
                connection -> new FaultWriter(connection, acs, at).end(),
                NO_PARTITION,
                repeated -> partitions.ensureChangeLog(at, repeated));
    }

    @Override
    public Page<Fault> page(FaultQuery query) {
        FaultListSql sql = new FaultListSql(query);
        return transactions.read(connection -> {
            List<Fault> faults = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(sql.rows())) {
                int next = sql.bind(select);
                select.setInt(next, query.page().limit());
                select.setInt(next + 1, query.page().offset());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        faults.add(fault(row));
                    }
                }
            }
            try (PreparedStatement count = connection.prepareStatement(sql.total())) {
                sql.bind(count);
                try (ResultSet row = count.executeQuery()) {
                    row.next();
                    return new Page<>(faults, row.getLong(1));
                }
            }
        });
    }

    private static Fault fault(ResultSet row) throws SQLException {
        Optional<Long> device = Optional.ofNullable(row.getObject("device_id", Long.class));
        return new Fault(
                new FaultId(row.getLong("id")),
                new AcsId(row.getString("acs_id")),
                device.map(DeviceId::new),
                new AcsFault(
                        row.getString("genieacs_id"),
                        row.getString("channel"),
                        row.getString("code"),
                        row.getString("message"),
                        RefusedJson.read(row.getString("refused")),
                        row.getInt("retries"),
                        StoredInstant.read(row, "reported_at")),
                StoredInstant.read(row, "first_seen").orElseThrow(),
                StoredInstant.read(row, "last_seen").orElseThrow(),
                StoredInstant.read(row, "gone_at"));
    }
}
