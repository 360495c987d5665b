package com.rjchronos.inventory.sweep;

import com.rjchronos.inventory.connector.ConnectorDesk;
import com.rjchronos.inventory.connector.InstalledConnector;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.sweep.Sweep;
import com.rjchronos.model.sweep.SweepOutcome;
import com.rjchronos.port.AcsGateway;
import com.rjchronos.port.DeviceStore;
import com.rjchronos.port.DeviceStore.Known;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the devices of a connector that came, or that stays when another version of it went, by their ids and in handfuls. */
final class Rereading {
    /** Ids in one question. */
    static final int CHUNK = 200;

    /** The store's name for whom devices are bound to that nobody could read. */
    private static final String NOBODY = "";

    /** Needs no look at what is stored. */
    private static final Wanted EVERY =
            devices -> devices.stream().map(d -> d.identity().genieacsId()).collect(Collectors.toSet());

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final SweepRunner runner;
    private final ConnectorDesk desk;
    private final DeviceStore store;

    Rereading(SweepRunner runner, ConnectorDesk desk, DeviceStore store) {
        this.runner = runner;
        this.desk = desk;
        this.store = store;
    }

    /** Which of some devices are to be read. */
    private interface Wanted {
        /** Their GenieACS ids. */
        Set<String> among(List<DeviceReading> devices);
    }

    /** Which devices may have to be read by the connector. */
    enum Reach {
        /** Those that wait for it. */
        WAITING,
        /** All that are its: it may be another version. */
        ITS_OWN,
        /** These, and those of others that it claims more tellingly than they do. */
        ALL_IT_CLAIMS
    }

    /**
     * Reads what is the connector's: devices bound to it, those that nobody could read so far, and those that a fallback serves
     * although it claims them. What objects a device has is not stored: whom a newcomer claims by those alone it finds among all
     * of a fallback's, but another vendor's it reads when they inform.
     *
     * @return whether all came whole
     */
    boolean of(InstalledConnector connector, Reach reach, AcsGateway gateway) {
        Map<String, DeviceStore.Bound> bound = store.bound();
        DeviceStore.Bound own = bound.get(connector.name());
        boolean whole = own == null
                || reach == Reach.WAITING && own.parked() == 0
                || select(gateway, connector, connector.name(), EVERY);
        whole &= select(gateway, connector, NOBODY, EVERY);
        if (connector.fallback()) {
            return whole;
        }
        for (InstalledConnector other : others(connector, reach)) {
            if (bound.containsKey(other.name())) {
                whole &= select(gateway, connector, other.name(), wanted(connector, other, reach));
            }
        }
        return whole;
    }

    /** One version of each of the others whose devices may be the connector's now. */
    private Collection<InstalledConnector> others(InstalledConnector connector, Reach reach) {
        Map<String, InstalledConnector> others = new LinkedHashMap<>();
        desk.connectors().stream()
                .filter(c -> c.fallback() || reach == Reach.ALL_IT_CLAIMS)
                .filter(c -> !c.name().equals(connector.name()))
                .forEach(c -> others.putIfAbsent(c.name(), c));
        return others.values();
    }

    private Wanted wanted(InstalledConnector connector, InstalledConnector other, Reach reach) {
        boolean byObjects = !connector.claims().objects().isEmpty();
        return other.fallback() && byObjects && reach == Reach.ALL_IT_CLAIMS
                ? EVERY
                : devices -> desk.taken(connector, other, devices);
    }

    private boolean select(AcsGateway gateway, InstalledConnector connector, String owner, Wanted wanted) {
        Optional<String> after = Optional.empty();
        List<String> ids = new ArrayList<>();
        while (true) {
            List<String> page = store.boundTo(gateway.acs(), owner, after, CHUNK);
            ids.addAll(wanted == EVERY ? page : wanted(gateway, page, wanted));
            boolean end = page.size() < CHUNK;
            while (ids.size() >= CHUNK || end && !ids.isEmpty()) {
                List<String> chunk = ids.subList(0, Math.min(CHUNK, ids.size()));
                if (!selected(gateway, connector, List.copyOf(chunk))) {
                    return false;
                }
                chunk.clear();
            }
            if (end) {
                return true;
            }
            after = Optional.of(page.get(page.size() - 1));
        }
    }

    private boolean selected(AcsGateway gateway, InstalledConnector connector, List<String> ids) {
        Optional<Sweep> sweep = runner.select(gateway, ids, "connector " + connector + " came", PATIENCE);
        return sweep.filter(s -> s.outcome() == SweepOutcome.COMPLETE).isPresent();
    }

    private List<String> wanted(AcsGateway gateway, List<String> ids, Wanted wanted) {
        if (ids.isEmpty()) {
            return ids;
        }
        Map<String, Known> known = store.known(gateway.acs(), ids);
        Set<String> found =
                wanted.among(known.values().stream().map(Known::reading).toList());
        return ids.stream().filter(found::contains).toList();
    }
}
