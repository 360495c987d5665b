package com.rjchronos.simulator.cwmp;

import java.time.Clock;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Makes ids of tasks as MongoDB does: seconds, a random part, a counter; 24 hexadecimal digits. */
final class ObjectIds {
    private static final Pattern VALID = Pattern.compile("[0-9a-fA-F]{24}");
    private static final int BYTES_TAKEN_AS_THEY_ARE = 12;

    private final Clock clock;
    private final long machine;
    private final AtomicInteger counter;

    ObjectIds(Clock clock, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        this.clock = clock;
        this.machine = random.nextLong() & 0xFFFFFFFFFFL;
        this.counter = new AtomicInteger(random.nextInt(0x1000000));
    }

    String next() {
        return String.format(
                "%08x%010x%06x", clock.millis() / 1000 & 0xFFFFFFFFL, machine, counter.getAndIncrement() & 0xFFFFFF);
    }

    /** Whether {@code new ObjectId(text)} takes it; if not, the NBI's worker crashes. */
    static boolean isValid(String text) {
        return VALID.matcher(text).matches() || text.length() == BYTES_TAKEN_AS_THEY_ARE;
    }
}
