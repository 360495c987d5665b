package com.rjchronos.simulator.cwmp;

import com.rjchronos.simulator.cwmp.Sessions.Event;
import com.rjchronos.simulator.fleet.Device;
import com.rjchronos.simulator.fleet.Fleet;
import com.rjchronos.simulator.fleet.Reach;
import java.time.Clock;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** The fleet's own life: devices inform when their interval is over, some go away and come back, a new one registers now and then. */
public final class Heartbeat {
    private static final int ONE_IN_LEAVES = 250;
    private static final long REGISTRATION_MILLIS = 120_000;
    private static final int GROWTH_PERCENT = 10;

    private final Fleet fleet;
    private final Sessions sessions;
    private final Clock clock;
    private final double timeScale;
    private final boolean frozen;
    private final SplittableRandom random;
    private final int mostDevices;
    private final AtomicLong left = new AtomicLong();
    private final AtomicLong returned = new AtomicLong();
    private final AtomicLong registered = new AtomicLong();
    private long nextRegistration;

    public Heartbeat(Fleet fleet, Sessions sessions, Clock clock, double timeScale, boolean frozen, long seed) {
        this.fleet = fleet;
        this.sessions = sessions;
        this.clock = clock;
        this.timeScale = timeScale;
        this.frozen = frozen;
        this.random = new SplittableRandom(seed ^ 0x5DEECE66DL);
        this.mostDevices = fleet.devices().length + Math.max(5, fleet.devices().length * GROWTH_PERCENT / 100);
        long now = clock.millis();
        this.nextRegistration = now + scaled(REGISTRATION_MILLIS);
        for (Device device : fleet.devices()) {
            device.nextInform(now + scaled(device.nextInform() - now));
        }
    }

    /** Lets everything happen that is due; called every now and then by one thread. */
    public void beat() {
        long now = clock.millis();
        for (Device device : fleet.devices()) {
            if (device.isBack(now)) {
                device.reach(Reach.ONLINE);
                returned.incrementAndGet();
                inform(device, Event.BOOT, now);
            } else if (!frozen && now >= device.nextInform() && device.reach().informs()) {
                periodic(device, now);
            }
        }
        if (!frozen) {
            fleet.forgotten().stream()
                    .filter(device -> now >= device.nextInform())
                    .forEach(device -> fleet.readmit(device.id())
                            .ifPresent(anew -> anew.nextInform(now + scaled(anew.informInterval()))));
        }
        if (!frozen && now >= nextRegistration) {
            nextRegistration = now + scaled(REGISTRATION_MILLIS);
            if (fleet.devices().length < mostDevices) {
                fleet.register(1);
                registered.incrementAndGet();
            }
        }
    }

    public long left() {
        return left.get();
    }

    public long returned() {
        return returned.get();
    }

    public long registered() {
        return registered.get();
    }

    private void periodic(Device device, long now) {
        if (random.nextInt(ONE_IN_LEAVES) == 0) {
            device.leave(now + scaled(device.informInterval() * (3 + random.nextInt(10))));
            left.incrementAndGet();
            return;
        }
        inform(device, Event.PERIODIC, now);
    }

    private void inform(Device device, Event event, long now) {
        sessions.run(device, event);
        device.nextInform(now + scaled(device.informInterval()));
    }

    private long scaled(long millis) {
        return Math.max(1, Math.round(millis / timeScale));
    }
}
