package com.rjchronos.api;

import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.device.Device;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.device.DeviceQuery;
import com.rjchronos.model.device.FleetMetrics;
import com.rjchronos.model.page.Page;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The devices as the appliance keeps them. */
@ProviderType
public interface Devices {

    /** One, with all that is known of it. */
    Optional<Device> find(Caller caller, DeviceId id);

    /** Those of a list, without who is in the customers' networks. */
    Page<Device> page(Caller caller, DeviceQuery query);

    FleetMetrics metrics(Caller caller);
}
