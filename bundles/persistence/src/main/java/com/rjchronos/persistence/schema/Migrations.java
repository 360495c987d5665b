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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a database to the schema of this software, under an advisory lock and on a connection of its own.
 *
 * <p>Kept in the database are the digest of the changelog that was applied last and a fingerprint of the migrations that
 * had run by then. Where the digest is ours and nothing ran since, there is nothing to do, and the migration engine is
 * not even loaded.
 */
public final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final long LOCK = 0x6368726f6e6f73L; // "chronos"
    private static final Duration LOCK_PATIENCE = Duration.ofMinutes(2);
    private static final Duration STATEMENT_PATIENCE = Duration.ofMinutes(60);
    private static final String UNDEFINED_TABLE = "42P01";
    /** What ran, whoever ran it: a later version that failed half-way leaves its first migrations here. */
    private static final String RAN =
            """
            (select count(*) || ' ' || encode(sha256(convert_to(coalesce(string_agg(
                concat_ws('|', id, author, filename, md5sum), E'\n' order by orderexecuted, id), ''), 'UTF8')), 'hex')
            from databasechangelog)
            """;

    private static final String CURRENT = "select 1 from schema_digest where digest = ? and ran = " + RAN;
    private static final String TABLE =
            """
            create table if not exists schema_digest (
                the_only boolean primary key default true check (the_only),
                digest text not null,
                ran text not null,
                applied_at timestamptz not null)
            """;
    private static final String STORE =
            """
            insert into schema_digest (digest, ran, applied_at) values (?, %s, now())
            on conflict (the_only) do update set digest = excluded.digest, ran = excluded.ran, applied_at = excluded.applied_at
            """
                    .formatted(RAN);

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
     * back; those before it stay)
     */
    public boolean apply() throws RefusedException, SQLException, IOException {
        String digest = changelog.digest();
        try (Connection connection =
                endpoint.as(owner, Duration.ofSeconds(5), STATEMENT_PATIENCE).getConnection()) {
            if (isCurrent(connection, digest)) {
                return false;
            }
            lock(connection);
            if (isCurrent(connection, digest)) {
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

    private static boolean isCurrent(Connection connection, String digest) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(CURRENT)) {
            query.setString(1, digest);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            if (UNDEFINED_TABLE.equals(e.getSQLState())) {
                return false;
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
            statement.execute(TABLE);
        }
        try (PreparedStatement upsert = connection.prepareStatement(STORE)) {
            upsert.setString(1, digest);
            upsert.executeUpdate();
        }
    }
}
