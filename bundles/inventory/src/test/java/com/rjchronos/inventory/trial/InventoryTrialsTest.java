package com.rjchronos.inventory.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.inventory.connector.ConnectorDesk;
import com.rjchronos.inventory.fake.Documents;
import com.rjchronos.inventory.fake.MemoryDeviceStore;
import com.rjchronos.inventory.fake.ShelvedDevices;
import com.rjchronos.model.caller.Actor;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.model.connector.Trial;
import com.rjchronos.model.connector.Trial.Attempt;
import com.rjchronos.model.connector.Trial.Field;
import com.rjchronos.model.connector.Trial.Outcome;
import com.rjchronos.model.connector.TrialDocuments;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.problem.ProblemException;
import com.rjchronos.model.problem.ProblemKind;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.port.DeviceStore.Known;
import com.rjchronos.spi.VendorConnector;
import com.rjchronos.spi.draft.ConnectorDraft;
import com.rjchronos.spi.draft.DraftSource;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

class InventoryTrialsTest {
    private static final Caller CALLER = Caller.system("test", Origin.SHELL);
    private static final Path FILE = Path.of("acme.yaml");
    private static final Duration BUDGET = Duration.ofMillis(500);
    private static final String NAME = "Device.DeviceInfo.ModelName";
    private static final String OWN = "Device.X_ACME.Version";

    private final MemoryDeviceStore store = new MemoryDeviceStore();
    private final ShelvedDevices acs = new ShelvedDevices();
    private final Set<String> away = acs.silent;
    private final ConnectorDesk desk = new ConnectorDesk(BUDGET);
    private VendorConnector acme = d -> DeviceReading.of(d).softwareVersion(d.text(OWN));
    private final InventoryTrials trials = new InventoryTrials(
            desk,
            new Scripts(store, id -> Optional.of(acs), json -> document(json).build()),
            BUDGET,
            List.of(new OnlyYaml()));

    /** Makes whatever connector the test wants of a file by this name. */
    private final class OnlyYaml implements DraftSource {
        @Override
        public boolean takes(Path file) {
            return file.toString().endsWith(".yaml");
        }

        @Override
        public ConnectorDraft draft(Path file) throws IOException {
            if (file.startsWith("none")) {
                throw new NoSuchFileException(file.toString());
            }
            return new ConnectorDraft(
                    Map.of(
                            "chronos.connector",
                            "acme",
                            "chronos.version",
                            "2.0.0",
                            "chronos.speaks.productClass",
                            file.startsWith("wrong") ? "AX(" : "AX.*",
                            "chronos.reads",
                            OWN),
                    acme);
        }
    }

    @BeforeEach
    void openTheDesk() {
        desk.arrive("com.x.generic", new Version("1.0.0"), Map.of("chronos.reads", NAME), d -> DeviceReading.of(d)
                .model(d.text(NAME)));
        for (int i = 1; i <= 5; i++) {
            stored(i, "AX" + (i == 5 ? 9 : 1), "generic");
        }
        stored(6, "OTHER", "generic");
    }

    @Test
    void showsWhatWouldBeReadBesideWhatIsReadToday() {
        Trial trial = trials.of(CALLER, FILE, devices(1));

        assertThat(trial.connector()).isEqualTo("acme");
        assertThat(trial.version()).isEqualTo("2.0.0");
        assertThat(trial.cutShort()).isEmpty();
        Attempt attempt = trial.attempts().get(0);
        assertThat(attempt.document()).isEqualTo("D1");
        assertThat(attempt.today()).contains("generic");
        assertThat(attempt.outcome()).isEqualTo(Outcome.READ);
        assertThat(attempt.fields())
                .contains(
                        new Field("model", Optional.of("M"), Optional.empty()),
                        new Field("softwareVersion", Optional.empty(), Optional.of("v1")),
                        new Field("kind", Optional.of("CPE"), Optional.of("CPE")))
                .noneMatch(f -> f.name().startsWith("identity") || f.name().startsWith("lastInform"));
        assertThat(acs.projection).contains(OWN, NAME);
    }

    @Test
    void takesOneOfEachKindThatItWouldReadThenMoreOfThem() {
        Trial trial = trials.of(CALLER, FILE, new TrialDocuments.Claimed(4));

        assertThat(trial.attempts()).extracting(Attempt::document).containsExactly("D1", "D5", "D2", "D3");
        assertThat(trial.attempts()).extracting(Attempt::outcome).containsOnly(Outcome.READ);
    }

    @Test
    void leavesOutDevicesWhoseAcsIsAwayButSaysSoWhenThereIsNoOther() {
        away.add("D1");
        assertThat(trials.of(CALLER, FILE, new TrialDocuments.Claimed(2)).attempts())
                .extracting(Attempt::document)
                .containsExactly("D5");

        away.addAll(acs.documents.keySet());
        assertProblem(ProblemKind.UNAVAILABLE, FILE, new TrialDocuments.Claimed(2));
    }

    @Test
    void takesNoMoreThanItIsAskedFor() {
        assertThat(trials.of(CALLER, FILE, new TrialDocuments.Claimed(1)).attempts())
                .hasSize(1);
    }

    @Test
    void saysToWhomADocumentIsLeftThatIsNotItsOwn() {
        Attempt attempt = trials.of(CALLER, FILE, devices(6)).attempts().get(0);

        assertThat(attempt.outcome()).isEqualTo(Outcome.LEFT);
        assertThat(attempt.detail()).contains("generic");
        assertThat(attempt.fields()).isEmpty();
    }

    @Test
    void takesThePlaceOfTheOneOfItsName() {
        desk.arrive(
                "com.x.acme",
                new Version("9.0.0"),
                Map.of("chronos.speaks.productClass", "AX.*"),
                d -> DeviceReading.of(d).softwareVersion(Optional.of("old")));

        Attempt attempt = trials.of(CALLER, FILE, devices(1)).attempts().get(0);

        assertThat(attempt.today()).contains("acme");
        assertThat(attempt.fields()).contains(new Field("softwareVersion", Optional.of("old"), Optional.of("v1")));
    }

    @Test
    void saysHowItFailsAndGoesOn() {
        acme = d -> {
            if (d.identity().genieacsId().equals("D1")) {
                throw new IllegalStateException("boom");
            }
            return DeviceReading.of(d);
        };

        Trial trial = trials.of(CALLER, FILE, devices(1, 2));

        assertThat(trial.attempts()).extracting(Attempt::outcome).containsExactly(Outcome.FAILED, Outcome.READ);
        assertThat(trial.attempts().get(0).detail())
                .hasValueSatisfying(d -> assertThat(d).contains("acme 2.0.0", "boom"));
        assertThat(trial.attempts().get(0).today()).contains("generic");
    }

    @Test
    void asksOneThatHangsNoMore() {
        CountDownLatch never = new CountDownLatch(1);
        acme = d -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return DeviceReading.of(d);
        };

        Trial trial = trials.of(CALLER, FILE, devices(1, 2, 3));

        assertThat(trial.attempts()).extracting(Attempt::outcome).containsExactly(Outcome.FAILED);
        assertThat(trial.cutShort()).hasValueSatisfying(why -> assertThat(why).contains("longer than 500 ms"));
    }

    @Test
    void changesNothingOfTheHouse() {
        acme = d -> {
            throw new IllegalStateException("boom");
        };
        Map<String, Known> before = Map.copyOf(store.devices);

        trials.of(CALLER, FILE, new TrialDocuments.Claimed(10));

        assertThat(store.devices).isEqualTo(before);
        assertThat(store.batches).isEmpty();
        assertThat(desk.connectors()).extracting(c -> c.name()).containsExactly("generic");
        assertThat(desk.projection()).doesNotContain(OWN);
    }

    @Test
    void readsSamplesAsASweepWouldBringThem() {
        acme = d ->
                DeviceReading.of(d).softwareVersion(d.text(OWN)).hardwareVersion(d.text("Device.X_ACME.Undeclared"));

        Trial trial = trials.of(CALLER, FILE, new TrialDocuments.Captured(Map.of("b.json", "AX", "a.json", "OTHER")));

        assertThat(trial.attempts()).extracting(Attempt::document).containsExactly("a.json", "b.json");
        assertThat(trial.attempts()).extracting(Attempt::outcome).containsExactly(Outcome.LEFT, Outcome.READ);
        assertThat(trial.attempts().get(1).fields())
                .contains(new Field("softwareVersion", Optional.empty(), Optional.of("v1")))
                .noneMatch(f -> f.name().equals("hardwareVersion"));
        assertThat(acs.asked).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithWhatItWasGiven() {
        assertProblem(ProblemKind.INVALID, Path.of("acme.txt"), devices(1));
        assertProblem(ProblemKind.INVALID, Path.of("none", "acme.yaml"), devices(1));
        assertProblem(ProblemKind.INVALID, Path.of("wrong", "acme.yaml"), devices(1));
        assertProblem(ProblemKind.INVALID, FILE, new TrialDocuments.Captured(Map.of("a.json", "")));
        assertProblem(ProblemKind.NOT_FOUND, FILE, devices(99));
        acs.documents.remove("D1");
        assertProblem(ProblemKind.NOT_FOUND, FILE, devices(1));
    }

    @Test
    void isForThoseWhoManageConnectors() {
        Caller nobody = new Caller(Actor.system("nobody"), Set.of(), Origin.API, Optional.empty(), "trace");

        assertThatThrownBy(() -> trials.of(nobody, FILE, devices(1))).hasMessageContaining("connectors:manage");
    }

    private void assertProblem(ProblemKind kind, Path file, TrialDocuments documents) {
        assertThatThrownBy(() -> trials.of(CALLER, file, documents))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(kind));
    }

    private static TrialDocuments.Devices devices(int... ids) {
        return new TrialDocuments.Devices(
                Set.copyOf(IntStream.of(ids).mapToObj(DeviceId::new).toList()));
    }

    /** A document of this product class; none for the empty one. */
    private static Documents document(String productClass) {
        if (productClass.isEmpty()) {
            throw new IllegalArgumentException("it is no object");
        }
        return Documents.of(productClass)
                .productClass(productClass)
                .value(NAME, "M")
                .value(OWN, "v1")
                .value("Device.X_ACME.Undeclared", "x");
    }

    private void stored(int id, String productClass, String connector) {
        DeviceDocument document = Documents.of("D" + id)
                .productClass(productClass)
                .value(NAME, "M")
                .value(OWN, "v1")
                .build();
        acs.documents.put("D" + id, document);
        store.devices.put(
                "D" + id,
                new Known(
                        new DeviceId(id),
                        DeviceReading.of(document),
                        DeviceStatus.ONLINE,
                        Optional.of(connector),
                        Optional.empty()));
    }
}
