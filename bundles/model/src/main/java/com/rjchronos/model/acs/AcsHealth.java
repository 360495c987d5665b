package com.rjchronos.model.acs;

import java.time.Instant;
import java.util.Optional;

/**
 * What the last contact with an ACS showed.
 *
 * @param acs which one
 * @param state whether it answers
 * @param since when it came into this state
 * @param version the {@code GenieACS-Version} header of its last answer
 * @param detail what an operator reads: what happened, and what to do
 */
public record AcsHealth(AcsId acs, State state, Instant since, Optional<String> version, String detail) {

    /** Whether an ACS answers. */
    public enum State {
        /** Nothing was asked yet. */
        UNKNOWN,
        REACHABLE,
        UNREACHABLE,
        /** Left alone because its operator says so: neither swept nor commanded, and its devices' silence means nothing. */
        MAINTENANCE
    }

    public boolean reachable() {
        return state == State.REACHABLE;
    }
}
