package com.rjchronos.persistence.connection;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a database is.
 *
 * @param url a JDBC URL without user and password
 */
public record Endpoint(String url) {
    private static final Pattern SHAPE = Pattern.compile("(jdbc:postgresql://[^/?]+/)([^/?]+)([?].*)?");

    public Endpoint {
        if (!isOne(url)) {
            throw new IllegalArgumentException("no PostgreSQL JDBC URL: " + url);
        }
    }

    /**
     * Whether a text is {@code jdbc:postgresql://host[:port][,…]/database[?…]} that carries neither user nor
     * password.
     */
    public static boolean isOne(String url) {
        return SHAPE.matcher(url).matches() && !url.matches(".*[?&](user|password)=.*");
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
