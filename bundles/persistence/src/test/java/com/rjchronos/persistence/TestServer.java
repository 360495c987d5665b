package com.rjchronos.persistence;

import com.rjchronos.persistence.DatabaseSettings.Kept;
import com.rjchronos.persistence.connection.Credentials;
import com.rjchronos.persistence.connection.Endpoint;
import com.rjchronos.persistence.connection.Pool;
import com.rjchronos.persistence.schema.Changelog;
import com.rjchronos.persistence.schema.EmbeddedServer;
import com.rjchronos.persistence.schema.Migrations;
import com.rjchronos.persistence.schema.Prepared;
import com.rjchronos.persistence.schema.RefusedException;
import com.rjchronos.persistence.schema.Role;
import com.rjchronos.persistence.schema.RolePasswords;
import com.rjchronos.postgresql.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;

/** The appliance's own PostgreSQL, really running: one for all tests, a database for each that asks. */
public final class TestServer {
    public static final Pool.Limits LIMITS = new Pool.Limits(6, Duration.ofSeconds(3), Duration.ofSeconds(30));
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static TestServer shared;

    private final Path data;
    private EmbeddedPostgres postgres;
    private TestDatabase migrated;

    private TestServer(Path data) {
        this.data = data;
        start();
    }

    /** Runs until the tests end. */
    public static synchronized TestServer shared() {
        try {
            if (shared == null) {
                shared = new TestServer(
                        Files.createTempDirectory(Path.of("target").toAbsolutePath(), "appliance-"));
                Runtime.getRuntime().addShutdownHook(new Thread(shared::remove));
            }
            return shared;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public EmbeddedPostgres superuser() {
        return postgres;
    }

    public Path secrets() {
        return data.resolve("secrets");
    }

    public void stop() {
        postgres.stop();
    }

    /** Returns at once; the port stays the same. */
    public void start() {
        postgres = new EmbeddedPostgres(context(), defaults(EmbeddedPostgres.Config.class), Map.of());
    }

    /** The roles as the appliance makes them, and an empty database of the owner's. */
    public TestDatabase emptyDatabase() {
        return create("");
    }

    private TestDatabase create(String how) {
        try (Connection connection = postgres.getConnection();
                Statement statement = connection.createStatement()) {
            RolePasswords passwords = new RolePasswords(secrets());
            new EmbeddedServer(postgres, passwords).prepare();
            String name = "test_" + DATABASES.incrementAndGet();
            statement.execute("create database " + name + " owner chronos_owner" + how);
            return new TestDatabase(
                    new Endpoint(connection.getMetaData().getURL()).database(name),
                    passwords.of(Role.OWNER),
                    passwords.of(Role.APP),
                    passwords.of(Role.RETENTION));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same, migrated: a copy of the first that was. */
    public synchronized TestDatabase database() {
        if (migrated == null) {
            migrated = emptyDatabase();
            try {
                new Migrations(migrated.endpoint(), migrated.owner(), Changelog.shipped()).apply();
            } catch (RefusedException | SQLException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return create(" template " + migrated.endpoint().database());
    }

    /** One database of the server. */
    public record TestDatabase(Endpoint endpoint, Credentials owner, Credentials app, Credentials retention) {

        Prepared prepared() {
            return new Prepared(endpoint, "18 of a test", owner, app, retention);
        }

        public Pool pool() {
            return Pool.open(endpoint, app, LIMITS, Clock.systemUTC());
        }

        public Connection connect(Credentials role) throws SQLException {
            return endpoint.as(role, Duration.ofSeconds(5), Duration.ofSeconds(60))
                    .getConnection();
        }
    }

    private void remove() {
        postgres.stop();
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A framework's context that knows the data directory, and takes services without offering them. */
    BundleContext context() {
        InvocationHandler answers = (proxy, method, arguments) -> switch (method.getName()) {
            case "getProperty" -> data.toString();
            case "registerService" -> fake(method.getReturnType(), (p, m, a) -> null);
            default -> throw new UnsupportedOperationException(method.toString());
        };
        return fake(BundleContext.class, answers);
    }

    /** Such that little is kept. */
    static DatabaseSettings settings(Optional<DatabaseSettings.Outside> outside) {
        return new DatabaseSettings(
                outside,
                new Pool.Limits(3, Duration.ofSeconds(2), Duration.ofSeconds(10)),
                new Kept(
                        Duration.ofDays(2),
                        Duration.ofDays(1),
                        Duration.ofDays(3),
                        Period.ofMonths(2),
                        Period.ofMonths(3),
                        Duration.ofDays(4)));
    }

    /** A configuration in which nothing was set. */
    static <T> T defaults(Class<T> config) {
        return fake(config, (proxy, method, arguments) -> method.getDefaultValue());
    }

    static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(TestServer.class.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
