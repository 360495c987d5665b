package com.rjchronos.persistence.schema;

import com.rjchronos.persistence.connection.Credentials;
import com.rjchronos.persistence.connection.Endpoint;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a database to the schema of this software, under an advisory lock and on a connection of its own.
 *
 * <p>The digest of the changelog that was applied last is kept in the database: where it is ours there is nothing to
 * do, and the migration
 * engine is not even loaded.
 */
public final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final long LOCK = 0x6368726f6e6f73L; // "chronos"
    private static final Duration LOCK_PATIENCE = Duration.ofMinutes(2);
    private static final Duration STATEMENT_PATIENCE = Duration.ofMinutes(60);
    private static final String UNDEFINED_TABLE = "42P01";

    private final Endpoint endpoint;
    private final Credentials owner;
    private final Changelog changelog;

    public Migrations(Endpoint endpoint, Credentials owner, Changelog changelog) {
        this.endpoint = endpoint;
        this.owner = owner;
        this.changelog = changelog;
    }

    /**
     * Applies what is missing.
     *
     * @return whether anything had to be looked at
     * @throws RefusedException if the database is newer than the software, or a migration failed (and was rolled
     * back)
     */
    public boolean apply() throws RefusedException, SQLException, IOException {
        String digest = changelog.digest();
        try (Connection connection =
                endpoint.as(owner, Duration.ofSeconds(5), STATEMENT_PATIENCE).getConnection()) {
            if (stored(connection).equals(Optional.of(digest))) {
                return false;
            }
            lock(connection);
            if (stored(connection).equals(Optional.of(digest))) {
                return false; // somebody else was faster
            }
            long began = System.nanoTime();
            new LiquibaseRun(connection, changelog).apply();
            store(connection, digest);
            LOG.info(
                    "Database migrated. database={} millis={}",
                    endpoint,
                    Duration.ofNanos(System.nanoTime() - began).toMillis());
            return true;
        }
    }

    private static Optional<String> stored(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select digest from schema_digest")) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            if (UNDEFINED_TABLE.equals(e.getSQLState())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void lock(Connection connection) throws SQLException, RefusedException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set statement_timeout = " + LOCK_PATIENCE.toMillis());
            statement.execute("select pg_advisory_lock(" + LOCK + ")"); // ends with the connection
            statement.execute("set statement_timeout = 0");
        } catch (SQLException e) {
            if ("57014".equals(e.getSQLState())) {
                throw new RefusedException(
                        "another process has been migrating " + endpoint + " for more than " + LOCK_PATIENCE.toSeconds()
                                + " s; stop it, or wait for it",
                        e);
            }
            throw e;
        }
    }

    private static void store(Connection connection, String digest) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table if not exists schema_digest ("
                            + "the_only boolean primary key default true check (the_only), digest text not null, applied_at timestamptz not null)");
        }
        try (PreparedStatement upsert = connection.prepareStatement(
                "insert into schema_digest (digest, applied_at) values (?, now()) on conflict (the_only) do update"
                        + " set digest = excluded.digest, applied_at = excluded.applied_at")) {
            upsert.setString(1, digest);
            upsert.executeUpdate();
        }
    }
}
