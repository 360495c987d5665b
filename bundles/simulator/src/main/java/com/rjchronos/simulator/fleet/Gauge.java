package com.rjchronos.simulator.fleet;

/**
 * Where the value of one parameter comes from.
 *
 * @param living whether it is read anew at each Inform, or given once for a device's life
 * @param reading what the device says
 */
record Gauge(boolean living, Reading reading) {

    /** Reads a plain JSON value off a device. */
    interface Reading {
        Object of(Device device, long now);
    }

    static Gauge given(Reading reading) {
        return new Gauge(false, reading);
    }

    static Gauge living(Reading reading) {
        return new Gauge(true, reading);
    }
}
