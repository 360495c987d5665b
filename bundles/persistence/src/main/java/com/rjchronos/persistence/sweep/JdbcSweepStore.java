package com.rjchronos.persistence.sweep;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.page.Page;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.sweep.Sweep;
import com.rjchronos.model.sweep.SweepCounts;
import com.rjchronos.model.sweep.SweepId;
import com.rjchronos.model.sweep.SweepKind;
import com.rjchronos.model.sweep.SweepOutcome;
import com.rjchronos.model.sweep.SweepQuery;
import com.rjchronos.persistence.connection.Transactions;
import com.rjchronos.persistence.row.StoredInstant;
import com.rjchronos.persistence.row.StoredText;
import com.rjchronos.port.SweepStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sweeps and watermarks in plain SQL. */
@Component
public final class JdbcSweepStore implements SweepStore {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcSweepStore.class);
    private static final int REASON = 1000;
    private static final int MUCH = 1000;
    private static final String OPEN =
            "insert into sweeps (acs_id, kind, since, started_at, outcome, reason) values (?, ?, ?, ?, 'running', ?) returning id";
    private static final String CLOSE = "update sweeps set outcome = ?, ended_at = ?, reason = coalesce(?, reason)"
            + " where id = ? and outcome = 'running' returning *";
    private static final String INTERRUPT =
            "update sweeps set outcome = 'interrupted', ended_at = ?, reason = 'The appliance stopped while it ran.'"
                    + " where outcome = 'running'";
    private static final String PROGRESS = "select * from acs_progress where acs_id = ?";
    private static final String MOVE =
            """
            insert into acs_progress (acs_id, informed_until, registered_until, last_complete, updated_at) values (?, ?, ?, ?, ?)
            on conflict (acs_id) do update set informed_until = excluded.informed_until, registered_until = excluded.registered_until,
                last_complete = excluded.last_complete, updated_at = excluded.updated_at
            """;

    private final Transactions transactions;

    @Activate
    public JdbcSweepStore(@Reference(target = "(osgi.jndi.service.name=chronos)") DataSource pool) {
        this(new Transactions(pool));
    }

    JdbcSweepStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public SweepId open(AcsId acs, SweepKind kind, Optional<Instant> since, String reason, Instant at) {
        return transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(OPEN)) {
                insert.setString(1, acs.value());
                insert.setString(2, kind.code());
                insert.setObject(3, StoredInstant.parameter(since));
                insert.setObject(4, StoredInstant.parameter(at));
                insert.setString(5, StoredText.limited(reason, REASON));
                try (ResultSet row = insert.executeQuery()) {
                    row.next();
                    return new SweepId(row.getLong(1));
                }
            }
        });
    }

    @Override
    public Sweep close(
            SweepId id, SweepOutcome outcome, Optional<String> reason, Optional<Progress> progress, Instant at) {
        Sweep sweep = transactions.write(connection -> {
            Sweep closed = closed(connection, id, outcome, reason, at);
            if (progress.isPresent()) {
                move(connection, closed.acs(), progress.get(), at);
            }
            return closed;
        });
        if (sweep.counts().stored() >= MUCH) {
            tend();
        }
        return sweep;
    }

    @Override
    public int interruptRunning(Instant at) {
        return transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(INTERRUPT)) {
                update.setObject(1, StoredInstant.parameter(at));
                return update.executeUpdate();
            }
        });
    }

    @Override
    public Progress progress(AcsId acs) {
        return transactions.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(PROGRESS)) {
                query.setString(1, acs.value());
                try (ResultSet row = query.executeQuery()) {
                    return row.next()
                            ? new Progress(
                                    StoredInstant.read(row, "informed_until"),
                                    StoredInstant.read(row, "registered_until"),
                                    StoredInstant.read(row, "last_complete"))
                            : Progress.NONE;
                }
            }
        });
    }

    @Override
    public Page<Sweep> page(SweepQuery query) {
        SweepListSql sql = new SweepListSql(query);
        return transactions.read(connection -> {
            List<Sweep> sweeps = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(sql.rows())) {
                int next = sql.bind(select);
                select.setInt(next, query.page().limit());
                select.setInt(next + 1, query.page().offset());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        sweeps.add(sweep(row));
                    }
                }
            }
            try (PreparedStatement count = connection.prepareStatement(sql.total())) {
                sql.bind(count);
                try (ResultSet row = count.executeQuery()) {
                    row.next();
                    return new Page<>(sweeps, row.getLong(1));
                }
            }
        });
    }

    private static Sweep closed(
            Connection connection, SweepId id, SweepOutcome outcome, Optional<String> reason, Instant at)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(CLOSE)) {
            update.setString(1, outcome.code());
            update.setObject(2, StoredInstant.parameter(at));
            update.setString(3, StoredText.limited(reason, REASON));
            update.setLong(4, id.value());
            try (ResultSet row = update.executeQuery()) {
                if (!row.next()) {
                    throw Problem.notFound("running sweep", id).thrown(); // or ended already, as interrupted
                }
                return sweep(row);
            }
        }
    }

    private static void move(Connection connection, AcsId acs, Progress progress, Instant at) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(MOVE)) {
            upsert.setString(1, acs.value());
            upsert.setObject(2, StoredInstant.parameter(progress.informedUntil()));
            upsert.setObject(3, StoredInstant.parameter(progress.registeredUntil()));
            upsert.setObject(4, StoredInstant.parameter(progress.lastComplete()));
            upsert.setObject(5, StoredInstant.parameter(at));
            upsert.executeUpdate();
        }
    }

    /** Only makes later statements faster, so a failure is told and forgotten. */
    private void tend() {
        try {
            transactions.write(connection -> {
                try (PreparedStatement call = connection.prepareStatement("select tend_device_tables()")) {
                    return call.execute();
                }
            });
        } catch (RuntimeException e) {
            LOG.warn("Tending the device tables after a sweep failed. reason=\"{}\"", e.getMessage());
        }
    }

    private static Sweep sweep(ResultSet row) throws SQLException {
        return new Sweep(
                new SweepId(row.getLong("id")),
                new AcsId(row.getString("acs_id")),
                SweepKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                StoredInstant.read(row, "since"),
                StoredInstant.read(row, "started_at").orElseThrow(),
                StoredInstant.read(row, "ended_at"),
                SweepOutcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                new SweepCounts(
                        row.getLong("read"),
                        row.getLong("stored"),
                        row.getLong("unchanged"),
                        row.getLong("parked"),
                        row.getLong("failed"),
                        row.getLong("bytes"),
                        row.getLong("remarked")),
                Optional.ofNullable(row.getString("reason")),
                RejectedJson.read(row.getString("rejected")));
    }
}
