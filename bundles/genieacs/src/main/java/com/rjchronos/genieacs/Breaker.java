package com.rjchronos.genieacs;

import com.rjchronos.genieacs.wire.Gate;
import com.rjchronos.model.acs.AcsHealth;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Spares an ACS that is away: calls fail at once then, and the probe alone looks whether it is back. One answer that is lost is not
 * yet an ACS that is away, for a worker of the NBI ends by one bad request and is replaced within two seconds. A sweep that breaks is: whether it could go on is what the probe asks, and its answer brings the
 * next sweep soon ({@link SweepRun}).
 */
final class Breaker implements Gate {
    /** Answers lost one after the other, by which an ACS is away. */
    static final int LOST_IN_A_ROW = 6;

    private final Contact contact;
    private final AtomicInteger lost = new AtomicInteger();

    Breaker(Contact contact) {
        this.contact = contact;
    }

    @Override
    public Optional<String> closed() {
        AcsHealth health = contact.health();
        return switch (health.state()) {
            case UNKNOWN, REACHABLE -> Optional.empty();
            case UNREACHABLE, MAINTENANCE -> Optional.of(health.detail());
        };
    }

    @Override
    public void answered(Optional<String> version) {
        lost.set(0);
        if (contact.health().state() != AcsHealth.State.UNREACHABLE) { // else it is the probe's to say
            contact.answered(version);
        }
    }

    @Override
    public void lost(String words, long began) {
        if (contact.answeredSince(began)) { // of another time
            return;
        }
        if (lost.incrementAndGet() >= LOST_IN_A_ROW) {
            unreachable(words);
        }
    }

    @Override
    public void unreachable(String words) {
        lost.set(0);
        contact.failed(words);
    }
}
