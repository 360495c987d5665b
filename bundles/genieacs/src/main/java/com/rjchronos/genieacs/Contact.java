package com.rjchronos.genieacs;

import com.rjchronos.model.acs.AcsHealth;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers what the last contact with the ACS showed, and says so once when that changes. */
final class Contact {
    private static final Logger LOG = LoggerFactory.getLogger(Contact.class);

    private final Clock clock;
    private final String baseUrl;
    private volatile AcsHealth health;
    private volatile long answeredAt;
    private volatile boolean everAnswered;

    Contact(NbiSettings settings, Clock clock) {
        this.clock = clock;
        this.baseUrl = settings.baseUrl();
        this.health = new AcsHealth(
                settings.acs(),
                settings.maintenance() ? AcsHealth.State.MAINTENANCE : AcsHealth.State.UNKNOWN,
                clock.instant(),
                Optional.empty(),
                settings.maintenance()
                        ? "GenieACS at " + baseUrl + " is in maintenance: neither swept nor commanded until maintenance"
                                + " is false again in its file."
                        : "GenieACS at " + baseUrl + " was not asked yet.");
    }

    AcsHealth health() {
        return health;
    }

    /**
     * A look at the ACS beside the sweeps, which may take as long as one. Its outcome counts only if nothing was heard meanwhile.
     *
     * @param seen the health when it set out
     * @param refusal why there is no answer; empty if there is
     */
    synchronized void looked(AcsHealth seen, Optional<String> refusal, Optional<String> version) {
        if (health == seen) {
            refusal.ifPresentOrElse(this::failed, () -> answered(version));
        }
    }

    /** Whether it answered anything after this moment of {@link System#nanoTime}. */
    boolean answeredSince(long nanos) {
        return everAnswered && answeredAt - nanos > 0;
    }

    void answered(Optional<String> version) {
        answeredAt = System.nanoTime();
        everAnswered = true;
        String untested = version.or(health::version)
                .filter(Tested::isNewer)
                .map(v -> Tested.WARNING)
                .orElse("");
        enter(AcsHealth.State.REACHABLE, version, "GenieACS at " + baseUrl + " answers." + untested);
    }

    void failed(String detail) {
        enter(AcsHealth.State.UNREACHABLE, Optional.empty(), detail);
    }

    private synchronized void enter(AcsHealth.State state, Optional<String> version, String detail) {
        AcsHealth before = health;
        if (before.state() == AcsHealth.State.MAINTENANCE) {
            return;
        }
        boolean same = before.state() == state;
        health = new AcsHealth(
                before.acs(), state, same ? before.since() : clock.instant(), version.or(before::version), detail);
        if (same) {
            return;
        }
        if (state == AcsHealth.State.REACHABLE) {
            LOG.info(
                    "GenieACS answers. acs={} url={} version={} tested={}",
                    before.acs(),
                    baseUrl,
                    version.orElse("unknown"),
                    version.filter(Tested::isNewer).isEmpty());
        } else {
            LOG.warn("GenieACS does not answer. acs={} url={} detail=\"{}\"", before.acs(), baseUrl, detail);
        }
    }
}
