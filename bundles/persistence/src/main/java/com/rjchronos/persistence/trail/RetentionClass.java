package com.rjchronos.persistence.trail;

import java.util.Locale;

/** How long a line of the trail is kept; each class has its own partitions. */
public enum RetentionClass {
    /** Log-ins and accounts. */
    SECURITY,
    STANDARD,
    DEBUG;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
