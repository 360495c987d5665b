package com.rjchronos.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.intent.AcsCall;
import com.rjchronos.model.intent.AcsCall.Setting;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.reading.CustomerNetwork;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Host;
import com.rjchronos.model.reading.Ipv6;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.OpticalPower;
import com.rjchronos.model.reading.OpticalReading;
import com.rjchronos.model.reading.Station;
import com.rjchronos.model.reading.Traffic;
import com.rjchronos.model.reading.WanConnection;
import com.rjchronos.model.reading.Wlan;
import com.rjchronos.spi.VendorConnector;
import com.rjchronos.spi.standard.StandardReading;
import com.rjchronos.spi.standard.WanDialect;
import com.rjchronos.testkit.guide.AcmeConnector;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

/** The contract notices what it is there to notice: each test breaks one law. */
class VendorConnectorContractTest {

    @Test
    void noticesAConnectorThatThrowsForAMutation() {
        VendorConnectorContract broken = contract(document -> DeviceReading.of(document)
                .hosts(document.leaf(path("Hosts.HostNumberOfEntries")).map(leaf -> ((Long) leaf.value()).intValue())));

        assertThatThrownBy(() -> run(broken.survivesEveryMutationOfASample()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("must never throw")
                .hasRootCauseInstanceOf(ClassCastException.class);
    }

    @Test
    void noticesAReadingThatIsAnotherEachTime() {
        VendorConnectorContract broken = contract(document ->
                DeviceReading.of(document).model(Optional.of(UUID.randomUUID().toString())));

        assertThatThrownBy(broken::inventsNothingForAnEmptyDocument).rootCause().hasMessageContaining("twice");
    }

    @Test
    void noticesIdentityThatIsNotTheDocumentsOwn() {
        VendorConnectorContract broken = contract(document -> DeviceReading.of(Documents.parse("{\"_id\":\"other\"}")));

        assertThatThrownBy(broken::inventsNothingForAnEmptyDocument).rootCause().hasMessageContaining("identity");
    }

    @Test
    void noticesTextAndPowerThatNobodyCanStore() {
        VendorConnectorContract text =
                contract(document -> DeviceReading.of(document).model(document.text(path("DeviceInfo.ModelName"))));
        Measured<OpticalPower> dark = new Measured<>(OpticalPower.measured(-45), "-45", Optional.empty());
        VendorConnectorContract power = contract(document ->
                DeviceReading.of(document).optical(OpticalReading.power(Optional.of(dark), Optional.empty())));

        assertThatThrownBy(() -> run(text.survivesEveryMutationOfASample()))
                .rootCause()
                .hasMessageContaining("text");
        assertThatThrownBy(power::inventsNothingForAnEmptyDocument).rootCause().hasMessageContaining("power");
    }

    @Test
    void noticesWhatIsSaidOfADocumentThatSaysNothing() {
        VendorConnectorContract broken =
                contract(document -> DeviceReading.of(document).hosts(Optional.of(0)));

        assertThatThrownBy(broken::inventsNothingForAnEmptyDocument).hasMessageContaining("nothing is invented");
    }

    @Test
    void noticesReceivedPowerThatWasMadeOfAZero() {
        VendorConnectorContract broken = contract(document -> DeviceReading.of(document)
                .optical(OpticalReading.power(
                        Measured.number(
                                document.leaf(path("Optical.Interface.1.OpticalSignalLevel")),
                                raw -> raw > -40_000 && raw <= 0
                                        ? OpticalPower.measured(raw / 1000)
                                        : Optional.empty()),
                        Optional.empty())));

        assertThatThrownBy(() -> run(broken.survivesEveryMutationOfASample()))
                .rootCause()
                .hasMessageContaining("0 is no received power");
    }

    @Test
    void noticesWhoIsInNoNetworkOfTheDocument() {
        Host stranger = Host.of("Device.Hosts.Host.1").mac(Optional.of("DC:A6:32:77:77:77"));
        Host nowhere = Host.of("Device.Hosts.Host.9999").ip(Optional.of("192.168.1.2"));
        Host malformed = Host.of("Device.Hosts.Host.1").ip(Optional.of("192.168.1"));

        for (Host host : List.of(stranger, nowhere, malformed)) {
            VendorConnectorContract broken = contract(document -> document.has("Device.Hosts.Host.1")
                    ? DeviceReading.of(document)
                            .hosts(Optional.of(1))
                            .network(new CustomerNetwork(List.of(host), List.of()))
                    : DeviceReading.of(document));

            assertThatThrownBy(() -> run(broken.survivesEveryMutationOfASample()))
                    .as(host.toString())
                    .isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void noticesAStationWhoseSignalNoParameterHolds() {
        String network = "Device.WiFi.SSID.1";
        Station station = Station.of("Device.WiFi.AccessPoint.1.AssociatedDevice.1", network, "DC:A6:32:01:01:7F");
        Optional<Measured<Integer>> madeUp = Optional.of(new Measured<>(Optional.of(-33), "-33", Optional.empty()));

        assertThatThrownBy(
                        () -> run(stations(network, station.signalDbm(madeUp)).survivesEveryMutationOfASample()))
                .rootCause()
                .hasMessageContaining("no parameter of the entry holds");
        assertThatThrownBy(() -> run(stations("Device.WiFi.SSID.2", station).survivesEveryMutationOfASample()))
                .rootCause()
                .hasMessageContaining("network was read");
    }

    @Test
    void noticesCountersAndIpv6ThatCannotBe() {
        WanConnection wan = WanConnection.of("Device.IP.Interface.1", WanConnection.Type.DHCP);
        Traffic negative = new Traffic(
                Optional.of(-1L),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        VendorConnectorContract counters =
                contract(document -> DeviceReading.of(document).wans(List.of(wan.traffic(negative))));
        VendorConnectorContract ipv6 = contract(document -> DeviceReading.of(document)
                .wans(List.of(wan.ipv6(new Ipv6(Optional.of("10.0.0.1"), Optional.empty())))));

        assertThatThrownBy(counters::inventsNothingForAnEmptyDocument)
                .rootCause()
                .hasMessageContaining("a counter is not negative");
        assertThatThrownBy(ipv6::inventsNothingForAnEmptyDocument).rootCause().hasMessageContaining("10.0.0.1");
    }

    @Test
    void noticesAMeasurementThatNoParameterHolds() {
        VendorConnectorContract text = contract(document -> DeviceReading.of(document)
                .uptime(Optional.of(new Measured<>(Optional.empty(), "4711 made up", Optional.empty()))));
        VendorConnectorContract time = contract(document -> DeviceReading.of(document)
                .uptime(Measured.number(document.leaf(path("DeviceInfo.UpTime")), raw -> Optional.<Duration>empty())
                        .map(uptime -> new Measured<>(uptime.value(), uptime.raw(), document.lastInform()))));

        for (VendorConnectorContract broken : List.of(text, time)) {
            assertThatThrownBy(() -> run(broken.survivesEveryMutationOfASample()))
                    .rootCause()
                    .hasMessageContaining("no parameter holds");
        }
    }

    @Test
    void noticesAParameterThatIsReadButNotDeclared() {
        VendorConnectorContract broken = contract(document -> StandardReading.of(document, WanDialect.STANDARD));

        assertThatThrownBy(() -> run(broken.readsNoMoreThanItDeclares())).isInstanceOf(AssertionError.class);
    }

    @Test
    void noticesACallForAnotherDevice() {
        notices("for another", (device, intent) -> Plan.of(new AcsCall.Reboot("another")));
    }

    @Test
    void noticesAPlanThatIsAnotherEachTime() {
        notices(
                "the same plan",
                (device, intent) -> Plan.unsupported(UUID.randomUUID().toString()));
    }

    @Test
    void noticesThatThereIsNeitherAPlanNorAReason() {
        notices("a reason why not", (device, intent) -> null);
        notices("must never throw", (device, intent) -> Plan.unsupported(" "));
    }

    @Test
    void noticesASetOfWhatNobodyRead() {
        notices(
                "but not Device.WiFi.SSID.77.SSID",
                (device, intent) -> set(device, Setting.text("Device.WiFi.SSID.77.SSID", "x")));
    }

    @Test
    void noticesAWifiChangeInPieces() {
        notices("is one set", (device, intent) -> {
            if (intent.kind() != DeviceIntent.Kind.CHANGE_WIFI) {
                return Plan.unsupported(intent);
            }
            Plan.Calls set = (Plan.Calls) set(device, Setting.text("Device.WiFi.SSID.1.SSID", "x"));
            return Plan.of(List.of(set.calls().get(0), set.calls().get(0)));
        });
    }

    @Test
    void noticesASecretThatAPlanShows() {
        notices(
                "does not show a secret",
                (device, intent) -> intent instanceof DeviceIntent.ChangePppoe change
                                && change.password().isPresent()
                        ? set(
                                device,
                                Setting.text(
                                        "Device.PPP.Interface.1.Password",
                                        change.password().get().reveal()))
                        : Plan.unsupported(intent));
    }

    @Test
    void noticesADiagnosticThatLeavesOpenWhereItsFiguresAre() {
        notices(
                "holds its figures",
                (device, intent) -> intent.kind() == DeviceIntent.Kind.PING
                        ? set(device, Setting.text("Device.IP.Diagnostics.IPPing.DiagnosticsState", "Requested"))
                        : Plan.unsupported(intent));
    }

    @Test
    void noticesAnExpectationThatDoesNotHold() {
        assertThatThrownBy(() -> run(contract(DeviceReading::of).readsEverySampleAsExpected()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("AX-2000");
    }

    @Test
    void readsWhatBndWroteFromTheAnnotation() {
        assertThat(DeclaredReads.of(AcmeConnector.class))
                .contains(
                        "Device.X_ACME_Transceiver",
                        "Device.WiFi.SSID.4.LowerLayers._value",
                        "Device.Optical.Interface")
                .hasSizeGreaterThan(60);
    }

    private static VendorConnectorContract stations(String network, Station station) {
        return contract(document -> document.has(station.path())
                ? DeviceReading.of(document)
                        .wlans(List.of(Wlan.of(network)))
                        .network(new CustomerNetwork(List.of(), List.of(station)))
                : DeviceReading.of(document));
    }

    private static String path(String below) {
        return "Device." + below;
    }

    private static void run(List<DynamicTest> tests) throws Throwable {
        for (DynamicTest test : tests) {
            test.getExecutable().execute();
        }
    }

    private static void notices(String law, BiFunction<DeviceReading, DeviceIntent, Plan> planner) {
        VendorConnectorContract broken =
                contract(document -> StandardReading.of(document, WanDialect.STANDARD), planner);

        assertThatThrownBy(() -> run(broken.plansEveryIntentByTheLaws()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(law);
    }

    private static Plan set(DeviceReading device, Setting setting) {
        return Plan.of(new AcsCall.Set(device.identity().genieacsId(), List.of(setting)));
    }

    private static VendorConnectorContract contract(Function<DeviceDocument, DeviceReading> reader) {
        return contract(reader, (device, intent) -> Plan.unsupported(intent));
    }

    private static VendorConnectorContract contract(
            Function<DeviceDocument, DeviceReading> reader, BiFunction<DeviceReading, DeviceIntent, Plan> planner) {
        VendorConnector connector = new VendorConnector() {
            @Override
            public DeviceReading read(DeviceDocument document) {
                return reader.apply(document);
            }

            @Override
            public Plan plan(DeviceReading device, DeviceIntent intent) {
                return planner.apply(device, intent);
            }
        };
        return new Broken(connector);
    }

    /** Not a test class of its own: JUnit must not run it. */
    private record Broken(VendorConnector connector) implements VendorConnectorContract {
        @Override
        public Set<String> reads() {
            return Set.of("Device.DeviceInfo.ModelName");
        }

        @Override
        public boolean writesExpectations() {
            return false;
        }
    }
}
