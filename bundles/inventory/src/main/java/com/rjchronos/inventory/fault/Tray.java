package com.rjchronos.inventory.fault;

import com.rjchronos.model.acs.AcsFault;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.fault.FaultListing;
import com.rjchronos.port.FaultStore;
import com.rjchronos.port.FaultStore.Handful;
import com.rjchronos.port.FaultStore.Kept;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one listing brings on its way to the store, handful by handful. */
final class Tray {
    /** Faults in one transaction. */
    static final int HANDFUL = 500;

    private final FaultStore store;
    private final AcsId acs;
    private final Instant at;
    private final boolean knownOnly;
    private final int most;
    private final List<AcsFault> faults = new ArrayList<>();
    private int listed;
    private int kept;
    private int came;

    /**
     * An empty one.
     *
     * @param at when the listing began
     * @param knownOnly whether faults of devices that are not stored are left out
     * @param most that a listing may bring
     */
    Tray(FaultStore store, AcsId acs, Instant at, boolean knownOnly, int most) {
        this.store = store;
        this.acs = acs;
        this.at = at;
        this.knownOnly = knownOnly;
        this.most = most;
    }

    AcsId acs() {
        return acs;
    }

    /** Takes one; what says neither whose it is nor where it arose is none. */
    void put(AcsFault fault) {
        if (fault.genieacsId().isEmpty() || fault.channel().isEmpty()) {
            return;
        }
        if (++listed > most) {
            throw new IllegalStateException("It holds more than " + most + " faults; the newest are not kept.");
        }
        faults.add(Masked.of(fault));
        if (faults.size() == HANDFUL) {
            handOver();
        }
    }

    private void handOver() {
        if (faults.isEmpty()) {
            return;
        }
        Handful handful = new Handful(acs, at, knownOnly, faults);
        faults.clear();
        Kept done = store.keep(handful);
        kept += done.kept();
        came += done.came();
    }

    /** The listing came whole: what it was without is gone. */
    FaultListing whole() {
        handOver();
        int gone = store.gone(acs, at);
        return new FaultListing(acs, kept, came, gone, Optional.empty());
    }

    /** The listing broke: what came of it is kept, and nothing is gone. */
    FaultListing broken(String reason) {
        handOver();
        return new FaultListing(acs, kept, came, 0, Optional.of(reason));
    }
}
