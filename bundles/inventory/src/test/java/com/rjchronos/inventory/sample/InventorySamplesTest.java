package com.rjchronos.inventory.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.inventory.connector.ConnectorDesk;
import com.rjchronos.inventory.fake.Documents;
import com.rjchronos.inventory.fake.MemoryDeviceStore;
import com.rjchronos.inventory.fake.TestClock;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.acs.CommandOutcome;
import com.rjchronos.model.acs.PingReport;
import com.rjchronos.model.caller.Actor;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.model.connector.Sample;
import com.rjchronos.model.connector.UnmatchedGroup;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.page.Page;
import com.rjchronos.model.page.PageRequest;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.problem.ProblemException;
import com.rjchronos.model.problem.ProblemKind;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.port.AcsDevices;
import com.rjchronos.port.DeviceStore.Known;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

class InventorySamplesTest {
    private static final Caller CALLER = Caller.system("test", Origin.SYSTEM);
    private static final DeviceId ID = new DeviceId(7);

    private final MemoryDeviceStore store = new MemoryDeviceStore();
    private final Map<AcsId, AcsDevices> acss = new HashMap<>();
    private final ConnectorDesk desk = new ConnectorDesk(Duration.ofSeconds(5));
    private final TestClock clock = new TestClock("2026-11-23T12:00:00Z");
    private final InventorySamples samples =
            new InventorySamples(desk, store, acs -> Optional.ofNullable(acss.get(acs)), clock);

    @Test
    void asksTheAcsOfTheDeviceAndNamesTheSampleByItsModel() {
        stored(Documents.of("A").manufacturer("Huawei Technologies Co., Ltd").productClass("HG-8245H/"));
        acss.put(Documents.MAIN, new Shelf(Map.of("A", "{}")));

        assertThat(samples.capture(CALLER, ID)).isEqualTo(new Sample("huawei-technologies-co-ltd-hg-8245h", "{}"));
    }

    @Test
    void namesTheSampleOfADeviceThatSaysNothingOfItself() {
        stored(Documents.of("A").manufacturer("华为"));
        acss.put(Documents.MAIN, new Shelf(Map.of("A", "{}")));

        assertThat(samples.capture(CALLER, ID).name()).isEqualTo("unknown-unknown");
    }

    @Test
    void knowsNoSampleOfADeviceThatWeOrItsAcsDoNotKnow() {
        assertProblem(ProblemKind.NOT_FOUND);
        stored(Documents.of("A"));
        acss.put(Documents.MAIN, new Shelf(Map.of()));
        assertProblem(ProblemKind.NOT_FOUND);
    }

    @Test
    void asksToTryAgainWhileTheAcsIsNotInService() {
        stored(Documents.of("A"));

        assertProblem(ProblemKind.UNAVAILABLE);
    }

    @Test
    void showsTheDevicesOfFallbacksWithTheVendorObjectsTheyHave() {
        desk.arrive("com.x.generic", new Version("1.0.0"), Map.of(), DeviceReading::of);
        desk.arrive("com.x.zte", new Version("1.0.0"), Map.of("chronos.speaks.oui", "1"), DeviceReading::of);
        stored("A", "generic");
        stored("B", "zte");
        acss.put(Documents.MAIN, new Shelf(Map.of("A", "InternetGatewayDevice.WANDevice.1.X_ACME_Optics.RX")));

        Page<UnmatchedGroup> page = samples.unmatched(CALLER, new PageRequest(0, 50));

        assertThat(page.total()).isEqualTo(1);
        assertThat(page.items()).singleElement().satisfies(group -> {
            assertThat(group.example().genieacsId()).isEqualTo("A");
            assertThat(group.vendorObjects()).contains(List.of("InternetGatewayDevice.WANDevice.1.X_ACME_Optics"));
        });
    }

    @Test
    void remembersWhatItSawForTenMinutes() {
        desk.arrive("com.x.generic", new Version("1.0.0"), Map.of(), DeviceReading::of);
        stored("A", "generic");
        acss.put(Documents.MAIN, new Shelf(Map.of("A", "Device.X_OLD.A")));
        assertThat(objects()).containsExactly(Optional.of(List.of("Device.X_OLD")));
        acss.put(Documents.MAIN, new Shelf(Map.of("A", "Device.X_NEW.A")));

        clock.advance(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(objects()).containsExactly(Optional.of(List.of("Device.X_OLD")));
        clock.advance(Duration.ofSeconds(1));
        assertThat(objects()).containsExactly(Optional.of(List.of("Device.X_NEW")));
    }

    @Test
    void looksAtTwentyGroupsAndSaysOfTheOthersThatItDidNot() {
        desk.arrive("com.x.generic", new Version("1.0.0"), Map.of(), DeviceReading::of);
        Map<String, String> documents = new HashMap<>();
        for (int i = 10; i < 35; i++) {
            stored("D" + i, "generic");
            documents.put("D" + i, "Device.X_ACME.A");
        }
        acss.put(Documents.MAIN, new Shelf(documents));

        List<Optional<List<String>>> objects = objects();

        assertThat(objects.subList(0, 20)).allSatisfy(o -> assertThat(o).isPresent());
        assertThat(objects.subList(20, 25)).allSatisfy(o -> assertThat(o).isEmpty());
    }

    @Test
    void asksAnAcsAgainThatDidNotAnswer() {
        desk.arrive("com.x.generic", new Version("1.0.0"), Map.of(), DeviceReading::of);
        stored("A", "generic");
        acss.put(Documents.MAIN, new Shelf(null));
        assertThat(objects()).containsExactly(Optional.empty());

        acss.put(Documents.MAIN, new Shelf(Map.of("A", "Device.X_ACME.A")));

        assertThat(objects()).containsExactly(Optional.of(List.of("Device.X_ACME")));
    }

    private List<Optional<List<String>>> objects() {
        return samples.unmatched(CALLER, new PageRequest(0, 50)).items().stream()
                .map(UnmatchedGroup::vendorObjects)
                .toList();
    }

    @Test
    void showsNothingToWhoMayNotManageConnectors() {
        Caller nobody = new Caller(Actor.system("nobody"), Set.of(), Origin.API, Optional.empty(), "trace");

        assertThatThrownBy(() -> samples.capture(nobody, ID)).hasMessageContaining("connectors:manage");
        assertThatThrownBy(() -> samples.unmatched(nobody, new PageRequest(0, 1)))
                .hasMessageContaining("connectors:read");
    }

    private void assertProblem(ProblemKind kind) {
        assertThatThrownBy(() -> samples.capture(CALLER, ID))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(kind));
    }

    private void stored(Documents document) {
        DeviceReading reading = DeviceReading.of(document.build());
        store.devices.put("A", new Known(ID, reading, DeviceStatus.ONLINE, Optional.of("generic"), Optional.empty()));
    }

    private void stored(String id, String connector) {
        store.devices.put(
                id,
                new Known(
                        new DeviceId(store.devices.size() + 1),
                        DeviceReading.of(Documents.of(id).build()),
                        DeviceStatus.ONLINE,
                        Optional.of(connector),
                        Optional.empty()));
    }

    /** Samples, or the one parameter of a document, by the id at the ACS; without, it does not answer. Nothing else is asked. */
    private record Shelf(Map<String, String> documents) implements AcsDevices {
        @Override
        public Optional<String> capture(String genieacsId) {
            return Optional.ofNullable(documents.get(genieacsId));
        }

        @Override
        public Optional<DeviceDocument> document(String genieacsId, Set<String> projection) {
            if (documents == null) {
                throw Problem.unavailable("It does not answer.", Duration.ofSeconds(1))
                        .thrown();
            }
            return Optional.ofNullable(documents.get(genieacsId))
                    .map(path -> Documents.of(genieacsId).value(path, "x").build());
        }

        @Override
        public CommandOutcome tag(String genieacsId, String tag) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CommandOutcome untag(String genieacsId, String tag) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CommandOutcome delete(String genieacsId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PingReport ping(String host) {
            throw new UnsupportedOperationException();
        }
    }
}
