package com.rjchronos.inventory.fault;

import com.rjchronos.api.Faults;
import com.rjchronos.inventory.sweep.AcsRoster;
import com.rjchronos.inventory.sweep.Restraint;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.model.caller.Permission;
import com.rjchronos.model.fault.Fault;
import com.rjchronos.model.fault.FaultListing;
import com.rjchronos.model.fault.FaultQuery;
import com.rjchronos.model.page.Page;
import com.rjchronos.port.AcsGateway;
import com.rjchronos.port.FaultStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The faults of all ACSs in service, listed side by side. */
@Component
public final class FleetFaults implements Faults {
    private final AcsRoster roster;
    private final Restraint restraint;
    private final FaultStore store;
    private final FaultLister lister;

    @Activate
    public FleetFaults(@Reference AcsRoster roster, @Reference Restraint restraint, @Reference FaultStore store) {
        this(roster, restraint, store, new FaultLister(store, Clock.systemUTC()));
    }

    FleetFaults(AcsRoster roster, Restraint restraint, FaultStore store, FaultLister lister) {
        this.roster = roster;
        this.restraint = restraint;
        this.store = store;
        this.lister = lister;
    }

    @Override
    public List<FaultListing> sweep(Caller caller) {
        caller.require(Permission.SWEEPS_RUN);
        List<CompletableFuture<Optional<FaultListing>>> listings = roster.gateways().stream()
                .filter(FleetFaults::answers)
                .filter(g -> caller.origin() != Origin.SCHEDULE || restraint.lets(g, "faults"))
                .map(g -> CompletableFuture.supplyAsync(() -> lister.list(g), FleetFaults::thread))
                .toList();
        return listings.stream()
                .map(CompletableFuture::join)
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean answers(AcsGateway gateway) {
        return switch (gateway.health().state()) {
            case UNKNOWN, REACHABLE -> true;
            case UNREACHABLE, MAINTENANCE -> false;
        };
    }

    @Override
    public Page<Fault> page(Caller caller, FaultQuery query) {
        caller.require(Permission.FAULTS_READ);
        return store.page(query);
    }

    private static void thread(Runnable listing) {
        Thread thread = new Thread(listing, "faults");
        thread.setDaemon(true);
        thread.start();
    }
}
