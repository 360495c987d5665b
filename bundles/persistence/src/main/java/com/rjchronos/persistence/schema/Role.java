package com.rjchronos.persistence.schema;

import java.util.Locale;

/** The roles of the database, from the one that owns everything to the one that may only drop partitions. */
public enum Role {
    /** Migrates. With an outside database the configured user does this work instead. */
    OWNER,
    /** Does the daily work; no UPDATE and no DELETE on the trail. */
    APP,
    /** Drops partitions, nothing else. */
    RETENTION;

    public String roleName() {
        return "chronos_" + name().toLowerCase(Locale.ROOT);
    }

    String file() {
        return "database-" + name().toLowerCase(Locale.ROOT);
    }
}
