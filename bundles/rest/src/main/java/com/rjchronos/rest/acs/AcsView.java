package com.rjchronos.rest.acs;

import com.rjchronos.model.acs.AcsHealth;
import com.rjchronos.model.acs.AcsStatus;
import java.time.Instant;
import java.util.Locale;

/**
 * An ACS in service.
 *
 * @param state {@code unknown}, {@code reachable}, {@code unreachable} or {@code maintenance}
 * @param since when it came into this state
 * @param version of GenieACS as it says itself; null until it answered
 * @param detail what an operator reads, also that its version is untested
 * @param scopeTag null unless only devices with this tag are ours
 * @param scopeQuery null unless only devices that match it are ours
 */
public record AcsView(
        String name,
        String state,
        Instant since,
        String version,
        String detail,
        boolean maintenance,
        String scopeTag,
        String scopeQuery) {

    static AcsView of(AcsStatus status) {
        AcsHealth health = status.health();
        return new AcsView(
                health.acs().value(),
                health.state().name().toLowerCase(Locale.ROOT),
                health.since(),
                health.version().orElse(null),
                health.detail(),
                health.state() == AcsHealth.State.MAINTENANCE,
                status.scope().tag().orElse(null),
                status.scope().query().orElse(null));
    }
}
