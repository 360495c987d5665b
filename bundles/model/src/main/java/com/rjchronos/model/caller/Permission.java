package com.rjchronos.model.caller;

import java.util.Locale;

/** One thing a caller may do. {@link #code()} is how tokens, documents and the trail spell it, e.g. {@code devices:read}. */
public enum Permission {
    ACCOUNT_SELF,
    DEVICES_READ,
    DASHBOARD_READ,
    CONNECTORS_READ,
    CONNECTORS_MANAGE,
    SWEEPS_READ,
    SWEEPS_RUN,
    HEALTH_READ,
    ACS_READ,
    ACS_MANAGE,
    FAULTS_READ;

    /** The resource and the action with a colon between them, in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ":").replace('_', '-');
    }
}
