package com.rjchronos.inventory.sample;

import com.rjchronos.api.Samples;
import com.rjchronos.inventory.connector.ConnectorDesk;
import com.rjchronos.inventory.connector.InstalledConnector;
import com.rjchronos.inventory.sweep.AcsRoster;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Permission;
import com.rjchronos.model.connector.Sample;
import com.rjchronos.model.connector.UnmatchedGroup;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.page.Page;
import com.rjchronos.model.page.PageRequest;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.port.AcsDevices;
import com.rjchronos.port.AcsGateway;
import com.rjchronos.port.DeviceStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks the ACS that a stored device belongs to. */
@Component
public final class InventorySamples implements Samples {
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final int MAX_NAME = 40;

    private static final int LOOKED_AT = 20;

    private final ConnectorDesk desk;
    private final DeviceStore store;
    private final Function<AcsId, Optional<AcsDevices>> devices;
    private final ObjectsSeen objects;

    @Activate
    public InventorySamples(@Reference ConnectorDesk desk, @Reference DeviceStore store, @Reference AcsRoster roster) {
        this(desk, store, acs -> roster.gateway(acs).map(AcsGateway::devices), Clock.systemUTC());
    }

    InventorySamples(
            ConnectorDesk desk, DeviceStore store, Function<AcsId, Optional<AcsDevices>> devices, Clock clock) {
        this.desk = desk;
        this.store = store;
        this.devices = devices;
        this.objects = new ObjectsSeen(devices, clock);
    }

    @Override
    public Sample capture(Caller caller, DeviceId id) {
        caller.require(Permission.CONNECTORS_MANAGE);
        DeviceIdentity identity = store.find(id)
                .orElseThrow(() -> Problem.notFound("device", id).thrown())
                .reading()
                .identity();
        String json = devices.apply(identity.acs())
                .orElseThrow(() -> Problem.unavailable("ACS " + identity.acs() + " is not in service.", RETRY)
                        .thrown())
                .capture(identity.genieacsId())
                .orElseThrow(() -> Problem.notFound("document of device", id).thrown());
        return new Sample(part(identity.manufacturer()) + "-" + part(identity.productClass()), json);
    }

    @Override
    public Page<UnmatchedGroup> unmatched(Caller caller, PageRequest window) {
        caller.require(Permission.CONNECTORS_READ);
        Set<String> fallbacks = desk.connectors().stream()
                .filter(InstalledConnector::fallback)
                .map(InstalledConnector::name)
                .collect(Collectors.toSet());
        Page<UnmatchedGroup> page = store.alike(fallbacks, window);
        List<UnmatchedGroup> groups = new ArrayList<>(page.items());
        List<UnmatchedGroup> first = groups.subList(0, Math.min(LOOKED_AT, groups.size()));
        first.replaceAll(objects::of);
        return new Page<>(groups, page.total());
    }

    private static String part(Optional<String> words) {
        String slug = words.orElse("").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = slug.length() > MAX_NAME ? slug.substring(0, MAX_NAME) : slug;
        String part = cut.replaceAll("^-|-$", "");
        return part.isEmpty() ? "unknown" : part;
    }
}
