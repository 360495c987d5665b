package com.rjchronos.persistence;

import com.rjchronos.model.health.Health;
import com.rjchronos.model.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The appliance's database, from its first connection to the pool. Activation only starts a thread; when the database
 * is ready the pool becomes
 * the service {@code javax.sql.DataSource (osgi.jndi.service.name=chronos)}, and entities and stores follow.
 */
@Component(
        service = Database.class,
        immediate = true,
        configurationPid = "com.rjchronos.persistence",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Database.Config.class)
public final class Database {

    @ObjectClassDefinition(name = "Database", description = "Embedded, or a PostgreSQL 15 or newer elsewhere.")
    public @interface Config {
        @AttributeDefinition(
                required = false,
                description = "jdbc:postgresql://host[:port]/database; empty for the embedded database")
        String url() default "";

        @AttributeDefinition(required = false, description = "With a url: the role that owns the tables and migrates")
        String username() default "";

        @AttributeDefinition(required = false, description = "With a url: file that holds that role's password")
        String passwordFile() default "";

        @AttributeDefinition(description = "Connections at most", min = "2", max = "200")
        int poolSize() default 10;

        @AttributeDefinition(description = "Seconds to wait for a connection", min = "1", max = "60")
        int connectionTimeoutSeconds() default 3;

        @AttributeDefinition(description = "Seconds that one statement may take", min = "1", max = "600")
        int statementTimeoutSeconds() default 30;

        @AttributeDefinition(description = "Days to keep raw measurements", min = "1", max = "3650")
        int readingsRetentionDays() default 30;

        @AttributeDefinition(description = "Days to keep the change log", min = "1", max = "365")
        int changeLogRetentionDays() default 7;

        @AttributeDefinition(description = "Days to keep when devices were online and offline", min = "2", max = "3650")
        int statusRetentionDays() default 400;

        @AttributeDefinition(description = "Months to keep the trail of devices and settings", min = "1", max = "240")
        int trailRetentionMonths() default 60;

        @AttributeDefinition(description = "Months to keep the trail of sign-ins and accounts", min = "1", max = "240")
        int securityRetentionMonths() default 12;

        @AttributeDefinition(description = "Days to keep faults that are gone", min = "1", max = "3650")
        int faultsRetentionDays() default 90;
    }

    private final BringUp bringUp;

    @Activate
    public Database(BundleContext context, Config config, Map<String, Object> properties) {
        this(bringUp(context, DatabaseSettings.from(config, Settings.of(properties, Config.class))));
    }

    Database(BringUp bringUp) {
        this.bringUp = bringUp;
        bringUp.start();
    }

    @Deactivate
    public void stop() {
        bringUp.close();
    }

    Health health() {
        return bringUp.health();
    }

    private static BringUp bringUp(BundleContext context, DatabaseSettings settings) {
        Path secrets = Optional.ofNullable(context.getProperty("chronos.data"))
                .or(() -> Optional.ofNullable(context.getProperty("karaf.data")))
                .map(data -> Path.of(data).resolve("secrets"))
                .orElseThrow(() -> new IllegalStateException("neither chronos.data nor karaf.data names a directory"));
        return new BringUp(
                ServerChoice.of(context, settings, secrets), settings, new PoolService(context), Clock.systemUTC());
    }
}
