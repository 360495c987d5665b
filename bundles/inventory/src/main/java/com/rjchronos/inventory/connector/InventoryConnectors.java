package com.rjchronos.inventory.connector;

import com.rjchronos.api.Connectors;
import com.rjchronos.inventory.connector.Swap.Subject;
import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Permission;
import com.rjchronos.model.connector.ConnectorRelease;
import com.rjchronos.model.connector.ConnectorStatus;
import com.rjchronos.model.connector.ConnectorStatus.State;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.problem.ProblemKind;
import com.rjchronos.port.ConnectorStore;
import com.rjchronos.port.DeviceStore;
import com.rjchronos.port.DeviceStore.Bound;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The connectors that are here, those that are installed to no avail, and those that devices wait for. */
@Component
public final class InventoryConnectors implements Connectors {
    private static final Bound NONE = new Bound(0, 0);

    private final ConnectorDesk desk;
    private final Supplier<List<BundleRoll.Absent>> absent;
    private final DeviceStore store;
    private final ConnectorStore told;
    private final Clock clock;

    @Activate
    public InventoryConnectors(
            @Reference ConnectorDesk desk,
            @Reference BundleRoll roll,
            @Reference DeviceStore store,
            @Reference ConnectorStore told) {
        this(desk, roll::absent, store, told, Clock.systemUTC());
    }

    InventoryConnectors(
            ConnectorDesk desk,
            Supplier<List<BundleRoll.Absent>> absent,
            DeviceStore store,
            ConnectorStore told,
            Clock clock) {
        this.desk = desk;
        this.absent = absent;
        this.store = store;
        this.told = told;
        this.clock = clock;
    }

    @Override
    public List<ConnectorStatus> list(Caller caller) {
        caller.require(Permission.CONNECTORS_READ);
        Map<String, Bound> bound = new HashMap<>(store.bound());
        List<ConnectorStatus> list = new ArrayList<>();
        for (InstalledConnector connector : desk.connectors()) {
            // of two versions of one connector the devices are counted once, with the higher
            list.add(here(connector, standsBehind(connector), take(bound, connector.name())));
        }
        desk.refused()
                .forEach(r -> list.add(
                        outside(r.who(), State.REFUSED, take(bound, r.who().connector()), r.reason())));
        absent.get()
                .forEach(a ->
                        list.add(outside(a.who(), a.state(), take(bound, a.who().connector()), a.reason())));
        bound.forEach((name, devices) -> list.add(away(name, devices)));
        list.sort(Comparator.comparing(ConnectorStatus::name));
        return list;
    }

    @Override
    public ConnectorRelease release(Caller caller, String name, boolean devices) {
        caller.require(Permission.CONNECTORS_MANAGE);
        boolean here = desk.connectors().stream().anyMatch(c -> c.name().equals(name));
        if (here && devices) {
            throw Problem.of(ProblemKind.CONFLICT, "Connector " + name + " is here and reads its devices itself.")
                    .thrown();
        }
        if (here) {
            return new ConnectorRelease(name, desk.release(caller, name), 0);
        }
        long waiting = known(name);
        return new ConnectorRelease(name, false, devices && waiting > 0 ? unbind(caller, name, waiting) : 0);
    }

    /** How many devices are bound to a connector that is not here. */
    private long known(String name) {
        Optional<Bound> bound = Optional.ofNullable(store.bound().get(name));
        if (bound.isEmpty() && told.told().stream().noneMatch(t -> t.connector().equals(name))) {
            throw Problem.notFound("connector", name).thrown();
        }
        return bound.map(Bound::devices).orElse(0L);
    }

    private long unbind(Caller caller, String name, long waiting) {
        AuditEntry entry = AuditEntry.info(
                caller,
                "connector.devices_released",
                "The devices of connector " + name + ", which is away, were released.",
                Map.of("connector", name, "devices", Long.toString(waiting)));
        long taken =
                store.unbind(name, "Released from connector " + name + "; it is not read yet.", entry, clock.instant());
        desk.readNobodys();
        return taken;
    }

    private static Bound take(Map<String, Bound> bound, String name) {
        return Optional.ofNullable(bound.remove(name)).orElse(NONE);
    }

    /** What there is to say of one of which a higher version is in service, too. */
    private Optional<String> standsBehind(InstalledConnector connector) {
        return desk.connectors().stream()
                .takeWhile(other -> other != connector)
                .filter(other -> other.name().equals(connector.name()) && !other.quarantined())
                .findFirst()
                .map(other -> "Version " + other.version() + " of it is here, too, and comes first.");
    }

    private static ConnectorStatus here(InstalledConnector connector, Optional<String> behind, Bound bound) {
        return new ConnectorStatus(
                connector.name(),
                connector.bundle(),
                connector.version().toString(),
                connector.quarantined() ? State.QUARANTINED : State.ACTIVE,
                connector.claims().spoken(),
                connector.reads(),
                bound.devices(),
                connector.failures(),
                bound.parked(),
                connector
                        .quarantinedBecause()
                        .or(connector::firstFailure)
                        .or(() -> behind)
                        .orElse(""));
    }

    private static ConnectorStatus outside(Subject who, State state, Bound bound, String reason) {
        return new ConnectorStatus(
                who.connector(),
                who.bundle(),
                who.version(),
                state,
                Map.of(),
                List.of(),
                bound.devices(),
                0,
                bound.parked(),
                reason);
    }

    private static ConnectorStatus away(String name, Bound bound) {
        return new ConnectorStatus(
                name,
                "",
                "",
                State.AWAY,
                Map.of(),
                List.of(),
                bound.devices(),
                0,
                bound.parked(),
                "No connector of this name is here; its devices keep their facts and wait.");
    }
}
