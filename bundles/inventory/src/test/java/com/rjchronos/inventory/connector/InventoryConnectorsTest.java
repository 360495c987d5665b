package com.rjchronos.inventory.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.rjchronos.inventory.connector.Swap.Subject;
import com.rjchronos.inventory.fake.Documents;
import com.rjchronos.inventory.fake.MemoryConnectorStore;
import com.rjchronos.inventory.fake.MemoryDeviceStore;
import com.rjchronos.inventory.fake.TestClock;
import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.model.caller.Actor;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.model.connector.ConnectorRelease;
import com.rjchronos.model.connector.ConnectorStatus;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.problem.ProblemException;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.port.ConnectorStore.Standing;
import com.rjchronos.port.ConnectorStore.Told;
import com.rjchronos.port.DeviceStore.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

class InventoryConnectorsTest {
    private static final Caller SYSTEM = Caller.system("test", Origin.SYSTEM);

    private final ConnectorDesk desk = new ConnectorDesk(Duration.ofSeconds(5));
    private final MemoryDeviceStore store = new MemoryDeviceStore();
    private final MemoryConnectorStore told = new MemoryConnectorStore();
    private final List<BundleRoll.Absent> absent = new ArrayList<>();
    private final InventoryConnectors connectors =
            new InventoryConnectors(desk, () -> absent, store, told, new TestClock("2026-11-23T12:00:00Z"));

    @Test
    void showsWhatIsHereAndWhatIsMissed() {
        desk.arrive(
                "com.rjchronos.connectors.zte",
                new Version("0.1.0"),
                Map.of("chronos.speaks.manufacturer", "ZTE.*", "chronos.reads", "InternetGatewayDevice.DeviceInfo"),
                DeviceReading::of);
        device("A", "zte", Optional.empty());
        device("B", "huawei", Optional.of("away"));
        device("C", "huawei", Optional.empty());

        List<ConnectorStatus> list = connectors.list(Caller.system("test", Origin.SYSTEM));

        assertThat(list).extracting(ConnectorStatus::name).containsExactly("huawei", "zte");
        assertThat(list.get(0).state()).isEqualTo(ConnectorStatus.State.AWAY);
        assertThat(list.get(0).devicesServed()).isEqualTo(2);
        assertThat(list.get(0).parkedDocuments()).isEqualTo(1);
        assertThat(list.get(1).state()).isEqualTo(ConnectorStatus.State.ACTIVE);
        assertThat(list.get(1).speaksFor()).isEqualTo(Map.of("manufacturer", List.of("ZTE.*")));
        assertThat(list.get(1).reads()).containsExactly("InternetGatewayDevice.DeviceInfo");
        assertThat(list.get(1).devicesServed()).isEqualTo(1);
    }

    @Test
    void saysOfALowerVersionThatTheHigherComesFirst() {
        desk.arrive("com.x.huawei", new Version("1.0.0"), Map.of(), DeviceReading::of);
        desk.arrive("com.x.huawei", new Version("0.9.0"), Map.of(), document -> DeviceReading.of(document));

        assertThat(connectors.list(SYSTEM))
                .extracting(ConnectorStatus::version, ConnectorStatus::detail)
                .containsExactlyInAnyOrder(
                        tuple("1.0.0", ""), tuple("0.9.0", "Version 1.0.0 of it is here, too, and comes first."));
    }

    @Test
    void asksForThePermission() {
        Caller nobody = new Caller(Actor.system("nobody"), Set.of(), Origin.API, Optional.empty(), "trace");

        assertThatThrownBy(() -> connectors.list(nobody))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("connectors:read");
        assertThatThrownBy(() -> connectors.release(nobody, "huawei", false))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("connectors:manage");
    }

    @Test
    void showsWhatIsInstalledToNoAvailAndWhy() {
        absent.add(new BundleRoll.Absent(
                new Subject("acme", "com.x.acme", "2.0.0", "", ""),
                ConnectorStatus.State.UNRESOLVED,
                "It needs com.rjchronos.spi [2.0.0,3.0.0), the appliance has 1.0.0."));
        desk.arrive(
                "com.x.broken", new Version("1.0.0"), Map.of("chronos.speaks.manufacturer", "("), DeviceReading::of);
        device("A", "acme", Optional.of("away"));

        List<ConnectorStatus> list = connectors.list(SYSTEM);

        assertThat(list)
                .extracting(ConnectorStatus::name, ConnectorStatus::state)
                .containsExactly(
                        tuple("acme", ConnectorStatus.State.UNRESOLVED),
                        tuple("broken", ConnectorStatus.State.REFUSED));
        assertThat(list.get(0).detail()).contains("[2.0.0,3.0.0)");
        assertThat(list.get(0).parkedDocuments()).isEqualTo(1);
        assertThat(list.get(1).detail()).contains("manufacturer is no regular expression");
    }

    @Test
    void releasesAConnectorOnceAndHasItsDevicesReadAgain() throws Exception {
        desk.arrive("com.x.huawei", new Version("1.0.0"), Map.of(), DeviceReading::of);
        InstalledConnector huawei = desk.awaitArrivals(Duration.ofSeconds(1)).get(0);
        huawei.quarantine("It hung.");

        assertThat(connectors.release(SYSTEM, "huawei", false)).isEqualTo(new ConnectorRelease("huawei", true, 0));
        assertThat(connectors.release(SYSTEM, "huawei", false)).isEqualTo(new ConnectorRelease("huawei", false, 0));

        assertThat(connectors.list(SYSTEM).get(0).state()).isEqualTo(ConnectorStatus.State.ACTIVE);
        assertThat(desk.awaitArrivals(Duration.ofSeconds(1))).containsExactly(huawei);
    }

    @Test
    void givesTheDevicesOfAnAbsentConnectorToOthersAndRepeatedDoesNothing() throws Exception {
        desk.arrive("com.x.zte", new Version("1.0.0"), Map.of("chronos.speaks.oui", "1"), DeviceReading::of);
        desk.arrive("com.x.generic", new Version("1.0.0"), Map.of(), DeviceReading::of);
        desk.awaitArrivals(Duration.ofSeconds(1));
        told.tell(
                List.of(new Told("acme", "com.x.acme", "1", "", "", Standing.GONE)),
                AuditEntry.info(SYSTEM, "connector.went", "It went.", Map.of()),
                Instant.EPOCH);
        device("A", "acme", Optional.of("away"));
        device("B", "zte", Optional.empty());

        ConnectorRelease first = connectors.release(SYSTEM, "acme", true);
        ConnectorRelease second = connectors.release(SYSTEM, "acme", true);

        assertThat(first).isEqualTo(new ConnectorRelease("acme", false, 1));
        assertThat(second).isEqualTo(new ConnectorRelease("acme", false, 0));
        assertThat(store.devices.get("A").connector()).isEmpty();
        assertThat(store.devices.get("B").connector()).contains("zte");
        assertThat(store.entries).singleElement().satisfies(e -> assertThat(e.details())
                .containsEntry("devices", "1"));
        assertThat(desk.awaitArrivals(Duration.ofSeconds(1)))
                .extracting(InstalledConnector::name)
                .containsExactly("generic");
    }

    @Test
    void refusesToReleaseWhatNobodyKnowsAndTheDevicesOfWhoIsHere() {
        desk.arrive("com.x.zte", new Version("1.0.0"), Map.of(), DeviceReading::of);

        assertThatThrownBy(() -> connectors.release(SYSTEM, "typo", true)).hasMessageContaining("no connector typo");
        assertThatThrownBy(() -> connectors.release(SYSTEM, "zte", true)).hasMessageContaining("is here");
    }

    private void device(String id, String connector, Optional<String> parked) {
        store.devices.put(
                id,
                new Known(
                        new DeviceId(store.devices.size() + 1),
                        DeviceReading.of(Documents.of(id).build()),
                        DeviceStatus.ONLINE,
                        Optional.of(connector),
                        parked));
    }
}
