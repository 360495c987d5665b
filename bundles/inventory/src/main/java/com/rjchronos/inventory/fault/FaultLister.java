package com.rjchronos.inventory.fault;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.acs.AcsScope;
import com.rjchronos.model.fault.FaultListing;
import com.rjchronos.port.AcsGateway;
import com.rjchronos.port.FaultStore;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists the faults of one ACS at a time, never twice at once; a failure that repeats is said once. */
final class FaultLister {
    private static final Logger LOG = LoggerFactory.getLogger(FaultLister.class);

    /** That one ACS may hold; more than every second device of a large fleet. */
    private static final int MOST = 100_000;

    private final FaultStore store;
    private final Clock clock;
    private final int most;
    private final Set<AcsId> underWay = ConcurrentHashMap.newKeySet();
    private final Map<AcsId, String> failures = new ConcurrentHashMap<>();

    FaultLister(FaultStore store, Clock clock) {
        this(store, clock, MOST);
    }

    FaultLister(FaultStore store, Clock clock, int most) {
        this.store = store;
        this.clock = clock;
        this.most = most;
    }

    /** Lists them, unless that is under way; never throws. */
    Optional<FaultListing> list(AcsGateway gateway) {
        if (!underWay.add(gateway.acs())) {
            return Optional.empty();
        }
        try {
            FaultListing listing = listed(gateway);
            log(listing);
            return Optional.of(listing);
        } finally {
            underWay.remove(gateway.acs());
        }
    }

    /** The ACS cannot be asked for the faults of a scope; what it brings of devices that no sweep brought is not ours. */
    private FaultListing listed(AcsGateway gateway) {
        boolean knownOnly = !gateway.fleet().scope().equals(AcsScope.ALL);
        Tray tray = new Tray(store, gateway.acs(), clock.instant(), knownOnly, most);
        try {
            gateway.faults().sweep(Optional.empty(), tray::put);
            return tray.whole();
        } catch (RuntimeException e) {
            return broken(tray, e);
        }
    }

    private static FaultListing broken(Tray tray, RuntimeException e) {
        String reason = String.valueOf(e.getMessage());
        try {
            return tray.broken(reason);
        } catch (RuntimeException again) { // it is the store that fails; the tray is empty now
            LOG.debug("What came of a broken listing cannot be kept. acs={}", tray.acs(), again);
            return tray.broken(reason);
        }
    }

    private void log(FaultListing listing) {
        AcsId acs = listing.acs();
        if (listing.brokenBecause().isPresent()) {
            String reason = listing.brokenBecause().get();
            if (!reason.equals(failures.put(acs, reason))) {
                LOG.warn("Faults are not read; it is tried again. acs={} detail=\"{}\"", acs, reason);
            }
            return;
        }
        if (failures.remove(acs) != null) {
            LOG.info("Faults are read again. acs={}", acs);
        }
        if (listing.came() + listing.gone() > 0) {
            LOG.info(
                    "Faults listed. acs={} there={} came={} gone={}",
                    acs,
                    listing.kept(),
                    listing.came(),
                    listing.gone());
        }
    }
}
