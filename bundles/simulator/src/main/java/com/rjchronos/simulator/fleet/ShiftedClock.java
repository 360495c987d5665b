package com.rjchronos.simulator.fleet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;

/** The simulator's clock: another one, put forward or back while it runs. */
public final class ShiftedClock extends Clock {
    private final Clock base;
    private final AtomicLong shift = new AtomicLong();

    public ShiftedClock(Clock base) {
        this.base = base;
    }

    /** Puts the clock forward, or back if negative; returns the whole shift since the start. */
    public Duration shift(Duration by) {
        return Duration.ofMillis(shift.addAndGet(by.toMillis()));
    }

    @Override
    public long millis() {
        return base.millis() + shift.get();
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ShiftedClock(base.withZone(zone));
    }
}
