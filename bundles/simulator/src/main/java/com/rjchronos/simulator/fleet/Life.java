package com.rjchronos.simulator.fleet;

import com.rjchronos.simulator.json.Stamp;

/** The moments of a device's life. Guarded by the device's monitor. */
final class Life {
    private final Stamp registered;
    private final Stamp discovered;
    private Stamp lastInform;
    private Stamp lastBoot;
    private Stamp lastBootstrap;

    Life(long registered, long lastBoot, long lastInform) {
        this.registered = Stamp.at(registered);
        this.discovered = Stamp.at(lastBoot);
        this.lastBootstrap = this.registered;
        this.lastBoot = discovered;
        this.lastInform = Stamp.at(lastInform);
    }

    Stamp registered() {
        return registered;
    }

    /** When the data model was discovered: the age of all that was not read since. */
    Stamp discovered() {
        return discovered;
    }

    Stamp lastInform() {
        return lastInform;
    }

    Stamp lastBoot() {
        return lastBoot;
    }

    Stamp lastBootstrap() {
        return lastBootstrap;
    }

    void informed(Stamp now) {
        lastInform = now;
    }

    void booted(Stamp now) {
        lastBoot = now;
    }

    void bootstrapped(Stamp now) {
        lastBootstrap = now;
    }
}
