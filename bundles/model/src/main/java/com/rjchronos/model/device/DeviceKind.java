package com.rjchronos.model.device;

import java.util.Locale;

/** Whether a device ends the fibre (it has a PON interface) or stands behind something that does. */
public enum DeviceKind {
    ONU,
    CPE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
