package com.rjchronos.inventory.device;

import com.rjchronos.api.Devices;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Permission;
import com.rjchronos.model.device.Device;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.device.DeviceQuery;
import com.rjchronos.model.device.FleetMetrics;
import com.rjchronos.model.page.Page;
import com.rjchronos.port.DeviceStore;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The stored devices, for those who may see them. */
@Component
public final class InventoryDevices implements Devices {
    private final DeviceStore store;

    @Activate
    public InventoryDevices(@Reference DeviceStore store) {
        this.store = store;
    }

    @Override
    public Optional<Device> find(Caller caller, DeviceId id) {
        caller.require(Permission.DEVICES_READ);
        return store.find(id);
    }

    @Override
    public Page<Device> page(Caller caller, DeviceQuery query) {
        caller.require(Permission.DEVICES_READ);
        return store.page(query);
    }

    @Override
    public FleetMetrics metrics(Caller caller) {
        caller.require(Permission.DASHBOARD_READ);
        return store.metrics();
    }
}
