package com.rjchronos.persistence.connection;

import com.rjchronos.model.problem.Problem;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What a failed statement means to the caller of a door. */
public final class SqlProblems {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final String QUERY_CANCELED = "57014";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String READ_ONLY = "25006";
    private static final Set<String> REPEATABLE = Set.of("40001", "40P01");

    private SqlProblems() {}

    /** The exception to throw out of a store: a problem if the database is away or full, else a bug. */
    public static RuntimeException of(SQLException failure) {
        if (isAway(failure)) {
            return unavailable("The database is not available.", failure);
        }
        String state = state(failure);
        if (state.equals(QUERY_CANCELED) || state.equals(LOCK_NOT_AVAILABLE)) {
            return unavailable("The database did not answer in time.", failure);
        }
        if (state.startsWith("53") || state.equals(READ_ONLY)) {
            return unavailable("The database cannot take this now: " + failure.getMessage(), failure);
        }
        return new IllegalStateException("a statement failed: " + failure.getMessage(), failure);
    }

    /** The same for what other libraries wrapped around it. */
    public static RuntimeException of(RuntimeException failure) {
        Optional<SQLException> sql = sqlCause(failure);
        if (sql.isPresent()) {
            return of(sql.get());
        }
        if (failure instanceof UndeclaredThrowableException) {
            // what Aries' proxy throws when this bundle's EntityManagerFactory was closed under a call: it is being
            // replaced
            return Problem.unavailable("The database is not available.", RETRY_AFTER)
                    .thrown(failure);
        }
        return failure;
    }

    public static Optional<SQLException> sqlCause(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++, cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }

    /** Whether the connection or the server is gone, or none could be had. */
    public static boolean isAway(SQLException failure) {
        String state = state(failure);
        return failure instanceof SQLTransientConnectionException
                || state.startsWith("08")
                || (state.startsWith("57P"))
                || state.equals("53300");
    }

    /** Whether the same transaction may succeed when it is tried again. */
    static boolean isRepeatable(SQLException failure) {
        return REPEATABLE.contains(state(failure));
    }

    static String state(SQLException failure) {
        return failure.getSQLState() == null ? "" : failure.getSQLState();
    }

    private static RuntimeException unavailable(String detail, SQLException cause) {
        return Problem.unavailable(detail, RETRY_AFTER).thrown(cause);
    }
}
