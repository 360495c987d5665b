package com.rjchronos.inventory.fake;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.spi.VendorConnector;
import java.util.function.BiFunction;

/** A connector that plans as a test says. */
public record PlanningConnector(BiFunction<DeviceReading, DeviceIntent, Plan> planner) implements VendorConnector {

    @Override
    public DeviceReading read(DeviceDocument document) {
        return DeviceReading.of(document);
    }

    @Override
    public Plan plan(DeviceReading device, DeviceIntent intent) {
        return planner.apply(device, intent);
    }
}
