package com.rjchronos.inventory.sweep;

import com.rjchronos.inventory.connector.ConnectorDesk;
import com.rjchronos.inventory.fake.Documents;
import com.rjchronos.inventory.fake.MemoryDeviceStore;
import com.rjchronos.inventory.fake.MemorySweepStore;
import com.rjchronos.inventory.fake.ScriptedGateway;
import com.rjchronos.inventory.fake.TestClock;
import com.rjchronos.inventory.settings.InventorySettings;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.sweep.SweepKind;
import com.rjchronos.model.sweep.SweepQuestion;
import com.rjchronos.model.sweep.SweepReport;
import com.rjchronos.port.DeviceStore.Known;
import com.rjchronos.spi.VendorConnector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Version;

/** All that sweeps need, over one ACS that answers whole, with {@code generic} as the only connector. */
final class SweepHouse {
    static final Caller CLOCK = Caller.system("clock", Origin.SCHEDULE);

    final TestClock clock = new TestClock("2026-11-23T12:00:00Z");
    final MemorySweepStore sweepStore = new MemorySweepStore();
    final MemoryDeviceStore deviceStore = new MemoryDeviceStore();
    final ConnectorDesk desk = new ConnectorDesk(Duration.ofSeconds(5));
    final AcsRoster roster = new AcsRoster(indicator -> () -> {}, clock);
    final Restraint restraint = Restraint.of(4);
    final ScriptedGateway gateway = new ScriptedGateway(Documents.MAIN, clock.instant());
    private final Assessor assessor = new Assessor(
            roster,
            sweepStore,
            deviceStore,
            new InventorySettings(Duration.ofSeconds(5), Duration.ofMinutes(15), Duration.ofMinutes(10)),
            clock);
    final SweepRunner runner = new SweepRunner(sweepStore, desk, assessor, clock);
    final FleetSweeps sweeps = new FleetSweeps(roster, runner, assessor, desk, restraint, sweepStore);
    private final Returns returns =
            new Returns(roster, runner, desk, new Rereading(runner, desk, deviceStore), clock, Runnable::run);

    SweepHouse() {
        arrive("generic", "1.0.0", Map.of());
        roster.join(gateway);
        gateway.answer = question -> SweepReport.whole(Optional.of(clock.instant()));
    }

    /** What the start brings: the first sweep, and what it owes. */
    SweepHouse started() {
        settle();
        gateway.asked.clear();
        return this;
    }

    VendorConnector arrive(String name, String version, Map<String, Object> claims) {
        VendorConnector connector = new VendorConnector() { // a lambda would be the same each time
                    @Override
                    public DeviceReading read(DeviceDocument document) {
                        return DeviceReading.of(document);
                    }
                };
        desk.arrive("com.x." + name, new Version(version), claims, connector);
        return connector;
    }

    /** What the thread of {@link Returns} does: connectors come, then it is calm. Returns the ids it had read since. */
    List<String> settle() {
        int before = gateway.asked.size();
        try {
            returns.look(desk.awaitArrivals(Duration.ZERO));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        returns.look(List.of());
        List<String> read = new ArrayList<>();
        gateway.asked.stream()
                .skip(before)
                .filter(question -> question.kind() == SweepKind.SELECTED)
                .map(SweepQuestion::genieacsIds)
                .forEach(read::addAll);
        return read;
    }

    void known(Documents document, String connector) {
        DeviceReading reading = DeviceReading.of(document.build());
        deviceStore.devices.put(
                reading.identity().genieacsId(),
                new Known(
                        new DeviceId(deviceStore.devices.size() + 1),
                        reading,
                        DeviceStatus.ONLINE,
                        Optional.of(connector),
                        Optional.empty()));
    }
}
