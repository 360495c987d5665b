package com.rjchronos.inventory.sweep;

import com.rjchronos.inventory.connector.ConnectorDesk;
import com.rjchronos.inventory.connector.InstalledConnector;
import com.rjchronos.model.sweep.Sweep;
import com.rjchronos.model.sweep.SweepOutcome;
import com.rjchronos.port.AcsGateway;
import com.rjchronos.port.DeviceStore;
import com.rjchronos.port.DeviceStore.Known;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the devices of a connector that came, by their ids and in handfuls. */
final class Rereading {
    /** Ids in one question. */
    static final int CHUNK = 200;

    /** The store's name for whom devices are bound to that nobody could read. */
    private static final String NOBODY = "";

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final SweepRunner runner;
    private final ConnectorDesk desk;
    private final DeviceStore store;

    Rereading(SweepRunner runner, ConnectorDesk desk, DeviceStore store) {
        this.runner = runner;
        this.desk = desk;
        this.store = store;
    }

    /**
     * Reads what is the connector's: devices bound to it, those that nobody could read so far, and those that a fallback serves
     * although it claims them.
     *
     * @param all also those that do not wait for it: it may be another version
     * @return whether all came whole
     */
    boolean of(InstalledConnector connector, boolean all, AcsGateway gateway) {
        Map<String, DeviceStore.Bound> bound = store.bound();
        DeviceStore.Bound own = bound.get(connector.name());
        boolean whole = own == null || !all && own.parked() == 0 || select(gateway, connector, connector.name(), false);
        whole &= select(gateway, connector, NOBODY, false);
        if (connector.fallback()) {
            return whole;
        }
        return desk.connectors().stream()
                .filter(InstalledConnector::fallback)
                .map(InstalledConnector::name)
                .distinct()
                .filter(bound::containsKey)
                .map(fallback -> select(gateway, connector, fallback, true))
                .reduce(whole, Boolean::logicalAnd);
    }

    private boolean select(AcsGateway gateway, InstalledConnector connector, String owner, boolean onlyClaimed) {
        Optional<String> after = Optional.empty();
        List<String> ids = new ArrayList<>();
        while (true) {
            List<String> page = store.boundTo(gateway.acs(), owner, after, CHUNK);
            ids.addAll(onlyClaimed ? claimed(connector, gateway, page) : page);
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

    private List<String> claimed(InstalledConnector connector, AcsGateway gateway, List<String> ids) {
        Map<String, Known> known = ids.isEmpty() ? Map.of() : store.known(gateway.acs(), ids);
        return ids.stream()
                .filter(id -> Optional.ofNullable(known.get(id))
                        .map(Known::reading)
                        .filter(r -> connector.claims().rank(r.identity(), r.model()) > 0)
                        .isPresent())
                .toList();
    }
}
