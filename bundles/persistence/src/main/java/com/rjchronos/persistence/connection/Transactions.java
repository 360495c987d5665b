package com.rjchronos.persistence.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs work in connections of the pool, and says in the house's words what went wrong. */
public final class Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    private static final int ATTEMPTS = 4;

    private final DataSource pool;

    public Transactions(DataSource pool) {
        this.pool = pool;
    }

    /** Something to do with a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** What must be so before a transaction begins. */
    @FunctionalInterface
    public interface Preparation {
        void run(boolean repeated);
    }

    /**
     * Statements that change nothing, each for itself; once more on a fresh connection if the first one turns out to
     * be dead.
     */
    public <T> T read(Work<T> work) {
        try {
            try {
                return once(work);
            } catch (SQLException e) {
                if (!SqlProblems.isAway(e)) {
                    throw e;
                }
                return once(work);
            }
        } catch (SQLException e) {
            throw SqlProblems.of(e);
        }
    }

    /** All or nothing; tried again after a deadlock. */
    public <T> T write(Work<T> work) {
        return write(work, Set.of(), repeated -> {});
    }

    /**
     * All or nothing; tried again after a deadlock and after these SQL states, so {@code work} must start afresh each
     * time.
     *
     * @param before runs before each try, outside the transaction; learns whether it is a repetition
     */
    public <T> T write(Work<T> work, Set<String> repeatable, Preparation before) {
        for (int attempt = 1; ; attempt++) {
            before.run(attempt > 1);
            try {
                return transaction(work);
            } catch (SQLException e) {
                boolean again = SqlProblems.isRepeatable(e) || repeatable.contains(SqlProblems.state(e));
                if (!again || attempt == ATTEMPTS) {
                    throw SqlProblems.of(e);
                }
                LOG.debug("Transaction is tried again. attempt={} reason=\"{}\"", attempt, e.getMessage());
            }
        }
    }

    private <T> T once(Work<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return work.in(connection);
        }
    }

    private <T> T transaction(Work<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollback(connection, e);
                throw e;
            }
        }
    }

    private static void rollback(Connection connection, Exception reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }
}
