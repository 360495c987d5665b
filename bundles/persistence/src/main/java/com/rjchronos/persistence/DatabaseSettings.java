package com.rjchronos.persistence;

import com.rjchronos.model.settings.Settings;
import com.rjchronos.persistence.connection.Endpoint;
import com.rjchronos.persistence.connection.Pool;
import com.rjchronos.persistence.schema.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the database is reached and kept.
 *
 * @param outside the database that somebody else runs; empty for the embedded one
 * @param limits of the pool
 * @param kept for how long history stays
 */
record DatabaseSettings(Optional<Outside> outside, Pool.Limits limits, Kept kept) {

    /** The appliance makes these itself. */
    private static final Set<String> OURS = new TreeSet<>(Set.of(Role.APP.roleName(), Role.RETENTION.roleName()));

    /**
     * A database that somebody else runs.
     *
     * @param username who migrates
     * @param passwordFile that user's password
     */
    record Outside(Endpoint endpoint, String username, Path passwordFile) {}

    /**
     * For how long history stays.
     *
     * @param readings raw measurements
     * @param changes the change log
     * @param statuses intervals of connectivity, counted from their end
     * @param trail entries about devices and settings
     * @param security entries about sign-ins and accounts
     * @param faults counted from when they were gone
     */
    record Kept(
            Duration readings, Duration changes, Duration statuses, Period trail, Period security, Duration faults) {}

    static DatabaseSettings from(Database.Config config, Settings settings) {
        return new DatabaseSettings(
                outside(config, settings),
                new Pool.Limits(
                        settings.within("poolSize", config.poolSize(), 2, 200),
                        Duration.ofSeconds(
                                settings.within("connectionTimeoutSeconds", config.connectionTimeoutSeconds(), 1, 60)),
                        Duration.ofSeconds(
                                settings.within("statementTimeoutSeconds", config.statementTimeoutSeconds(), 1, 600))),
                new Kept(
                        Duration.ofDays(
                                settings.within("readingsRetentionDays", config.readingsRetentionDays(), 1, 3650)),
                        Duration.ofDays(
                                settings.within("changeLogRetentionDays", config.changeLogRetentionDays(), 1, 365)),
                        Duration.ofDays(settings.within("statusRetentionDays", config.statusRetentionDays(), 2, 3650)),
                        Period.ofMonths(settings.within("trailRetentionMonths", config.trailRetentionMonths(), 1, 240)),
                        Period.ofMonths(
                                settings.within("securityRetentionMonths", config.securityRetentionMonths(), 1, 240)),
                        Duration.ofDays(
                                settings.within("faultsRetentionDays", config.faultsRetentionDays(), 1, 3650))));
    }

    private static Optional<Outside> outside(Database.Config config, Settings settings) {
        String url = settings.require(
                "url",
                config.url().strip(),
                text -> text.isEmpty() || Endpoint.isOne(text),
                "must be empty (the embedded database) or jdbc:postgresql://host[:port]/database with options"
                        + " that the PostgreSQL driver knows, without user and password");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        String username = settings.require(
                "username",
                config.username().strip(),
                name -> !name.isEmpty() && !OURS.contains(name),
                "must name a role when url is set, and none of " + OURS);
        String file = settings.require(
                "passwordFile",
                config.passwordFile().strip(),
                path -> Files.isReadable(Path.of(path)) && Files.isRegularFile(Path.of(path)),
                "must be a file that holds the password and that the appliance can read when url is set");
        return Optional.of(new Outside(new Endpoint(url), username, Path.of(file)));
    }
}
