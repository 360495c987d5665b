package com.rjchronos.persistence;

import com.rjchronos.persistence.schema.EmbeddedServer;
import com.rjchronos.persistence.schema.OutsideServer;
import com.rjchronos.persistence.schema.Prepared;
import com.rjchronos.persistence.schema.RefusedException;
import com.rjchronos.persistence.schema.RolePasswords;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.util.tracker.ServiceTracker;

/**
 * The embedded server or the one outside. The embedded one is never asked for where a URL is set: the asking would
 * start it.
 */
interface ServerChoice extends AutoCloseable {

    Prepared prepare() throws RefusedException, SQLException, IOException, InterruptedException;

    @Override
    void close();

    static ServerChoice of(BundleContext context, DatabaseSettings settings, Path secrets) {
        RolePasswords passwords = new RolePasswords(secrets);
        Optional<DatabaseSettings.Outside> outside = settings.outside();
        if (outside.isEmpty()) {
            return new Embedded(context, passwords);
        }
        OutsideServer server = new OutsideServer(
                outside.get().endpoint(),
                outside.get().username(),
                outside.get().passwordFile(),
                passwords,
                settings.limits().connect());
        return new Outside(server);
    }

    /** Needs nothing of the framework. */
    record Outside(OutsideServer server) implements ServerChoice {
        @Override
        public Prepared prepare() throws RefusedException, SQLException, IOException {
            return server.prepare();
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    /**
     * Holds the service of the embedded server from the first question to the end: letting go would stop the server.
     */
    final class Embedded implements ServerChoice {
        private static final long PATIENCE_MILLIS = 5000;

        private final RolePasswords passwords;
        private final ServiceTracker<DataSource, DataSource> superuser;

        Embedded(BundleContext context, RolePasswords passwords) {
            this.passwords = passwords;
            this.superuser = new ServiceTracker<>(context, embedded(), null);
        }

        @Override
        public Prepared prepare() throws RefusedException, SQLException, IOException, InterruptedException {
            superuser.open(); // does nothing the second time
            DataSource source = superuser.waitForService(PATIENCE_MILLIS);
            if (source == null) {
                throw new RefusedException(
                        "no url is set in etc/com.rjchronos.persistence.cfg, and the embedded PostgreSQL is not there;"
                                + " install the feature chronos-postgresql, or set url");
            }
            return new EmbeddedServer(source, passwords).prepare();
        }

        @Override
        public void close() {
            superuser.close();
        }

        private static Filter embedded() {
            try {
                return FrameworkUtil.createFilter("(&(objectClass=javax.sql.DataSource)(chronos.database=embedded))");
            } catch (InvalidSyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
