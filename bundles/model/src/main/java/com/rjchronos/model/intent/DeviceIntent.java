package com.rjchronos.model.intent;

/** What somebody wants of a device, in nobody's dialect. */
public sealed interface DeviceIntent {

    /** Start the device anew. */
    record Reboot() implements DeviceIntent {}

    /** Throw away its configuration. */
    record FactoryReset() implements DeviceIntent {}

    /** Read one concern anew from the device. */
    record Refresh(Concern concern) implements DeviceIntent {}

    /** What can be refreshed as a call of its own, so that one unknown path does not fault the rest. */
    enum Concern {
        ALL,
        OPTICAL,
        WAN,
        WIFI,
        HOSTS
    }
}
