package com.rjchronos.simulator.fleet;

import java.util.SplittableRandom;

/** Bytes, hosts and load of a device. Guarded by the device's monitor. */
final class Traffic {
    private static final int MOST_HOSTS = 12;

    private long down;
    private long up;
    private int hosts;
    private int cpu;
    private int memory;

    Traffic(SplittableRandom random) {
        down = random.nextLong(900_000_000_000L);
        up = down / (6 + random.nextInt(12));
        hosts = 1 + random.nextInt(7);
        cpu = 2 + random.nextInt(20);
        memory = 35 + random.nextInt(30);
    }

    void drift(SplittableRandom random) {
        long more = random.nextLong(400_000_000L);
        down += more;
        up += more / (6 + random.nextInt(12));
        hosts = Math.max(0, Math.min(MOST_HOSTS, hosts + random.nextInt(3) - 1));
        cpu = Math.max(1, Math.min(98, cpu + random.nextInt(7) - 3));
        memory = Math.max(20, Math.min(92, memory + random.nextInt(3) - 1));
    }

    /** The counters of a device begin again when it boots. */
    void booted() {
        down = 0;
        up = 0;
    }

    long down() {
        return down;
    }

    long up() {
        return up;
    }

    int hosts() {
        return hosts;
    }

    /** In percent. */
    int cpu() {
        return cpu;
    }

    /** In percent. */
    int memory() {
        return memory;
    }
}
