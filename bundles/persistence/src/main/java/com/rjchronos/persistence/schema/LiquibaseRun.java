package com.rjchronos.persistence.schema;

import java.io.IOException;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.RanChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.exception.LockException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * One run of Liquibase. The caller holds the advisory lock, so any row of Liquibase's own lock is a leftover of a
 * crash.
 */
final class LiquibaseRun {
    private final Connection connection;
    private final Changelog changelog;

    LiquibaseRun(Connection connection, Changelog changelog) {
        this.connection = connection;
        this.changelog = changelog;
    }

    void apply() throws RefusedException, IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Liquibase.class.getClassLoader());
        try {
            Scope.child(scope(), this::inScope);
        } catch (RefusedException e) {
            throw e;
        } catch (Exception e) { // what Scope.child declares
            throw new RefusedException("the database cannot be migrated: " + e.getMessage(), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Map<String, Object> scope() {
        Map<String, Object> scope = new HashMap<>();
        scope.put(Scope.Attr.ui.name(), new LoggerUIService());
        scope.put(Scope.Attr.logService.name(), new Slf4jLogService());
        scope.put(Scope.Attr.classLoader.name(), Liquibase.class.getClassLoader());
        scope.put("liquibase.analytics.enabled", "false"); // an appliance does not call home
        return scope;
    }

    private void inScope() throws Exception {
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        Liquibase liquibase =
                new Liquibase(changelog.root(), new ClassLoaderResourceAccessor(changelog.loader()), database);
        liquibase.setShowSummary(UpdateSummaryEnum.OFF); // it would print on the standard output
        liquibase.forceReleaseLocks();
        refuseNewer(liquibase);
        List<ChangeSet> pending = liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression());
        try {
            liquibase.update(new Contexts());
        } catch (LockException e) {
            throw new RefusedException("Liquibase's lock could not be taken: " + e.getMessage(), e);
        } catch (LiquibaseException e) {
            throw new RefusedException(
                    "a migration failed and was rolled back; what was pending: " + named(pending) + ". Reason: "
                            + e.getMessage(),
                    e);
        }
    }

    private static void refuseNewer(Liquibase liquibase) throws LiquibaseException, RefusedException {
        List<RanChangeSet> unknown =
                List.copyOf(liquibase.listUnexpectedChangeSets(new Contexts(), new LabelExpression()));
        if (!unknown.isEmpty()) {
            throw new RefusedException(
                    "the database is newer than this software: it holds migrations that this version does not know ("
                            + unknown.stream()
                                    .map(RanChangeSet::toString)
                                    .limit(5)
                                    .collect(Collectors.joining(", "))
                            + "). Install the newer version again, or restore a backup made with this one");
        }
    }

    private static String named(List<ChangeSet> changeSets) {
        return changeSets.stream().map(ChangeSet::toString).limit(5).collect(Collectors.joining(", "));
    }
}
