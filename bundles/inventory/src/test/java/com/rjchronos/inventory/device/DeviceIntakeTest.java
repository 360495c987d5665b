package com.rjchronos.inventory.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.inventory.connector.ConnectorDesk;
import com.rjchronos.inventory.fake.Documents;
import com.rjchronos.inventory.fake.MemoryDeviceStore;
import com.rjchronos.inventory.fake.TestClock;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.problem.ProblemException;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.sweep.RejectedDocument;
import com.rjchronos.model.sweep.SweepBatch;
import com.rjchronos.model.sweep.SweepCounts;
import com.rjchronos.model.sweep.SweepId;
import com.rjchronos.port.DeviceStore.Batch;
import com.rjchronos.port.DeviceStore.Change;
import com.rjchronos.port.DeviceStore.Known;
import com.rjchronos.spi.VendorConnector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.Version;

@Timeout(30)
class DeviceIntakeTest {
    private final TestClock clock = new TestClock("2026-11-23T12:00:00Z");
    private final MemoryDeviceStore store = new MemoryDeviceStore();
    private final ConnectorDesk desk = new ConnectorDesk(Duration.ofSeconds(5));
    private final DeviceIntake intake =
            new DeviceIntake(desk, store, Duration.ofMinutes(10), clock, new Patience(Duration.ofSeconds(2)));
    private final VendorConnector generic = document -> DeviceReading.of(document)
            .model(document.text("Device.DeviceInfo.ModelName"))
            .softwareVersion(document.text("Device.DeviceInfo.SoftwareVersion"));

    @Test
    void discoversThenFindsNothingNew() {
        desk.arrive("generic", Version.emptyVersion, Map.of(), generic);
        List<DeviceDocument> documents = documents(5);

        assertThat(accept(documents)).isEqualTo(new SweepCounts(5, 5, 0, 0, 0, 1_000));
        assertThat(accept(documents)).isEqualTo(new SweepCounts(5, 0, 5, 0, 0, 1_000));

        assertThat(store.questions).isEqualTo(2);
        assertThat(store.batches).hasSize(2);
        assertThat(store.changes()).hasSize(5).allSatisfy(c -> {
            Change.Discovered discovered = (Change.Discovered) c;
            assertThat(discovered.connectivity()).isEqualTo(DeviceStatus.ONLINE);
            assertThat(discovered.connector()).contains("generic");
            assertThat(discovered.audit().action()).isEqualTo("device.discovered");
        });
    }

    @Test
    void writesTheTrailForIdentityAndSoftwareAndNotForChurn() {
        desk.arrive("generic", Version.emptyVersion, Map.of(), generic);
        accept(List.of(device("F670L", "V1", "2026-11-23T11:50:00Z")));

        accept(List.of(device("F670L", "V1", "2026-11-23T11:55:00Z")));
        accept(List.of(device("F670L", "V2", "2026-11-23T11:55:00Z")));
        accept(List.of(device("F680", "V2", "2026-11-23T11:55:00Z")));

        List<Change.Updated> updates = store.changes().stream()
                .filter(Change.Updated.class::isInstance)
                .map(Change.Updated.class::cast)
                .toList();
        assertThat(updates.get(0).fields()).containsExactly("last_inform");
        assertThat(updates.get(0).audit()).isEmpty();
        assertThat(updates.get(1).audit().orElseThrow().action()).isEqualTo("device.software_changed");
        assertThat(updates.get(1).audit().orElseThrow().details())
                .containsEntry("software_version.before", "V1")
                .containsEntry("software_version.after", "V2");
        assertThat(updates.get(2).audit().orElseThrow().action()).isEqualTo("device.identity_changed");
        assertThat(updates.get(2).audit().orElseThrow().device()).isPresent();
    }

    @Test
    void parksTheDocumentWhenItsConnectorIsAwayAndSaysSoOnce() {
        desk.arrive("huawei", Version.emptyVersion, Map.of("chronos.speaks.serialPrefix", "S"), generic);
        DeviceDocument document = Documents.of("A").serial("S1").build();
        accept(List.of(document));
        desk.depart(generic);
        desk.arrive("generic", Version.emptyVersion, Map.of(), DeviceReading::of);

        assertThat(accept(List.of(document)).parked()).isEqualTo(1);
        assertThat(accept(List.of(document)).parked()).isEqualTo(1);

        assertThat(store.changes()).filteredOn(Change.Parked.class::isInstance).hasSize(1);
        assertThat(store.devices.get("A").parkedBecause()).contains("Its connector huawei is away.");

        desk.arrive("huawei", Version.emptyVersion, Map.of("chronos.speaks.serialPrefix", "S"), generic);
        assertThat(accept(List.of(document)).stored()).isEqualTo(1);
        assertThat(store.devices.get("A").parkedBecause()).isEmpty();
    }

    @Test
    void aConnectorThatCameAfterTheQuestionKeepsTheFactsThatWereNotAskedFor() {
        Map<String, Object> claims = Map.of(
                "chronos.speaks.serialPrefix", "S", "chronos.reads", "Device.DeviceInfo.,Device.X_Optics.RXPower");
        VendorConnector zte = document -> DeviceReading.of(document).model(document.text("Device.X_Optics.RXPower"));
        desk.arrive("zte", Version.emptyVersion, claims, zte);
        accept(List.of(Documents.of("A")
                .serial("S1")
                .value("Device.X_Optics.RXPower", "-20")
                .build()));
        SweepBatch poorer = batch(List.of(Documents.of("A").serial("S1").build()))
                .asked(Set.of("Device.DeviceInfo", "Device.X_Opt"));

        assertThat(intake.accept(poorer).parked()).isEqualTo(1);

        assertThat(store.devices.get("A").reading().model()).contains("-20");
        assertThat(store.devices.get("A").parkedBecause().orElseThrow()).contains("zte came after the sweep had asked");
        assertThat(intake.accept(poorer.asked(Set.of("Device"))).stored()).isEqualTo(1);
        assertThat(store.devices.get("A").parkedBecause()).isEmpty();
    }

    @Test
    void aParkedDeviceThatInformsIsHeardAllTheSame() {
        desk.arrive("huawei", Version.emptyVersion, Map.of("chronos.speaks.serialPrefix", "S"), generic);
        accept(List.of(device("F670L", "V1", "2026-11-23T11:50:00Z")));
        desk.depart(generic);

        accept(List.of(device("F670L", "V1", "2026-11-23T11:50:00Z")));
        accept(List.of(device("F670L", "V1", "2026-11-23T11:55:00Z")));

        assertThat(store.changes())
                .filteredOn(Change.Parked.class::isInstance)
                .extracting(c -> ((Change.Parked) c).lastInform().orElseThrow().toString())
                .containsExactly("2026-11-23T11:50:00Z", "2026-11-23T11:55:00Z");
    }

    @Test
    void aKnownDeviceThatInformsIsHeardAlsoWhenItsConnectorFails() {
        desk.arrive("generic", Version.emptyVersion, Map.of(), document -> {
            if (document.text("Device.DeviceInfo.SoftwareVersion").equals(Optional.of("V2"))) {
                throw new IllegalStateException("no such version");
            }
            return generic.read(document);
        });
        accept(List.of(device("F670L", "V1", "2026-11-23T11:50:00Z")));

        SweepCounts counts = accept(List.of(
                device("F670L", "V2", "2026-11-23T11:55:00Z"),
                Documents.of("new")
                        .value("Device.DeviceInfo.SoftwareVersion", "V2")
                        .build()));

        assertThat(counts).isEqualTo(new SweepCounts(2, 0, 0, 0, 2, 1_000));
        Change.Parked heard = (Change.Parked) store.changes().get(1);
        assertThat(heard.lastInform().orElseThrow()).isEqualTo("2026-11-23T11:55:00Z");
        assertThat(heard.reason()).contains("no such version");
        assertThat(store.devices.get("A").reading().softwareVersion()).contains("V1");
        assertThat(store.devices).doesNotContainKey("new");
        assertThat(accept(List.of(device("F670L", "V3", "2026-11-23T11:55:00Z")))
                        .stored())
                .isEqualTo(1);
        assertThat(store.devices.get("A").parkedBecause()).isEmpty();
    }

    @Test
    void aKnownDeviceOfWhichOnlyRubbishComesWaitsForBetter() {
        desk.arrive("generic", Version.emptyVersion, Map.of(), generic);
        accept(List.of(device("F670L", "V1", "2026-11-23T11:50:00Z")));
        SweepBatch rubbish = new SweepBatch(
                new SweepId(1),
                Documents.MAIN,
                documents(1),
                List.of(
                        new RejectedDocument("A", "malformed JSON: x"),
                        new RejectedDocument("D0", "it came well, too"),
                        new RejectedDocument("document 3", "it has no _id")),
                1_000,
                Set.of());

        assertThat(intake.accept(rubbish)).isEqualTo(new SweepCounts(4, 1, 0, 0, 3, 1_000));
        intake.accept(rubbish);

        assertThat(store.changes())
                .filteredOn(Change.Parked.class::isInstance)
                .singleElement()
                .satisfies(c -> {
                    assertThat(((Change.Parked) c).identity().genieacsId()).isEqualTo("A");
                    assertThat(((Change.Parked) c).lastInform()).isEmpty();
                });
        assertThat(store.devices.get("A").parkedBecause()).contains("malformed JSON: x");
        assertThat(store.devices.get("D0").parkedBecause()).isEmpty();
    }

    @Test
    void aKnownDeviceThatInformsIsHeardAlsoWhenItCannotBeStored() {
        desk.arrive("generic", Version.emptyVersion, Map.of(), generic);
        accept(List.of(device("F670L", "V1", "2026-11-23T11:50:00Z")));
        store.beforeApply = batch -> {
            if (batch.changes().stream().anyMatch(Change.Updated.class::isInstance)) {
                throw new IllegalStateException("invalid byte sequence");
            }
        };

        assertThat(accept(List.of(device("F670L", "V2", "2026-11-23T11:55:00Z")))
                        .failed())
                .isEqualTo(1);

        assertThat(((Change.Parked) store.changes().get(1)).lastInform().orElseThrow())
                .isEqualTo("2026-11-23T11:55:00Z");
    }

    @Test
    void thatAKnownDeviceIsSilentIsNotForADocumentToSay() {
        desk.arrive("generic", Version.emptyVersion, Map.of(), generic);
        accept(List.of(device("F670L", "V1", "2026-11-23T11:55:00Z")));
        clock.advance(Duration.ofHours(2));

        accept(List.of(device("F670L", "V2", "2026-11-23T11:56:00Z")));
        accept(List.of(Documents.of("B").lastInform("2026-11-23T11:56:00Z").build()));

        assertThat(store.devices.get("A").reading().softwareVersion()).contains("V2");
        assertThat(store.devices.get("A").connectivity()).isEqualTo(DeviceStatus.ONLINE);
        assertThat(store.devices.get("B").connectivity()).isEqualTo(DeviceStatus.OFFLINE);
    }

    @Test
    void aDeviceThatNobodyCanReadIsKeptAllTheSame() {
        assertThat(accept(documents(1)).parked()).isEqualTo(1);

        Change.Discovered discovered = (Change.Discovered) store.changes().get(0);
        assertThat(discovered.connector()).isEmpty();
        assertThat(discovered.parkedBecause()).isPresent();
    }

    @Test
    void theFallbackNeverRewritesTheIdentityWhereItStandsIn() {
        ConnectorDesk impatient = new ConnectorDesk(Duration.ofMillis(100));
        DeviceIntake hurried =
                new DeviceIntake(impatient, store, Duration.ofMinutes(10), clock, new Patience(Duration.ofSeconds(2)));
        AtomicInteger calls = new AtomicInteger();
        impatient.arrive("huawei", Version.emptyVersion, Map.of("chronos.speaks.serialPrefix", "S"), document -> {
            while (calls.getAndIncrement() > 0) {
                Thread.onSpinWait();
            }
            return DeviceReading.of(document)
                    .model(java.util.Optional.of("HG8245H"))
                    .ponSerial(java.util.Optional.of("HWTC00000001"));
        });
        impatient.arrive("generic", Version.emptyVersion, Map.of(), document -> DeviceReading.of(document)
                .model(java.util.Optional.of("something")));
        DeviceDocument document = Documents.of("A").serial("S1").build();
        hurried.accept(batch(List.of(document)));

        hurried.accept(batch(List.of(Documents.of("A")
                .serial("S1")
                .lastInform("2026-11-23T11:59:30Z")
                .build())));
        calls.set(Integer.MIN_VALUE); // lets the abandoned thread end

        assertThat(store.devices.get("A").reading().model()).contains("HG8245H");
        assertThat(store.devices.get("A").reading().ponSerial()).contains("HWTC00000001");
        assertThat(store.devices.get("A").connector()).contains("huawei");
        assertThat(store.devices.get("A").reading().lastInform().orElseThrow()).isEqualTo("2026-11-23T11:59:30Z");
    }

    @Test
    void theLastOfDuplicateIdsWins() {
        desk.arrive("generic", Version.emptyVersion, Map.of(), generic);

        SweepCounts counts = accept(
                List.of(device("old", "V1", "2026-11-23T11:50:00Z"), device("new", "V1", "2026-11-23T11:51:00Z")));

        assertThat(counts).isEqualTo(new SweepCounts(2, 1, 1, 0, 0, 1_000, 1));
        assertThat(store.devices.get("A").reading().model()).contains("new");
        assertThat(store.batches.get(0).rejected())
                .containsExactly(
                        RejectedDocument.remark("A", "it came more than once in one answer; the last one counts"));
    }

    @Test
    void anInformInTheFutureIsKeptAndOnlineAndRemarked() {
        desk.arrive("generic", Version.emptyVersion, Map.of(), generic);

        SweepCounts counts = accept(List.of(device("F670L", "V1", "2031-01-01T00:00:00Z")));
        accept(List.of(Documents.of("B").lastInform("2026-11-23T12:04:00Z").build()));

        assertThat(counts).isEqualTo(new SweepCounts(1, 1, 0, 0, 0, 1_000, 1));
        assertThat(store.batches.get(0).rejected())
                .containsExactly(
                        RejectedDocument.remark("A", "its last Inform is in the future: 2031-01-01T00:00:00Z"));
        assertThat(store.batches.get(1).rejected()).isEmpty();

        assertThat(store.devices.get("A").connectivity()).isEqualTo(DeviceStatus.ONLINE);
        assertThat(store.devices.get("A").reading().lastInform().orElseThrow()).isEqualTo("2031-01-01T00:00:00Z");
    }

    @Test
    void anInformInTheFutureThatIsToldAgainIsNoNews() {
        desk.arrive("generic", Version.emptyVersion, Map.of(), generic);
        accept(List.of(device("F670L", "V1", "2031-01-01T00:00:00Z")));
        Known known = store.devices.get("A");
        store.devices.put(
                "A",
                new Known(known.id(), known.reading(), DeviceStatus.OFFLINE, known.connector(), known.parkedBecause()));

        accept(List.of(device("F670L", "V2", "2031-01-01T00:00:00Z")));
        assertThat(store.devices.get("A").connectivity()).isEqualTo(DeviceStatus.OFFLINE);

        accept(List.of(device("F670L", "V2", "2031-01-01T00:05:00Z")));
        assertThat(store.devices.get("A").connectivity()).isEqualTo(DeviceStatus.ONLINE);
    }

    @Test
    void oneBadRowIsNamedAndTheOthersAreStored() {
        desk.arrive("generic", Version.emptyVersion, Map.of(), generic);
        store.beforeApply = refusing("D3", "D17");

        SweepCounts counts = intake.accept(new SweepBatch(
                new SweepId(1),
                Documents.MAIN,
                documents(20),
                List.of(new RejectedDocument("X", "no")),
                1_000,
                Set.of()));

        assertThat(counts).isEqualTo(new SweepCounts(21, 18, 0, 0, 3, 1_000));
        assertThat(store.devices).hasSize(18).doesNotContainKeys("D3", "D17");
        SweepCounts stored = store.batches.stream().map(Batch::counts).reduce(SweepCounts.ZERO, SweepCounts::plus);
        assertThat(stored).isEqualTo(counts);
        assertThat(store.batches.stream().flatMap(b -> b.rejected().stream()))
                .extracting(RejectedDocument::device)
                .containsExactlyInAnyOrder("X", "D3", "D17");
        assertThat(store.batches.stream().flatMap(b -> b.rejected().stream()))
                .anySatisfy(r -> assertThat(r.reason()).contains("invalid byte sequence"));
    }

    @Test
    void aStoreThatRefusesEverythingIsNoFaultOfTheDocuments() {
        desk.arrive("generic", Version.emptyVersion, Map.of(), generic);
        store.beforeApply = batch -> {
            if (!batch.changes().isEmpty()) {
                throw new IllegalStateException("relation does not exist");
            }
        };

        assertThatThrownBy(() -> accept(documents(200))).hasMessageContaining("relation does not exist");
    }

    @Test
    void anOutageIsWaitedForAndThenNothingIsLost() {
        desk.arrive("generic", Version.emptyVersion, Map.of(), generic);
        AtomicInteger outages = new AtomicInteger(2);
        store.beforeApply = batch -> {
            if (outages.getAndDecrement() > 0) {
                throw Problem.unavailable("The database is away.", Duration.ofSeconds(1))
                        .thrown();
            }
        };

        assertThat(accept(documents(3)).stored()).isEqualTo(3);
        assertThat(store.devices).hasSize(3);
    }

    @Test
    void whatWasStoredBeforeAnOutageIsNotCountedAgainAfterIt() {
        desk.arrive("generic", Version.emptyVersion, Map.of(), generic);
        AtomicInteger outages = new AtomicInteger(1);
        store.beforeApply = batch -> {
            refusing("D3").accept(batch);
            boolean half = batch.changes().size() == 2;
            if (half && outages.getAndDecrement() > 0) {
                throw Problem.unavailable("The database is away.", Duration.ofSeconds(1))
                        .thrown();
            }
        };

        SweepCounts counts = accept(documents(4));

        assertThat(counts).isEqualTo(new SweepCounts(4, 3, 0, 0, 1, 1_000));
        assertThat(store.batches.stream().map(Batch::counts).reduce(SweepCounts.ZERO, SweepCounts::plus))
                .isEqualTo(counts);
    }

    @Test
    void anOutageThatLastsIsThrown() {
        desk.arrive("generic", Version.emptyVersion, Map.of(), generic);
        DeviceIntake hurried =
                new DeviceIntake(desk, store, Duration.ofMinutes(10), clock, new Patience(Duration.ofMillis(150)));
        store.beforeApply = batch -> {
            throw Problem.unavailable("The database is away.", Duration.ofSeconds(1))
                    .thrown();
        };

        assertThatThrownBy(() -> hurried.accept(batch(documents(3))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("The database is away.");
    }

    @Test
    void leavingEndsTheWaiting() {
        desk.arrive("generic", Version.emptyVersion, Map.of(), generic);
        store.beforeApply = batch -> {
            throw Problem.unavailable("The database is away.", Duration.ofSeconds(1))
                    .thrown();
        };
        intake.leave();

        assertThatThrownBy(() -> accept(documents(3))).isInstanceOf(ProblemException.class);
    }

    private SweepCounts accept(List<DeviceDocument> documents) {
        return intake.accept(batch(documents));
    }

    private static SweepBatch batch(List<DeviceDocument> documents) {
        return new SweepBatch(new SweepId(1), Documents.MAIN, documents, List.of(), 1_000, Set.of());
    }

    private static java.util.function.Consumer<Batch> refusing(String... ids) {
        return batch -> {
            for (Change change : batch.changes()) {
                String id = ((Change.Discovered) change).reading().identity().genieacsId();
                if (List.of(ids).contains(id)) {
                    throw new IllegalStateException(
                            "batch", new IllegalArgumentException("invalid byte sequence for encoding"));
                }
            }
        };
    }

    private static List<DeviceDocument> documents(int count) {
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> Documents.of("D" + i).serial("S" + i).build())
                .toList());
    }

    private static DeviceDocument device(String model, String software, String lastInform) {
        return Documents.of("A")
                .serial("S1")
                .lastInform(lastInform)
                .value("Device.DeviceInfo.ModelName", model)
                .value("Device.DeviceInfo.SoftwareVersion", software)
                .build();
    }
}
