package com.rjchronos.inventory.sweep;

import com.rjchronos.api.Sweeps;
import com.rjchronos.inventory.connector.ConnectorDesk;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.model.caller.Permission;
import com.rjchronos.model.page.Page;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.sweep.Sweep;
import com.rjchronos.model.sweep.SweepKind;
import com.rjchronos.model.sweep.SweepQuery;
import com.rjchronos.port.AcsGateway;
import com.rjchronos.port.SweepStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sweeps over all ACSs in service, side by side. */
@Component
public final class FleetSweeps implements Sweeps {
    private static final Logger LOG = LoggerFactory.getLogger(FleetSweeps.class);

    private final AcsRoster roster;
    private final SweepRunner runner;
    private final Assessor assessor;
    private final ConnectorDesk desk;
    private final Restraint restraint;
    private final SweepStore store;

    @Activate
    public FleetSweeps(
            @Reference AcsRoster roster,
            @Reference SweepRunner runner,
            @Reference Assessor assessor,
            @Reference ConnectorDesk desk,
            @Reference Restraint restraint,
            @Reference SweepStore store) {
        this.roster = roster;
        this.runner = runner;
        this.assessor = assessor;
        this.desk = desk;
        this.restraint = restraint;
        this.store = store;
    }

    @Override
    public List<Sweep> run(Caller caller, SweepKind kind) {
        caller.require(Permission.SWEEPS_RUN);
        if (kind == SweepKind.SELECTED) {
            throw Problem.invalid("kind", "must be full, incremental or new").thrown();
        }
        if (desk.isEmpty()) {
            LOG.debug("No sweep: no connector is installed yet. kind={}", kind);
            return List.of();
        }
        String reason = "asked by " + caller.actor().name();
        List<AcsGateway> gateways = roster.gateways().stream()
                .filter(g -> worthwhile(g, kind))
                .filter(g -> caller.origin() != Origin.SCHEDULE || timely(g, kind))
                .toList();
        if (gateways.size() == 1) {
            return runner.sweep(gateways.get(0), kind, reason).stream().toList();
        }
        return sideBySide(gateways, kind, reason);
    }

    @Override
    public Page<Sweep> page(Caller caller, SweepQuery query) {
        caller.require(Permission.SWEEPS_READ);
        return store.page(query);
    }

    @Override
    public int reassess(Caller caller) {
        caller.require(Permission.SWEEPS_RUN);
        return assessor.known().stream().mapToInt(assessor::betweenSweeps).sum();
    }

    /**
     * The look for new devices, every half minute, leaves no row of failure while its ACS is known to be away; one in maintenance is left
     * alone.
     */
    private static boolean worthwhile(AcsGateway gateway, SweepKind kind) {
        return switch (gateway.health().state()) {
            case UNKNOWN, REACHABLE -> true;
            case UNREACHABLE -> kind != SweepKind.NEW;
            case MAINTENANCE -> false;
        };
    }

    /** The clock's sweeps come less often while the ACS answers late; but no device becomes unknown for that, and the full one is rare. */
    private boolean timely(AcsGateway gateway, SweepKind kind) {
        return switch (kind) {
            case NEW -> restraint.lets(gateway, kind.code());
            case INCREMENTAL ->
                restraint.lets(gateway, kind.code())
                        || !assessor.mayWait(Optional.ofNullable(runner.last().get(gateway.acs())));
            case FULL, SELECTED -> true;
        };
    }

    private List<Sweep> sideBySide(List<AcsGateway> gateways, SweepKind kind, String reason) {
        List<CompletableFuture<Optional<Sweep>>> sweeps = gateways.stream()
                .map(g -> CompletableFuture.supplyAsync(() -> runner.sweep(g, kind, reason), FleetSweeps::thread))
                .toList();
        try {
            return sweeps.stream()
                    .map(CompletableFuture::join)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static void thread(Runnable sweep) {
        Thread thread = new Thread(sweep, "sweep");
        thread.setDaemon(true);
        thread.start();
    }
}
