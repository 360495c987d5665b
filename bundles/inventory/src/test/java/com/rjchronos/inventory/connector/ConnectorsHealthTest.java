package com.rjchronos.inventory.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.inventory.connector.Swap.Subject;
import com.rjchronos.inventory.fake.Documents;
import com.rjchronos.model.connector.ConnectorStatus.State;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.health.Health;
import com.rjchronos.model.reading.DeviceReading;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

class ConnectorsHealthTest {
    private static final Subject ACME = new Subject("acme", "com.x.acme", "2.0.0", "", "");
    private final ConnectorDesk desk = new ConnectorDesk(Duration.ofSeconds(5));

    @Test
    void isWellWhenAllDoTheirWork() {
        desk.arrive("com.x.zte", new Version("1.0.0"), Map.of(), DeviceReading::of);

        assertThat(health(List.of())).isEqualTo(Health.up("Connectors in service: 1."));
    }

    @Test
    void namesTheQuarantinedOneAndWhatToDo() {
        desk.arrive("com.x.zte", new Version("1.0.0"), Map.of(), DeviceReading::of);
        desk.connectors().get(0).quarantine("It thought longer than 5000 ms about device A.");

        Health health = health(List.of());

        assertThat(health.status()).isEqualTo(Health.Status.DEGRADED);
        assertThat(health.detail())
                .contains("zte 1.0.0 is quarantined: It thought longer than 5000 ms about device A.")
                .contains("chronos:connector-release zte");
    }

    @Test
    void complainsOfOneThatFailsAgainAndAgainAndNotOfAFewBadDocuments() {
        desk.arrive("com.x.zte", new Version("1.0.0"), Map.of(), document -> {
            if (document.identity().genieacsId().startsWith("bad")) {
                throw new IllegalStateException("boom");
            }
            return DeviceReading.of(document);
        });
        read("bad", ConnectorsHealth.MANY - 1);
        read("good", 1);
        read("bad", ConnectorsHealth.MANY - 1);
        assertThat(health(List.of()).status()).isEqualTo(Health.Status.UP);

        read("bad", 1);

        assertThat(health(List.of()).status()).isEqualTo(Health.Status.DEGRADED);
        assertThat(health(List.of()).detail()).contains("zte 1.0.0").contains("boom");
    }

    @Test
    void namesWhatIsInstalledAndDoesNotRun() {
        desk.arrive("com.x.broken", new Version("1.0.0"), Map.of("chronos.speaks.model", "x"), DeviceReading::of);

        Health health = health(List.of(new BundleRoll.Absent(ACME, State.UNRESOLVED, "It needs more.")));

        assertThat(health.status()).isEqualTo(Health.Status.DEGRADED);
        assertThat(health.detail())
                .contains("Connector acme 2.0.0 does not run: It needs more.")
                .contains("Connector broken is refused");
    }

    private Health health(List<BundleRoll.Absent> absent) {
        return ConnectorsHealth.of(desk.connectors(), desk.refused(), absent);
    }

    private void read(String name, int documents) {
        List<DeviceDocument> batch = IntStream.range(0, documents)
                .mapToObj(i -> Documents.of(name + i).build())
                .toList();
        desk.read(batch, id -> Optional.empty());
    }
}
