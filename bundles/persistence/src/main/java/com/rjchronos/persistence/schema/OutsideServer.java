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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    private static final String INVALID_PASSWORD = "28P01";

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
        List<Credentials> unusable = new ArrayList<>();
        for (Credentials role : roles) {
            if (!Roles.exists(connection, role.user()) || !mayLogIn(role)) {
                unusable.add(role);
            }
        }
        if (unusable.isEmpty()) {
            return;
        }
        try {
            for (Credentials role : unusable) {
                Roles.ensure(connection, role);
                LOG.info("Database role made ready. role={} database={}", role.user(), endpoint);
            }
        } catch (SQLException e) {
            throw new RefusedException(
                    "the user " + user + " may not make the roles that the appliance works with ("
                            + e.getMessage().lines().findFirst().orElse("")
                            + "). Let an administrator of the server run this script; the appliance goes on by itself:\n"
                            + Roles.script(connection, unusable) + "\ngrant connect on database " + quoted(connection)
                            + " to " + Role.APP.roleName() + ", " + Role.RETENTION.roleName() + ";",
                    e);
        }
    }

    private boolean mayLogIn(Credentials role) throws SQLException {
        try (Connection connection = open(role)) {
            return connection.isValid(2);
        } catch (SQLException e) {
            if (INVALID_PASSWORD.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
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
