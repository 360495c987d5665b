package com.rjchronos.persistence.schema;

import com.rjchronos.persistence.connection.Credentials;
import com.rjchronos.persistence.connection.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that somebody else runs. The configured user owns the tables, and makes the other roles if it may.
 *
 * @param endpoint the database
 * @param user who migrates
 * @param passwordFile holds that user's password
 * @param passwords of the roles
 * @param patience how long to wait for a connection
 */
public record OutsideServer(
        Endpoint endpoint, String user, Path passwordFile, RolePasswords passwords, Duration patience)
        implements Server {
    private static final Logger LOG = LoggerFactory.getLogger(OutsideServer.class);
    /** Invalid password; no right to connect. */
    private static final Set<String> CLOSED = Set.of("28P01", "42501");

    @Override
    public Prepared prepare() throws RefusedException, SQLException, IOException {
        Credentials owner = new Credentials(user, Files.readString(passwordFile).strip());
        Credentials app = passwords.of(Role.APP);
        Credentials retention = passwords.of(Role.RETENTION);
        try (Connection connection = open(owner)) {
            String version = connection.getMetaData().getDatabaseProductVersion();
            refuseOld(connection.getMetaData().getDatabaseMajorVersion(), version);
            ensureRoles(connection, List.of(app, retention));
            return new Prepared(endpoint, version, owner, app, retention);
        }
    }

    void refuseOld(int major, String version) throws RefusedException {
        if (major < OLDEST_MAJOR) {
            throw new RefusedException("PostgreSQL " + version + " at " + endpoint + " is too old: version "
                    + OLDEST_MAJOR + " or newer is needed");
        }
    }

    private void ensureRoles(Connection connection, List<Credentials> roles) throws RefusedException, SQLException {
        make(connection, roles);
        letIn(connection, roles);
        List<Credentials> closed = new ArrayList<>();
        String reason = "";
        for (Credentials role : roles) {
            Optional<String> refusal = refusal(role);
            if (refusal.isPresent()) {
                closed.add(role);
                reason = refusal.get();
            }
        }
        if (!closed.isEmpty()) {
            throw new RefusedException("the roles "
                    + closed.stream().map(Credentials::user).collect(Collectors.joining(", "))
                    + " are there, but the appliance may not use them (" + reason
                    + "). If another appliance works with them, this one needs a server of its own. If secrets/ of this one was"
                    + " lost, restore it from the backup. Else let an administrator of the server run this script, which locks"
                    + " out whoever used them; the appliance goes on by itself:\n"
                    + script(connection, closed));
        }
    }

    private void make(Connection connection, List<Credentials> roles) throws RefusedException, SQLException {
        List<Credentials> missing = new ArrayList<>();
        for (Credentials role : roles) {
            if (!Roles.exists(connection, role.user())) {
                missing.add(role);
            }
        }
        try {
            for (Credentials role : missing) {
                Roles.ensure(connection, role);
                LOG.info("Database role made. role={} database={}", role.user(), endpoint);
            }
        } catch (SQLException e) {
            throw new RefusedException(
                    "the user " + user + " may not make the roles that the appliance works with (" + firstLine(e)
                            + "). Let an administrator of the server run this script; the appliance goes on by itself:\n"
                            + script(connection, missing),
                    e);
        }
    }

    /** What an owner may do where the server lets nobody in by itself; if it may not, logging in tells. */
    private static void letIn(Connection connection, List<Credentials> roles) throws SQLException {
        for (Credentials role : roles) {
            try (PreparedStatement query =
                    connection.prepareStatement("select has_database_privilege(?, current_database(), 'connect')")) {
                query.setString(1, role.user());
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    if (row.getBoolean(1)) {
                        continue;
                    }
                }
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("grant connect on database " + quoted(connection) + " to " + role.user());
            } catch (SQLException e) {
                LOG.debug("The owner may not let a role in. role={} reason=\"{}\"", role.user(), firstLine(e));
            }
        }
    }

    private static String script(Connection connection, List<Credentials> roles) throws SQLException {
        return Roles.script(connection, roles) + "\ngrant connect on database " + quoted(connection) + " to "
                + Role.APP.roleName() + ", " + Role.RETENTION.roleName() + ";";
    }

    /** Why the server does not let the role in; empty if it does. */
    private Optional<String> refusal(Credentials role) throws SQLException {
        try (Connection connection = open(role)) {
            connection.isValid(2);
            return Optional.empty();
        } catch (SQLException e) {
            if (CLOSED.contains(String.valueOf(e.getSQLState()))) {
                return Optional.of(firstLine(e));
            }
            throw e;
        }
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private Connection open(Credentials credentials) throws SQLException {
        return endpoint.as(credentials, patience, Duration.ofSeconds(30)).getConnection();
    }

    private static String quoted(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select quote_ident(current_database())");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
