package com.rjchronos.simulator.cwmp;

import com.rjchronos.simulator.cwmp.Sessions.Event;
import com.rjchronos.simulator.fleet.Device;
import com.rjchronos.simulator.fleet.Fleet;
import com.rjchronos.simulator.fleet.Reach;
import java.time.Clock;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.util.log.Log;
import org.eclipse.jetty.util.log.Logger;

/**
 * The fleet's own life: devices inform when their interval is over, some go away and come back, a new one registers now and then.
 * What happens depends on the seed and on when it is due, never on when a beat comes round to it.
 */
public final class Heartbeat {
    private static final Logger LOG = Log.getLogger(Heartbeat.class);
    private static final int ONE_IN_LEAVES = 250;
    private static final long REGISTRATION_MILLIS = 120_000;
    private static final int GROWTH_PERCENT = 10;

    /** A clock that was set forward is not lived through: of what was missed these periods are made up for. */
    private static final int MOST_MISSED = 100;

    private final Fleet fleet;
    private final Sessions sessions;
    private final Clock clock;
    private final Changes changes;
    private final double timeScale;
    private final boolean frozen;
    private final long seed;
    private final int mostDevices;
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparing(Due::number));
    private final AtomicLong left = new AtomicLong();
    private final AtomicLong returned = new AtomicLong();
    private final AtomicLong registered = new AtomicLong();
    private long nextRegistration;

    /**
     * What is about to happen.
     *
     * @param number of the device, which goes first where several are due at once
     */
    private record Due(long at, int number, Runnable event) {}

    /**
     * How a fleet lives.
     *
     * @param timeScale how many times faster than their interval the devices inform
     * @param frozen whether nothing happens by itself, but for the return of a device that left because of a task
     */
    public record Pace(double timeScale, boolean frozen, long seed) {}

    public Heartbeat(Fleet fleet, Sessions sessions, Clock clock, Changes changes, Pace pace) {
        this.fleet = fleet;
        this.sessions = sessions;
        this.clock = clock;
        this.changes = changes;
        this.timeScale = pace.timeScale();
        this.frozen = pace.frozen();
        this.seed = pace.seed();
        this.mostDevices = fleet.devices().length + Math.max(5, fleet.devices().length * GROWTH_PERCENT / 100);
        long now = clock.millis();
        this.nextRegistration = now + scaled(REGISTRATION_MILLIS);
        for (Device device : fleet.devices()) {
            device.nextInform(now + scaled(device.nextInform() - now));
            if (device.reach() == Reach.OFFLINE && frozen) {
                device.reach(Reach.OFFLINE);
            } else if (device.reach() == Reach.OFFLINE) {
                device.leave(now + scaled(device.due() - now));
            }
        }
    }

    /** Lets everything happen that is due, in the order in which it is; called every now and then by one thread. */
    public void beat() {
        long now = clock.millis();
        due.clear();
        for (Device device : fleet.devices()) {
            await(device, now);
        }
        if (!frozen) {
            fleet.forgotten().forEach(device -> awaitAnew(device, now));
            awaitRegistration(now);
        }
        while (!due.isEmpty() && !Thread.currentThread().isInterrupted()) {
            due.poll().event().run();
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

    private void await(Device device, long now) {
        boolean away = device.reach() == Reach.OFFLINE;
        if (frozen && !away || device.due() > now) {
            return;
        }
        if (!away) {
            long period = scaled(device.informInterval());
            device.skip(missed(device.due(), period, now), period);
        }
        long at = device.due();
        if (at <= now) {
            due.add(new Due(at, device.number(), () -> {
                live(device, at);
                await(device, now);
            }));
        }
    }

    private void awaitAnew(Device device, long now) {
        if (device.nextInform() <= now) {
            due.add(new Due(device.nextInform(), device.number(), () -> readmit(device, now)));
        }
    }

    private void awaitRegistration(long now) {
        long period = scaled(REGISTRATION_MILLIS);
        nextRegistration += period * missed(nextRegistration, period, now);
        long at = nextRegistration;
        if (at <= now) {
            due.add(new Due(at, Integer.MAX_VALUE, () -> {
                register(at, now);
                nextRegistration = at + period;
                awaitRegistration(now);
            }));
        }
    }

    /** A device that stumbles must not stop the others, nor come round again at once. */
    private void live(Device device, long at) {
        try {
            if (device.reach() == Reach.OFFLINE) {
                device.reach(Reach.ONLINE);
                returned.incrementAndGet();
                changes.changed("returned", device.id(), "");
                sessions.run(device, Event.BOOT, at);
            } else {
                periodic(device, at);
            }
        } catch (RuntimeException e) {
            LOG.warn("A device stumbled and waits for its next Inform: " + device.id(), e);
        } finally {
            device.nextInform(at + scaled(device.informInterval()));
        }
    }

    private void periodic(Device device, long at) {
        SplittableRandom random =
                new SplittableRandom(seed * 0xD1342543DE82EF95L ^ ((long) device.number() << 32 | device.nextPeriod()));
        if (random.nextInt(ONE_IN_LEAVES) == 0) {
            device.leave(at + scaled(device.informInterval() * (3 + random.nextInt(10))));
            left.incrementAndGet();
            changes.changed("left", device.id(), "");
        } else {
            sessions.run(device, Event.PERIODIC, at);
        }
    }

    private void readmit(Device device, long now) {
        long at = device.nextInform();
        fleet.readmit(device.id(), at).ifPresent(anew -> {
            changes.changed("registered", anew.id(), "anew");
            anew.nextInform(at + scaled(anew.informInterval()));
            await(anew, now);
        });
    }

    private void register(long at, long now) {
        if (fleet.devices().length >= mostDevices) {
            return;
        }
        for (Device born : fleet.register(1, at)) {
            registered.incrementAndGet();
            changes.changed("registered", born.id(), "");
            born.nextInform(at + scaled(born.informInterval()));
            await(born, now);
        }
    }

    private static long missed(long at, long period, long now) {
        return Math.max(0, (now - at) / period - MOST_MISSED);
    }

    private long scaled(long millis) {
        return Math.max(1, Math.round(millis / timeScale));
    }
}
