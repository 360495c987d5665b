package com.rjchronos.persistence.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** The app's connections. Outlives restarts of the server: while it is away every call fails at once and says so. */
public final class Pool implements DataSource, AutoCloseable {

    /**
     * How big and how patient.
     *
     * @param size connections at most, 2 or more
     * @param connect how long a caller waits for a connection
     * @param statement how long one statement may take
     */
    public record Limits(int size, Duration connect, Duration statement) {
        private static final Duration GRACE = Duration.ofSeconds(5);

        /** When the silence of a server that should have cancelled the statement itself means that it is gone. */
        Duration answer() {
            return statement.plus(GRACE);
        }
    }

    private static final String UNABLE_TO_CONNECT = "08001";

    private final HikariDataSource connections;
    private final Availability availability;

    private Pool(HikariDataSource connections, Availability availability) {
        this.connections = connections;
        this.availability = availability;
    }

    /** Opens the first connection before it returns, or throws. */
    public static Pool open(Endpoint endpoint, Credentials app, Limits limits, Clock clock) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("chronos");
        config.setDataSource(endpoint.as(app, limits.connect(), limits.answer()));
        config.setMaximumPoolSize(limits.size());
        config.setMinimumIdle(Math.min(2, limits.size()));
        config.setConnectionTimeout(limits.connect().toMillis());
        config.setValidationTimeout(Math.min(2000, limits.connect().toMillis()));
        config.setInitializationFailTimeout(limits.connect().toMillis());
        config.setIdleTimeout(Duration.ofMinutes(5).toMillis());
        config.setConnectionInitSql(
                "set statement_timeout = " + limits.statement().toMillis() + "; set timezone = 'UTC'");
        HikariDataSource connections = new HikariDataSource(config);
        Duration second = Duration.ofSeconds(1);
        Availability availability = new Availability(
                endpoint.as(app, second, second.multipliedBy(2)),
                () -> connections.getHikariPoolMXBean().softEvictConnections(),
                () -> connections.getConnection().close(), // its next attempt may be seconds away
                clock);
        return new Pool(connections, availability);
    }

    public Availability.State state() {
        return availability.state();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Availability.State state = availability.state();
        if (!state.up()) {
            throw new SQLTransientConnectionException(
                    "the database is away since " + state.since() + ": " + state.reason(), UNABLE_TO_CONNECT);
        }
        try {
            return connections.getConnection();
        } catch (SQLException e) {
            availability.suspect();
            throw e;
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the pool has one role");
    }

    @Override
    public void close() {
        availability.close();
        connections.close();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null; // as the contract of DataSource says: logging is off
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException("log through SLF4J");
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("set connectionTimeoutSeconds");
    }

    @Override
    public int getLoginTimeout() {
        return (int) Duration.ofMillis(connections.getConnectionTimeout()).toSeconds();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("log through SLF4J");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        return connections.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || connections.isWrapperFor(type);
    }
}
