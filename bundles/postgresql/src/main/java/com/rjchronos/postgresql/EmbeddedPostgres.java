package com.rjchronos.postgresql;

import com.rjchronos.model.health.HealthIndicator;
import com.rjchronos.model.settings.Settings;
import com.rjchronos.postgresql.ServerState.Accepting;
import com.rjchronos.postgresql.ServerState.Down;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The appliance's own PostgreSQL, running from the moment somebody gets this service until the last one lets go of it.
 *
 * <p>Its connections are the superuser's, unpooled, to the database {@code postgres}: for making roles and databases, and for learning the
 * address, which {@code getMetaData().getURL()} tells as {@code jdbc:postgresql://127.0.0.1:PORT/postgres?…}. The port stays the same while
 * the service is held.
 */
@Component(
        service = DataSource.class,
        property = "chronos.database=embedded",
        configurationPid = "com.rjchronos.postgresql")
@Designate(ocd = EmbeddedPostgres.Config.class)
public final class EmbeddedPostgres implements DataSource {

    @ObjectClassDefinition(name = "Embedded PostgreSQL", description = "Used when no JDBC URL is configured.")
    public @interface Config {
        @AttributeDefinition(
                required = false,
                description = "Directory of the server; empty for postgresql/ in the appliance's data directory")
        String dataDirectory() default "";

        @AttributeDefinition(description = "Port on 127.0.0.1; 0 for a free one that is kept", min = "0", max = "65535")
        int port() default 0;

        @AttributeDefinition(description = "Memory for pages, in MiB", min = "16", max = "65536")
        int sharedBuffersMb() default 64;

        @AttributeDefinition(description = "Connections at a time", min = "10", max = "1000")
        int maxConnections() default 40;

        @AttributeDefinition(
                description = "Growth of the write-ahead log between two checkpoints, in MiB",
                min = "128",
                max = "65536")
        int maxWalMb() default 1024;

        @AttributeDefinition(description = "Seconds to wait for the first start", min = "1", max = "600")
        int startTimeoutSeconds() default 60;
    }

    private static final String UNABLE_TO_CONNECT = "08001";

    private final ServerSettings settings;
    private final Superuser superuser;
    private final ServerStatus status = new ServerStatus();
    private final Optional<Supervisor> supervisor;
    private Optional<ServiceRegistration<HealthIndicator>> health = Optional.empty();

    @Activate
    public EmbeddedPostgres(BundleContext context, Config config, Map<String, Object> properties) {
        this(ServerSettings.from(config, Settings.of(properties, Config.class)), dataDirectory(context));
        health = Optional.of(context.registerService(HealthIndicator.class, status, null));
    }

    /** Starts a thread that starts the server, and returns at once. */
    EmbeddedPostgres(ServerSettings settings, Path applianceData) {
        this.settings = settings;
        this.superuser = new Superuser(applianceData.resolve("secrets").resolve("postgresql-superuser"));
        this.supervisor = supervise(applianceData);
    }

    private Optional<Supervisor> supervise(Path applianceData) {
        try {
            Release release = Release.forMachine(System.getProperty("os.name"), System.getProperty("os.arch"));
            Path root = settings.dataDirectory().orElse(applianceData.resolve("postgresql"));
            Supervisor started = new Supervisor(settings, new Layout(root, superuser.passwordFile(), release), status);
            started.start();
            return Optional.of(started);
        } catch (NoServerException e) {
            status.become(new Down(e.getMessage()));
            return Optional.empty();
        }
    }

    private static Path dataDirectory(BundleContext context) {
        return Optional.ofNullable(context.getProperty("chronos.data"))
                .or(() -> Optional.ofNullable(context.getProperty("karaf.data")))
                .map(Path::of)
                .orElseThrow(() -> new IllegalStateException("neither chronos.data nor karaf.data names a directory"));
    }

    @Deactivate
    public void stop() {
        health.ifPresent(ServiceRegistration::unregister);
        supervisor.ifPresent(Supervisor::stop);
    }

    /**
     * A superuser's connection. Waits for the first start, but not longer than {@code startTimeoutSeconds}; later, or when that start failed,
     * it fails at once while the server is down.
     *
     * @throws SQLTransientConnectionException with state 08001 and the reason
     */
    @Override
    public Connection getConnection() throws SQLException {
        try {
            return superuser.dataSource(port()).getConnection();
        } catch (IOException | NoServerException e) {
            throw new SQLTransientConnectionException(e.getMessage(), UNABLE_TO_CONNECT, e);
        }
    }

    /** The same for another role of the cluster. */
    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        try {
            return superuser.dataSource(port()).getConnection(username, password);
        } catch (IOException | NoServerException e) {
            throw new SQLTransientConnectionException(e.getMessage(), UNABLE_TO_CONNECT, e);
        }
    }

    private int port() throws SQLTransientConnectionException {
        try {
            ServerState state = status.settledWithin(settings.startTimeout());
            if (state instanceof Accepting accepting) {
                return accepting.port();
            }
            throw new SQLTransientConnectionException(ServerStatus.sentence(state), UNABLE_TO_CONNECT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("interrupted while PostgreSQL starts", UNABLE_TO_CONNECT, e);
        }
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
        throw new SQLFeatureNotSupportedException("set startTimeoutSeconds");
    }

    @Override
    public int getLoginTimeout() {
        return (int) settings.startTimeout().toSeconds();
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
        throw new SQLException("no " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
