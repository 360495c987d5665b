package com.rjchronos.simulator.fleet;

/** What a connection request to a device meets. */
public enum Reach {
    /** The device answers and informs. */
    ONLINE,
    /** The connection is refused, or the CPE says 503. */
    OFFLINE,
    /** The connection is accepted and never answered. */
    BLACKHOLE,
    /** The connection request is answered, but no Inform follows. */
    MUTE,
    /** The CPE does not take the credentials. */
    CREDENTIALS;

    /** Whether such a device informs by itself. */
    public boolean informs() {
        return this == ONLINE || this == CREDENTIALS;
    }
}
