package com.rjchronos.inventory.acs;

import com.rjchronos.api.AcsSetups;
import com.rjchronos.inventory.connector.ConnectorDesk;
import com.rjchronos.inventory.connector.InstalledConnector;
import com.rjchronos.inventory.sweep.AcsRoster;
import com.rjchronos.model.acs.AcsFinding;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.acs.AcsSetupDiff;
import com.rjchronos.model.acs.AcsSetupDiff.Change;
import com.rjchronos.model.acs.AcsSetupDiff.Kind;
import com.rjchronos.model.acs.AcsSetupTerms;
import com.rjchronos.model.acs.AcsStatus;
import com.rjchronos.model.audit.AuditEntry.Outcome;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Permission;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.problem.ProblemKind;
import com.rjchronos.port.AcsGateway;
import com.rjchronos.port.AcsSetup;
import com.rjchronos.port.AuditStore;
import com.rjchronos.port.DeviceStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sets ACSs up for what the connectors in service read, one at a time. */
@Component
public final class InventoryAcsSetups implements AcsSetups {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final AcsRoster roster;
    private final ConnectorDesk desk;
    private final DeviceStore devices;
    private final AuditStore trail;
    private final Clock clock;

    @Activate
    public InventoryAcsSetups(
            @Reference AcsRoster roster,
            @Reference ConnectorDesk desk,
            @Reference DeviceStore devices,
            @Reference AuditStore trail) {
        this(roster, desk, devices, trail, Clock.systemUTC());
    }

    InventoryAcsSetups(AcsRoster roster, ConnectorDesk desk, DeviceStore devices, AuditStore trail, Clock clock) {
        this.roster = roster;
        this.desk = desk;
        this.devices = devices;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public List<AcsStatus> list(Caller caller) {
        caller.require(Permission.ACS_READ);
        return roster.gateways().stream()
                .map(g -> new AcsStatus(g.health(), g.fleet().scope()))
                .toList();
    }

    @Override
    public AcsSetupDiff diff(Caller caller, AcsId acs) {
        caller.require(Permission.ACS_READ);
        return diff(gateway(acs));
    }

    @Override
    public synchronized AcsSetupDiff apply(Caller caller, AcsId acs, AcsSetupTerms terms) {
        caller.require(Permission.ACS_MANAGE);
        AcsGateway gateway = gateway(acs);
        Set<String> here = connectors();
        AcsSetupDiff diff = diff(gateway);
        here.retainAll(connectors()); // one that came or went meanwhile may be missing in the diff
        if (!terms.shown().isEmpty() && !terms.shown().contains(diff.fingerprint())) {
            throw Problem.of(ProblemKind.PRECONDITION_FAILED, "What is to be changed is not what was shown.")
                    .thrown();
        }
        if (diff.nothingToDo()) {
            return diff;
        }
        if (!terms.force()) {
            requireConnectors(acs, here);
        }
        // first, for the ACS takes no part in our transactions: no trail, no change
        trail.append(SetupStory.of(caller, diff, Outcome.PENDING, Optional.empty()), clock.instant());
        try {
            diff.changes().forEach(change -> put(gateway.setup(), change));
            readBack(gateway);
        } catch (RuntimeException e) {
            trail.append(SetupStory.of(caller, diff, Outcome.ERROR, Optional.of(e.getMessage())), clock.instant());
            throw e;
        }
        trail.append(SetupStory.of(caller, diff, Outcome.SUCCESS, Optional.empty()), clock.instant());
        return diff;
    }

    @Override
    public List<AcsFinding> check(Caller caller, AcsId acs) {
        caller.require(Permission.ACS_READ);
        AcsGateway gateway = gateway(acs);
        return new Checkup(gateway, desk, clock, () -> diff(gateway)).findings();
    }

    private Set<String> connectors() {
        return desk.connectors().stream().map(InstalledConnector::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a connector reads that is away, if only for a moment, would be taken out of what is kept fresh. */
    private void requireConnectors(AcsId acs, Set<String> here) {
        Set<String> away = devices.bound().keySet().stream()
                .filter(name -> !here.contains(name))
                .filter(name -> !devices.boundTo(acs, name, Optional.empty(), 1).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!away.isEmpty()) {
            throw Problem.of(
                            ProblemKind.CONFLICT,
                            "Devices are bound to connectors that are away (" + String.join(", ", away)
                                    + "): the setup would leave out what they read. Wait for them, release their"
                                    + " devices, or force it.")
                    .thrown();
        }
    }

    private AcsGateway gateway(AcsId acs) {
        return roster.gateway(acs)
                .orElseThrow(() -> Problem.notFound("ACS in service named", acs).thrown());
    }

    private AcsSetupDiff diff(AcsGateway gateway) {
        Refresh wanted = Refresh.of(
                desk.isEmpty() ? Set.of() : desk.projection(), gateway.fleet().scope());
        List<Change> changes = new ArrayList<>(); // the provision first: a preset may only name one that is there
        change(Kind.PROVISION, gateway.setup().provisions().get(Refresh.NAME), wanted.script())
                .ifPresent(changes::add);
        change(Kind.PRESET, gateway.setup().presets().get(Refresh.NAME), wanted.preset())
                .ifPresent(changes::add);
        return new AcsSetupDiff(gateway.acs(), changes);
    }

    private static Optional<Change> change(Kind kind, String before, String after) {
        return after.equals(before)
                ? Optional.empty()
                : Optional.of(new Change(kind, Refresh.NAME, Optional.ofNullable(before), after));
    }

    private static void put(AcsSetup setup, Change change) {
        switch (change.kind()) {
            case PROVISION -> setup.putProvision(change.name(), change.after());
            case PRESET -> setup.putPreset(change.name(), change.after());
        }
    }

    private void readBack(AcsGateway gateway) {
        if (!diff(gateway).nothingToDo()) {
            throw Problem.unavailable(
                            "ACS " + gateway.acs()
                                    + " took the setup but reads back something else: somebody changes it at"
                                    + " the same time, or connectors came or went meanwhile.",
                            SOON)
                    .thrown();
        }
    }
}
