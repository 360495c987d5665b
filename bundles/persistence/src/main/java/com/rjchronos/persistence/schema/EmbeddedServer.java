package com.rjchronos.persistence.schema;

import com.rjchronos.persistence.connection.Credentials;
import com.rjchronos.persistence.connection.Endpoint;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The appliance's own server. Its superuser makes the roles and the database and does nothing else.
 *
 * @param superuser connections of the superuser; the first may take as long as the server's first start
 * @param passwords of the roles
 */
public record EmbeddedServer(DataSource superuser, RolePasswords passwords) implements Server {
    private static final String DATABASE = "chronos";

    @Override
    public Prepared prepare() throws SQLException, IOException {
        Credentials owner = passwords.of(Role.OWNER);
        Credentials app = passwords.of(Role.APP);
        Credentials retention = passwords.of(Role.RETENTION);
        try (Connection connection = superuser.getConnection()) {
            for (Credentials role : new Credentials[] {owner, app, retention}) {
                Roles.ensure(connection, role);
            }
            ensureDatabase(connection);
            Endpoint endpoint = new Endpoint(connection.getMetaData().getURL()).database(DATABASE);
            return new Prepared(endpoint, connection.getMetaData().getDatabaseProductVersion(), owner, app, retention);
        }
    }

    private static void ensureDatabase(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, DATABASE);
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    return;
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("create database " + DATABASE + " owner " + Role.OWNER.roleName());
            statement.execute("revoke connect, temporary on database " + DATABASE + " from public");
            statement.execute("grant connect on database " + DATABASE + " to " + Role.APP.roleName() + ", "
                    + Role.RETENTION.roleName());
        }
    }
}
