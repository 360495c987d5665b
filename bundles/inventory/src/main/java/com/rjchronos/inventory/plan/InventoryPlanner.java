package com.rjchronos.inventory.plan;

import com.rjchronos.api.Planner;
import com.rjchronos.inventory.connector.ConnectorDesk;
import com.rjchronos.inventory.connector.Drafted;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Permission;
import com.rjchronos.model.device.Device;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.intent.Capability;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.DeviceIntent.Kind;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.port.DeviceStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Plans by what is stored of a device, through the desk where its connector is. */
@Component
public final class InventoryPlanner implements Planner {
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final ConnectorDesk desk;
    private final DeviceStore store;

    @Activate
    public InventoryPlanner(@Reference ConnectorDesk desk, @Reference DeviceStore store) {
        this.desk = desk;
        this.store = store;
    }

    @Override
    public Plan plan(Caller caller, DeviceId id, DeviceIntent intent) {
        caller.require(Permission.DEVICES_READ); // a plan changes nothing
        Device device = device(id);
        Drafted drafted = desk.plan(device.reading(), device.connector(), List.of(intent));
        if (drafted instanceof Drafted.Nobody nobody) {
            throw Problem.unavailable(nobody.reason(), RETRY).thrown();
        }
        return ((Drafted.Plans) drafted).plans().get(0);
    }

    @Override
    public List<Capability> capabilities(Caller caller, DeviceId id) {
        caller.require(Permission.DEVICES_READ);
        Device device = device(id);
        List<DeviceIntent> probes = Arrays.stream(Kind.values())
                .flatMap(kind -> Probes.of(kind, device.reading()).stream())
                .toList();
        Drafted drafted = desk.plan(device.reading(), device.connector(), probes);
        if (drafted instanceof Drafted.Nobody nobody) {
            return Arrays.stream(Kind.values())
                    .map(kind -> Capability.unsupported(kind, nobody.reason()))
                    .toList();
        }
        List<Plan> plans = ((Drafted.Plans) drafted).plans();
        return Arrays.stream(Kind.values())
                .map(kind -> capability(kind, of(kind, probes, plans)))
                .toList();
    }

    private Device device(DeviceId id) {
        return store.find(id).orElseThrow(() -> Problem.notFound("device", id).thrown());
    }

    private static List<Plan> of(Kind kind, List<DeviceIntent> probes, List<Plan> plans) {
        List<Plan> some = new ArrayList<>();
        for (int i = 0; i < probes.size(); i++) {
            if (probes.get(i).kind() == kind) {
                some.add(plans.get(i));
            }
        }
        return some;
    }

    /** Of several plans that are unsupported the first one's reason counts. */
    private static Capability capability(Kind kind, List<Plan> plans) {
        return plans.stream().anyMatch(Plan.Calls.class::isInstance)
                ? Capability.supported(kind)
                : Capability.unsupported(kind, ((Plan.Unsupported) plans.get(0)).reason());
    }
}
