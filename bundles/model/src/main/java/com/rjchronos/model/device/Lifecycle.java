package com.rjchronos.model.device;

import java.util.Locale;

/** Where a device is in its life with the provider, apart from its connectivity. */
public enum Lifecycle {
    STOCK,
    PENDING,
    INSTALLED,
    MAINTENANCE,
    RETURNED,
    STOLEN,
    RETIRED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
