package com.rjchronos.persistence.schema;

import com.rjchronos.persistence.connection.Credentials;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.util.PasswordUtil;

/**
 * Makes roles. Passwords leave this process as SCRAM verifiers only, so neither the server's log nor ours can hold
 * one.
 */
final class Roles {

    private Roles() {}

    static boolean exists(Connection connection, String role) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            query.setString(1, role);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Makes the role if it is missing, and sets its password in any case. */
    static void ensure(Connection connection, Credentials role) throws SQLException {
        String verb = exists(connection, role.user()) ? "alter" : "create";
        try (Statement statement = connection.createStatement()) {
            statement.execute(verb + " " + definition(role));
        }
    }

    /** What an administrator runs where the configured user may not make roles; holds verifiers, no passwords. */
    static String script(Connection connection, List<Credentials> roles) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (Credentials role : roles) {
            lines.add((exists(connection, role.user()) ? "alter " : "create ") + definition(role) + ";");
        }
        return String.join("\n", lines);
    }

    private static String definition(Credentials role) throws SQLException {
        String verifier =
                PasswordUtil.encodePassword(role.user(), role.password().toCharArray(), "scram-sha-256");
        return "role " + role.user() + " login nosuperuser nocreatedb nocreaterole password '" + verifier + "'";
    }
}
