package com.rjchronos.inventory.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.inventory.fake.Documents;
import com.rjchronos.inventory.fake.MemoryDeviceStore;
import com.rjchronos.model.caller.Actor;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.model.connector.ConnectorStatus;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.problem.ProblemException;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.port.DeviceStore.Known;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

class InventoryConnectorsTest {
    private final ConnectorDesk desk = new ConnectorDesk(Duration.ofSeconds(5));
    private final MemoryDeviceStore store = new MemoryDeviceStore();
    private final InventoryConnectors connectors = new InventoryConnectors(desk, store);

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
    void asksForThePermission() {
        Caller nobody = new Caller(Actor.system("nobody"), Set.of(), Origin.API, Optional.empty(), "trace");

        assertThatThrownBy(() -> connectors.list(nobody))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("connectors:read");
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
