package com.rjchronos.inventory.connector;

import com.rjchronos.api.Connectors;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Permission;
import com.rjchronos.model.connector.ConnectorStatus;
import com.rjchronos.port.DeviceStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The connectors that are here, and those that devices wait for. */
@Component
public final class InventoryConnectors implements Connectors {
    private static final DeviceStore.Bound NONE = new DeviceStore.Bound(0, 0);

    private final ConnectorDesk desk;
    private final DeviceStore store;

    @Activate
    public InventoryConnectors(@Reference ConnectorDesk desk, @Reference DeviceStore store) {
        this.desk = desk;
        this.store = store;
    }

    @Override
    public List<ConnectorStatus> list(Caller caller) {
        caller.require(Permission.CONNECTORS_READ);
        Map<String, DeviceStore.Bound> bound = new HashMap<>(store.bound());
        Set<String> seen = new HashSet<>();
        List<ConnectorStatus> list = new ArrayList<>();
        for (InstalledConnector connector : desk.connectors()) {
            // of two versions of one connector the devices are counted once, with the higher
            DeviceStore.Bound devices = seen.add(connector.name()) ? bound.getOrDefault(connector.name(), NONE) : NONE;
            list.add(here(connector, devices));
        }
        bound.keySet().removeAll(seen);
        bound.forEach((name, devices) -> list.add(away(name, devices)));
        list.sort(Comparator.comparing(ConnectorStatus::name));
        return list;
    }

    private static ConnectorStatus here(InstalledConnector connector, DeviceStore.Bound bound) {
        return new ConnectorStatus(
                connector.name(),
                connector.bundle(),
                connector.version().toString(),
                connector.quarantined() ? ConnectorStatus.State.QUARANTINED : ConnectorStatus.State.ACTIVE,
                connector.claims().spoken(),
                connector.reads(),
                bound.devices(),
                connector.failures(),
                bound.parked(),
                connector.quarantinedBecause().or(connector::firstFailure).orElse(""));
    }

    private static ConnectorStatus away(String name, DeviceStore.Bound bound) {
        return new ConnectorStatus(
                name,
                "",
                "",
                ConnectorStatus.State.AWAY,
                Map.of(),
                List.of(),
                bound.devices(),
                0,
                bound.parked(),
                "It is not installed; its devices keep their facts and wait.");
    }
}
