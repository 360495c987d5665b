package com.rjchronos.inventory.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.inventory.fake.Documents;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Wlan;
import com.rjchronos.spi.VendorConnector;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.Version;

@Timeout(30)
class ConnectorDeskTest {
    private static final VendorConnector READER = DeviceReading::of;

    private final ConnectorDesk desk = new ConnectorDesk(Duration.ofSeconds(5));

    @Test
    void choosesByThePrecedenceOfSpeaksFor() {
        arrive("byOui", Map.of("chronos.speaks.oui", "00AA11"));
        arrive("byManufacturer", Map.of("chronos.speaks.manufacturer", "Huawei.*"));
        arrive("byObject", Map.of("chronos.speaks.hasObject", new String[] {"InternetGatewayDevice.X_Gpon"}));
        arrive("bySerial", Map.of("chronos.speaks.serialPrefix", "HWTC"));
        arrive("byClass", Map.of("chronos.speaks.productClass", "HG8245H"));
        arrive("zBoth", Map.of("chronos.speaks.productClass", "HG8.*", "chronos.speaks.oui", "00aa11"));
        arrive("generic", Map.of());

        Documents document = Documents.of("A");
        assertThat(reader(document)).isEqualTo("generic");
        assertThat(reader(document.oui("00AA11"))).isEqualTo("byOui");
        assertThat(reader(document.manufacturer("HUAWEI Technologies"))).isEqualTo("byManufacturer");
        assertThat(reader(document.value("InternetGatewayDevice.X_Gpon.RXPower", -20)))
                .isEqualTo("byObject");
        assertThat(reader(document.serial("hwtc00000001"))).isEqualTo("bySerial");
        assertThat(reader(document.serial("4857544300000001"))).isEqualTo("bySerial");
        assertThat(reader(document.productClass("hg8245h"))).isEqualTo("zBoth");
        assertThat(reader(document.oui("FFFFFF"))).isEqualTo("byClass");
    }

    @Test
    void expressionsMatchTheWholeValue() {
        arrive("huawei", Map.of("chronos.speaks.manufacturer", "Huawei"));
        arrive("generic", Map.of());

        assertThat(reader(Documents.of("A").manufacturer("huawei"))).isEqualTo("huawei");
        assertThat(reader(Documents.of("A").manufacturer("Not Huawei"))).isEqualTo("generic");
    }

    @Test
    void theModelNarrowsOtherClaims() {
        arrive("old", Map.of("chronos.speaks.manufacturer", "ZTE", "chronos.speaks.model", "F660.*"));
        arrive("generic", Map.of());

        Documents document = Documents.of("A").manufacturer("ZTE");
        assertThat(reader(document)).isEqualTo("generic");
        assertThat(reader(document.value("InternetGatewayDevice.DeviceInfo.ModelName", "F670L")))
                .isEqualTo("generic");
        assertThat(reader(document.value("InternetGatewayDevice.DeviceInfo.ModelName", "f660v5")))
                .isEqualTo("old");
    }

    @Test
    void leavesTheExceptedManufacturersToOthers() {
        arrive(
                "shared",
                Map.of(
                        "chronos.speaks.hasObject",
                        "InternetGatewayDevice.X_Gpon",
                        "chronos.speaks.exceptManufacturer",
                        "ZTE.*"));
        arrive("zte", Map.of("chronos.speaks.manufacturer", "ZTE.*"));
        arrive("generic", Map.of());

        Documents document = Documents.of("A").value("InternetGatewayDevice.X_Gpon.RXPower", 133);
        assertThat(reader(document)).isEqualTo("shared");
        assertThat(reader(document.manufacturer("Somebody"))).isEqualTo("shared");
        assertThat(reader(document.manufacturer("zte corporation"))).isEqualTo("zte");
    }

    @Test
    void refusesAConnectorThatOnlySaysWhomItDoesNotSpeakFor() {
        arrive("nobody", Map.of("chronos.speaks.exceptManufacturer", "ZTE.*"));

        assertThat(desk.isEmpty()).isTrue();
    }

    @Test
    void aConnectorMaySayAVersionOfItsOwn() {
        VendorConnector older = DeviceReading::of;
        VendorConnector newer = DeviceReading::of;
        desk.arrive("com.x.files", new Version("9.0.0"), file("one", "1.2.0"), older);
        desk.arrive("com.x.files", new Version("9.0.0"), file("two", "1.10.0"), newer);
        desk.arrive("com.x.files", new Version("9.0.0"), file("three", "many"), DeviceReading::of);

        assertThat(reader(Documents.of("A").oui("00AA11"))).isEqualTo("two");
        assertThat(desk.connectors()).extracting(Object::toString).containsExactly("two 1.10.0", "one 1.2.0");
    }

    @Test
    void aConnectorMaySayAFileOfItsOwnForTheTrail() {
        List<Swap> swaps = new ArrayList<>();
        ConnectorDesk watched = new ConnectorDesk(Duration.ofSeconds(5), swaps::add);
        Map<String, Object> claims =
                Map.of("chronos.connector", "acme", "chronos.location", "acme.yaml", "chronos.sha256", "aa");

        watched.arrive("com.x.files", Version.emptyVersion, claims, READER);

        assertThat(swaps)
                .containsExactly(new Swap.Came(new Swap.Subject("acme", "com.x.files", "0.0.0", "acme.yaml", "aa")));
    }

    private static Map<String, Object> file(String name, String version) {
        return Map.of("chronos.connector", name, "chronos.version", version, "chronos.speaks.oui", "00AA11");
    }

    @Test
    void amongEqualsTheHigherVersionReadsAndTheOtherStandsBy() {
        VendorConnector newer = DeviceReading::of;
        desk.arrive("com.x.huawei", new Version("1.0.0"), Map.of("chronos.speaks.oui", "00AA11"), READER);
        desk.arrive("com.y.other", new Version("1.10.0"), Map.of("chronos.speaks.oui", "00AA11"), newer);

        assertThat(reader(Documents.of("A").oui("00AA11"))).isEqualTo("other");
        desk.depart(newer);
        assertThat(reader(Documents.of("A").oui("00AA11"))).isEqualTo("huawei");
    }

    @Test
    void parksTheDeviceOfAConnectorThatIsAway() {
        arrive("generic", Map.of());

        Verdict verdict = read(Documents.of("A").build(), Optional.of("huawei"));

        assertThat(verdict).isEqualTo(new Verdict.Unread("Its connector huawei is away."));
    }

    @Test
    void theDeviceOfAConnectorThatIsAwayIsNobodyElsesWhateverHeClaims() {
        arrive("zte", Map.of("chronos.speaks.manufacturer", "Huawei.*"));
        arrive("generic", Map.of());
        DeviceDocument document = Documents.of("A").manufacturer("Huawei").build();

        assertThat(read(document, Optional.of("huawei")))
                .isEqualTo(new Verdict.Unread("Its connector huawei is away."));
        assertThat(((Verdict.Read) read(document, Optional.empty())).connector())
                .isEqualTo("zte");
    }

    @Test
    void theDeviceOfAFallbackIsAnybodysWhoClaimsIt() {
        VendorConnector fallback = DeviceReading::of;
        desk.arrive("generic", Version.emptyVersion, Map.of(), fallback);
        arrive("zte", Map.of("chronos.speaks.manufacturer", "ZTE"));
        DeviceDocument document = Documents.of("A").manufacturer("ZTE").build();
        assertThat(((Verdict.Read) read(document, Optional.of("generic"))).connector())
                .isEqualTo("zte");

        desk.depart(fallback);

        assertThat(((Verdict.Read) read(document, Optional.of("generic"))).connector())
                .isEqualTo("zte");
        assertThat(read(Documents.of("B").build(), Optional.of("generic")))
                .isEqualTo(new Verdict.Unread("Its connector generic is away."));
    }

    @Test
    void aDeviceStaysWithItsConnectorWhenNobodyClaimsItAnyMore() {
        arrive("zte", Map.of("chronos.speaks.hasObject", "InternetGatewayDevice.X_ZTE"));
        arrive("generic", Map.of());

        assertThat(read(Documents.of("A").build(), Optional.of("zte")))
                .isInstanceOfSatisfying(
                        Verdict.Read.class, r -> assertThat(r.connector()).isEqualTo("zte"));
    }

    @Test
    void nobodyReadsWhereThereIsNoFallback() {
        arrive("zte", Map.of("chronos.speaks.manufacturer", "ZTE"));

        assertThat(read(Documents.of("A").manufacturer("Huawei").build(), Optional.empty()))
                .isInstanceOf(Verdict.Unread.class);
    }

    @Test
    void aConnectorWithABadClaimIsRefused() {
        arrive("broken", Map.of("chronos.speaks.manufacturer", "Huawei("));
        arrive("modelOnly", Map.of("chronos.speaks.model", "F670L"));

        assertThat(desk.isEmpty()).isTrue();
    }

    @Test
    void whatAConnectorThrowsIsItsFailureAndStopsNobody() {
        desk.arrive("generic", Version.emptyVersion, Map.of(), document -> {
            switch (document.identity().genieacsId()) {
                case "exception" -> throw new IllegalStateException("boom");
                case "linkage" -> throw new NoClassDefFoundError("gone");
                case "overflow" -> throw new StackOverflowError();
                case "checked" -> throw ConnectorDeskTest.<RuntimeException>undeclared(new IOException("no"));
                case "throwable" -> throw ConnectorDeskTest.<RuntimeException>undeclared(new Throwable("odd"));
                case "error" -> throw new Error("odd");
                case "hole" -> {
                    return DeviceReading.of(document).model(null);
                }
                case "deep hole" -> {
                    return DeviceReading.of(document)
                            .wlans(List.of(Wlan.of("Device.WiFi.SSID.1").ssid(null)));
                }
                case "nothing" -> {
                    return null;
                }
                case "stranger" -> {
                    return DeviceReading.of(Documents.of("somebody else").build());
                }
                default -> {
                    return DeviceReading.of(document);
                }
            }
        });
        List<DeviceDocument> documents = List.of(
                        "A",
                        "exception",
                        "linkage",
                        "overflow",
                        "checked",
                        "throwable",
                        "error",
                        "hole",
                        "deep hole",
                        "nothing",
                        "stranger",
                        "B")
                .stream()
                .map(id -> Documents.of(id).build())
                .toList();

        List<Verdict> verdicts = desk.read(documents, id -> Optional.empty());

        assertThat(verdicts.get(0)).isInstanceOf(Verdict.Read.class);
        assertThat(verdicts.subList(1, 11)).hasOnlyElementsOfType(Verdict.Failed.class);
        assertThat(verdicts.get(11)).isInstanceOf(Verdict.Read.class);
        assertThat(desk.connectors().get(0).failures()).isEqualTo(10);
        assertThat(desk.connectors().get(0).firstFailure().orElseThrow()).contains("boom");
    }

    @Test
    void aClaimThatOverflowsIsItsConnectorsFailureAndStopsNobody() {
        arrive("evil", Map.of("chronos.speaks.manufacturer", "(a|b)*"));
        List<DeviceDocument> documents = List.of(
                Documents.of("A").manufacturer("a".repeat(500_000)).build(),
                Documents.of("B").manufacturer("a").build());

        List<Verdict> verdicts = desk.read(documents, id -> Optional.empty());

        assertThat(verdicts.get(0)).isInstanceOfSatisfying(Verdict.Failed.class, f -> assertThat(f.reason())
                .contains("evil"));
        assertThat(verdicts.get(1)).isInstanceOf(Verdict.Read.class);
    }

    @Test
    void aFailureIsToldInAFewWords() {
        desk.arrive("generic", Version.emptyVersion, Map.of(), document -> {
            throw new NumberFormatException("9".repeat(1_000_000));
        });

        Verdict verdict = read(Documents.of("A").build(), Optional.empty());

        assertThat(((Verdict.Failed) verdict).reason()).hasSizeLessThan(400);
        assertThat(desk.connectors().get(0).firstFailure().orElseThrow()).hasSizeLessThan(400);
    }

    @Test
    void aPathThatTheNbiWouldNotSurviveIsRefused() {
        arrive("wildcard", Map.of("chronos.reads", "Device.WiFi.*.SSID"));
        arrive("hole", Map.of("chronos.reads", "Device..WiFi"));
        arrive("dollar", Map.of("chronos.reads", "Device.WiFi,$where"));
        arrive("object", Map.of("chronos.speaks.hasObject", "Device.X {i}"));
        arrive("long", Map.of("chronos.reads", "Device." + "X".repeat(300)));

        assertThat(desk.isEmpty()).isTrue();
        arrive("good", Map.of("chronos.reads", "InternetGatewayDevice.X_ZTE-COM_WANPONInterfaceConfig."));
        assertThat(desk.projection()).contains("InternetGatewayDevice.X_ZTE-COM_WANPONInterfaceConfig");
    }

    @Test
    void oneTextMayHoldSeveralPaths() {
        arrive("huawei", Map.of("chronos.reads", new String[] {"Device.A,Device.B", " Device.C , Device.A,"}));

        assertThat(desk.connectors().get(0).reads()).containsExactly("Device.A", "Device.B", "Device.C");
    }

    @Test
    void aConnectorThatHangsIsQuarantinedAndTheFallbackTakesOver() {
        ConnectorDesk impatient = new ConnectorDesk(Duration.ofMillis(100));
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch never = new CountDownLatch(1);
        VendorConnector hanging = document -> {
            if (calls.incrementAndGet() == 3) {
                uninterruptibly(never);
            }
            return DeviceReading.of(document);
        };
        impatient.arrive("huawei", Version.emptyVersion, Map.of("chronos.speaks.oui", "00AA11"), hanging);
        impatient.arrive("generic", Version.emptyVersion, Map.of(), READER);
        List<DeviceDocument> documents = IntStream.range(0, 10)
                .mapToObj(i -> Documents.of("D" + i).oui("00AA11").build())
                .toList();

        List<Verdict> verdicts =
                impatient.read(documents, id -> id.equals("D9") ? Optional.of("huawei") : Optional.empty());
        never.countDown();

        assertThat(connectorsOf(verdicts))
                .containsExactly(
                        "huawei", "huawei", "generic", "generic", "generic", "generic", "generic", "generic", "generic",
                        "huawei");
        assertThat(((Verdict.Read) verdicts.get(9)).stoodIn()).isTrue();
        assertThat(((Verdict.Read) verdicts.get(8)).stoodIn()).isFalse();
        assertThat(calls).hasValue(3);

        impatient.depart(hanging);
        impatient.arrive("huawei", new Version("1.0.1"), Map.of("chronos.speaks.oui", "00AA11"), READER);
        assertThat(connectorsOf(impatient.read(documents.subList(0, 1), id -> Optional.empty())))
                .containsExactly("huawei");
    }

    @Test
    void aConnectorThatCanReadNothingAnyMoreIsQuarantinedAndTheFallbackTakesOver() {
        List<Swap> swaps = new ArrayList<>();
        ConnectorDesk watched = new ConnectorDesk(Duration.ofSeconds(5), swaps::add);
        Map<String, Object> claims = Map.of("chronos.speaks.oui", "00AA11");
        watched.arrive("huawei", Version.emptyVersion, claims, document -> {
            if (!document.identity().genieacsId().equals("D1")) {
                throw new IllegalStateException("boom");
            }
            return DeviceReading.of(document);
        });
        watched.arrive("generic", Version.emptyVersion, Map.of(), READER);
        List<DeviceDocument> documents = IntStream.range(0, Quarantine.TOO_MANY + 3)
                .mapToObj(i -> Documents.of("D" + i).oui("00AA11").build())
                .toList();

        List<Verdict> verdicts = watched.read(documents, id -> Optional.of("huawei"));

        assertThat(verdicts.subList(2, Quarantine.TOO_MANY + 2)).hasOnlyElementsOfType(Verdict.Failed.class);
        assertThat(((Verdict.Read) verdicts.get(Quarantine.TOO_MANY + 2)).stoodIn())
                .isTrue();
        assertThat(swaps)
                .filteredOn(Swap.Quarantined.class::isInstance)
                .singleElement()
                .satisfies(swap -> assertThat(((Swap.Quarantined) swap).reason())
                        .contains("last " + Quarantine.TOO_MANY + " documents")
                        .contains("boom"));
    }

    @Test
    void aConnectorThatIsSlowOnDocumentAfterDocumentIsQuarantinedAndAFewSlowOnesAreForgiven() {
        ConnectorDesk impatient = new ConnectorDesk(Duration.ofSeconds(1)); // 20 ms on the average
        impatient.arrive("slow", Version.emptyVersion, Map.of("chronos.speaks.oui", "00AA11"), pausing("D"));
        impatient.arrive("fair", Version.emptyVersion, Map.of("chronos.speaks.oui", "00BB22"), pausing("D4"));
        impatient.arrive("generic", Version.emptyVersion, Map.of(), READER);

        List<Verdict> slow = impatient.read(documents(40, "00AA11"), id -> Optional.empty());
        List<Verdict> fair = impatient.read(documents(43, "00BB22"), id -> Optional.empty());

        assertThat(connectorsOf(slow)).startsWith("slow").endsWith("generic");
        assertThat(named(impatient, "slow").quarantinedBecause().orElseThrow())
                .contains("longer than 20 ms about document after document");
        assertThat(connectorsOf(fair)).containsOnly("fair");
    }

    /** One that takes 150 ms for devices whose ids begin so. */
    private static VendorConnector pausing(String ids) {
        CountDownLatch never = new CountDownLatch(1);
        return document -> {
            try {
                if (document.identity().genieacsId().startsWith(ids)) {
                    assertThat(never.await(150, TimeUnit.MILLISECONDS)).isFalse();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return DeviceReading.of(document);
        };
    }

    private static List<DeviceDocument> documents(int count, String oui) {
        return IntStream.range(0, count)
                .mapToObj(i -> Documents.of("D" + i).oui(oui).build())
                .toList();
    }

    @Test
    void anErrorOfTheMachineQuarantinesWhoHadTheWordAndStopsNobody() {
        arrive("generic", Map.of());
        desk.arrive("huawei", Version.emptyVersion, Map.of("chronos.speaks.oui", "00AA11"), document -> {
            throw new OutOfMemoryError("Java heap space");
        });
        List<DeviceDocument> documents = IntStream.range(0, 2)
                .mapToObj(i -> Documents.of("D" + i).oui("00AA11").build())
                .toList();

        List<Verdict> verdicts = desk.read(documents, id -> Optional.empty());

        assertThat(((Verdict.Failed) verdicts.get(0)).reason()).contains("huawei", "OutOfMemoryError");
        assertThat(((Verdict.Read) verdicts.get(1)).connector()).isEqualTo("generic");
    }

    @Test
    void theDeviceOfAQuarantinedConnectorIsNobodyElsesButTheFallbacksWhoStandsIn() {
        arrive("huawei", Map.of("chronos.speaks.manufacturer", "Huawei"));
        arrive("other", Map.of("chronos.speaks.manufacturer", "Huawei|Other"));
        arrive("generic", Map.of());
        DeviceDocument document = Documents.of("A").manufacturer("Huawei").build();
        desk.connectors().stream().filter(c -> c.name().equals("huawei")).forEach(c -> c.quarantine("It hung."));

        Verdict.Read read = (Verdict.Read) read(document, Optional.of("huawei"));

        assertThat(read.connector()).isEqualTo("huawei");
        assertThat(read.stoodIn()).isTrue();
        assertThat(((Verdict.Read) read(document, Optional.empty())).connector())
                .isEqualTo("other");
    }

    @Test
    void anExpressionThatNeverEndsIsAHangToo() {
        ConnectorDesk impatient = new ConnectorDesk(Duration.ofMillis(200));
        impatient.arrive("evil", Version.emptyVersion, Map.of("chronos.speaks.manufacturer", "((a+)+)+b"), READER);
        impatient.arrive("generic", Version.emptyVersion, Map.of(), READER);
        DeviceDocument document =
                Documents.of("A").manufacturer("a".repeat(2_000) + "!").build();

        List<Verdict> verdicts = impatient.read(List.of(document), id -> Optional.empty());

        assertThat(connectorsOf(verdicts)).containsExactly("generic");
        assertThat(impatient.connectors().stream().filter(InstalledConnector::quarantined))
                .extracting(InstalledConnector::name)
                .containsExactly("evil");
    }

    @Test
    void anExpressionThatNeverEndsIsAHangAlsoWhereStoredDevicesAreWeighed() {
        ConnectorDesk impatient = new ConnectorDesk(Duration.ofMillis(200));
        impatient.arrive("evil", Version.emptyVersion, Map.of("chronos.speaks.manufacturer", "((a+)+)+b"), READER);
        impatient.arrive("generic", Version.emptyVersion, Map.of(), DeviceReading::of);
        InstalledConnector evil = named(impatient, "evil");
        DeviceReading device = DeviceReading.of(
                Documents.of("A").manufacturer("a".repeat(2_000) + "!").build());

        assertThat(impatient.taken(evil, named(impatient, "generic"), List.of(device)))
                .isEmpty();

        assertThat(evil.quarantined()).isTrue();
    }

    @Test
    void anExpressionThatOverflowsTakesNoStoredDeviceAndStopsNobody() {
        arrive("evil", Map.of("chronos.speaks.manufacturer", "(a|b)*"));
        arrive("generic", Map.of());
        List<DeviceReading> devices = List.of(
                DeviceReading.of(
                        Documents.of("A").manufacturer("a".repeat(500_000)).build()),
                DeviceReading.of(Documents.of("B").manufacturer("a").build()));

        assertThat(desk.taken(named(desk, "evil"), named(desk, "generic"), devices))
                .containsExactly("B");
    }

    private static InstalledConnector named(ConnectorDesk desk, String name) {
        return desk.connectors().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aBatchIsReadByTheConnectorsThatWereThereWhenItBegan() {
        List<String> readers = new ArrayList<>();
        VendorConnector newer = document -> {
            readers.add("new");
            return DeviceReading.of(document);
        };
        desk.arrive("generic", Version.emptyVersion, Map.of(), document -> {
            readers.add("old");
            if (readers.size() == 1) {
                desk.arrive("generic", new Version("2.0.0"), Map.of(), newer);
            }
            return DeviceReading.of(document);
        });
        List<DeviceDocument> two =
                List.of(Documents.of("A").build(), Documents.of("B").build());

        desk.read(two, id -> Optional.empty());
        desk.read(two, id -> Optional.empty());

        assertThat(readers).containsExactly("old", "old", "new", "new");
    }

    @Test
    void asksForTheUnionOfWhatIsReadAndNoPathTwice() {
        assertThat(desk.projection())
                .containsExactlyInAnyOrder(
                        "InternetGatewayDevice.DeviceInfo.ModelName._value", "Device.DeviceInfo.ModelName._value");
        arrive("a", Map.of("chronos.reads", new String[] {"InternetGatewayDevice.DeviceInfo", "Device.WiFi.", "Device.X"
        }));
        arrive(
                "b",
                Map.of(
                        "chronos.reads",
                        List.of("InternetGatewayDevice.DeviceInfo.UpTime", "Device.WiFi.Radio", "Device.XY"),
                        "chronos.speaks.hasObject",
                        "InternetGatewayDevice.X_Gpon"));

        assertThat(desk.projection())
                .containsExactlyInAnyOrder(
                        "InternetGatewayDevice.DeviceInfo",
                        "InternetGatewayDevice.X_Gpon",
                        "Device.DeviceInfo.ModelName._value",
                        "Device.WiFi",
                        "Device.X",
                        "Device.XY");
    }

    @Test
    void namesAConnectorAfterItsBundleOrAsItSays() {
        desk.arrive("com.rjchronos.connectors.huawei", Version.emptyVersion, Map.of(), READER);
        desk.arrive("com.x.y", Version.emptyVersion, Map.of("chronos.connector", "nokia"), DeviceReading::of);

        assertThat(desk.connectors()).extracting(InstalledConnector::name).containsExactlyInAnyOrder("huawei", "nokia");
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T undeclared(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private void arrive(String name, Map<String, Object> properties) {
        desk.arrive(
                "com.rjchronos.connectors." + name,
                new Version("1.0.0"),
                properties,
                document -> DeviceReading.of(document));
    }

    private String reader(Documents document) {
        return ((Verdict.Read) read(document.build(), Optional.empty())).connector();
    }

    private Verdict read(DeviceDocument document, Optional<String> bound) {
        return desk.read(List.of(document), id -> bound).get(0);
    }

    private static List<String> connectorsOf(List<Verdict> verdicts) {
        return verdicts.stream().map(v -> ((Verdict.Read) v).connector()).toList();
    }

    private static void uninterruptibly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                // a bad connector does not listen
            }
        }
    }
}
