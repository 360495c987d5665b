package com.rjchronos.genieacs;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.acs.AcsPace;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long the ACS takes to answer the same small question, over what is usual for it. A single slow answer is none: the median of the
 * last three counts. What is usual follows quickly to what is faster, and very slowly to what is slower, so that a fleet may grow and
 * an evening of trouble does not become the rule.
 */
final class Pace {
    private static final Logger LOG = LoggerFactory.getLogger(Pace.class);
    private static final int LATELY = 3;

    /** What is usual goes such a part of the way to what is faster, */
    private static final int DOWN = 4;

    /** to what is slower, at two looks a minute, */
    private static final int UP = 256;

    /** and to what is late, at twelve looks a minute: some hours of it are the rule. */
    private static final int UP_WHILE_LATE = 4096;

    private final AcsId acs;
    private final int factor;
    private final Duration floor;
    private final Deque<Duration> latest = new ArrayDeque<>();
    private volatile AcsPace now = AcsPace.UNKNOWN;

    Pace(NbiSettings settings) {
        this(settings.acs(), settings.lateFactor(), settings.lateFloor());
    }

    Pace(AcsId acs, int factor, Duration floor) {
        this.acs = acs;
        this.factor = factor;
        this.floor = floor;
    }

    AcsPace now() {
        return now;
    }

    /** Whether a look now and then is enough: what is usual is known, and so it is. */
    boolean settled() {
        return now.usual().isPresent() && !now.late();
    }

    /** An answer took so long, to its first byte. */
    synchronized void took(Duration time) {
        latest.addLast(time);
        if (latest.size() > LATELY) {
            latest.removeFirst();
        }
        if (latest.size() < LATELY) {
            return;
        }
        Duration lately = latest.stream().sorted().skip(LATELY / 2).findFirst().orElseThrow();
        AcsPace before = now;
        Duration usual =
                before.usual().map(u -> u.plus(step(u, lately, before.late()))).orElse(lately);
        boolean late = lately.compareTo(floor) > 0 && lately.compareTo(usual.multipliedBy(factor)) > 0;
        now = new AcsPace(Optional.of(usual), Optional.of(lately), late);
        if (late != before.late()) {
            log();
        }
    }

    private static Duration step(Duration usual, Duration lately, boolean late) {
        Duration way = lately.minus(usual);
        return way.dividedBy(way.isNegative() ? DOWN : late ? UP_WHILE_LATE : UP);
    }

    private void log() {
        if (now.late()) {
            LOG.warn("GenieACS answers late; it is swept less often. acs={} detail=\"{}\"", acs, now.inWords());
        } else {
            LOG.info("GenieACS answers as usual again. acs={} detail=\"{}\"", acs, now.inWords());
        }
    }
}
