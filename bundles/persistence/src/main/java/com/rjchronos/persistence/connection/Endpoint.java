package com.rjchronos.persistence.connection;

import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.SslMode;
import org.postgresql.util.PSQLException;

/**
 * Where a database is.
 *
 * @param url a JDBC URL without user and password
 */
public record Endpoint(String url) {
    private static final Pattern SHAPE =
            Pattern.compile("(jdbc:postgresql://[^/?,\\s]+(?:,[^/?,\\s]+)*/)([^/?]+)([?].*)?");
    private static final Set<String> CREDENTIALS = Set.of(PGProperty.USER.getName(), PGProperty.PASSWORD.getName());

    public Endpoint {
        if (!isOne(url)) {
            throw new IllegalArgumentException("no PostgreSQL JDBC URL: " + url);
        }
    }

    /**
     * Whether a text is {@code jdbc:postgresql://host[:port][,…]/database[?…]} that the driver understands and that
     * carries neither user nor password. The driver itself would pass over an option that it does not know, also over a
     * misspelt {@code sslmode}.
     */
    public static boolean isOne(String url) {
        if (!SHAPE.matcher(url).matches()) {
            return false;
        }
        Properties parts = Driver.parseURL(url, null);
        return parts != null
                && parts.stringPropertyNames().stream()
                        .allMatch(name -> PGProperty.forName(name) != null && !CREDENTIALS.contains(name))
                && hasKnownSslMode(parts);
    }

    private static boolean hasKnownSslMode(Properties parts) {
        try {
            SslMode.of(parts);
            return true;
        } catch (PSQLException e) {
            return false;
        }
    }

    /** Another database on the same server. */
    public Endpoint database(String name) {
        Matcher parts = parts();
        return new Endpoint(parts.group(1) + name + (parts.group(3) == null ? "" : parts.group(3)));
    }

    public String database() {
        return parts().group(2);
    }

    /**
     * Unpooled connections.
     *
     * @param connect how long to wait for the server to accept
     * @param answer how long to wait for bytes of an answer before the connection is given up
     */
    public PGSimpleDataSource as(Credentials credentials, Duration connect, Duration answer) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(credentials.user());
        source.setPassword(credentials.password());
        source.setApplicationName("chronos");
        source.setConnectTimeout((int) Math.max(1, connect.toSeconds()));
        source.setLoginTimeout((int) Math.max(1, connect.toSeconds()));
        source.setSocketTimeout((int) Math.max(1, answer.toSeconds()));
        source.setTcpKeepAlive(true);
        source.setStringType("unspecified"); // so that text fits inet, macaddr and jsonb columns
        return source;
    }

    /** Host, port and database, for people. */
    @Override
    public String toString() {
        Matcher parts = parts();
        return parts.group(1).substring("jdbc:postgresql://".length()) + parts.group(2);
    }

    private Matcher parts() {
        Matcher parts = SHAPE.matcher(url);
        if (!parts.matches()) {
            throw new IllegalStateException(url);
        }
        return parts;
    }
}
