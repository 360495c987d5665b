package com.rjchronos.model.caller;

import java.util.Locale;

/** By which way a call came into the house. */
public enum Origin {
    PORTAL,
    API,
    SHELL,
    ACS,
    SCHEDULE,
    SYSTEM;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
