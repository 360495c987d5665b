package com.rjchronos.inventory.acs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.inventory.connector.ConnectorDesk;
import com.rjchronos.inventory.fake.Documents;
import com.rjchronos.inventory.fake.MemoryDeviceStore;
import com.rjchronos.inventory.fake.ScriptedGateway;
import com.rjchronos.inventory.fake.TestClock;
import com.rjchronos.inventory.sweep.AcsRoster;
import com.rjchronos.model.acs.AcsCensus;
import com.rjchronos.model.acs.AcsFault;
import com.rjchronos.model.acs.AcsFinding;
import com.rjchronos.model.acs.AcsFinding.Level;
import com.rjchronos.model.acs.AcsHealth;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.acs.AcsScope;
import com.rjchronos.model.acs.AcsSetupDiff;
import com.rjchronos.model.acs.AcsSetupDiff.Change;
import com.rjchronos.model.acs.AcsSetupTerms;
import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.model.audit.AuditEntry.Outcome;
import com.rjchronos.model.caller.Actor;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.model.caller.Permission;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.problem.ProblemException;
import com.rjchronos.model.problem.ProblemKind;
import com.rjchronos.model.problem.Violation;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.OpticalPower;
import com.rjchronos.model.reading.OpticalReading;
import com.rjchronos.port.AuditStore;
import com.rjchronos.port.DeviceStore.Known;
import com.rjchronos.spi.VendorConnector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.Version;

@Timeout(30)
class InventoryAcsSetupsTest {
    private static final AcsId MAIN = Documents.MAIN;
    private static final String NAME = "chronos-refresh";
    private static final Caller ADMIN = Caller.system("test", Origin.SYSTEM);
    private static final RuntimeException AWAY =
            Problem.unavailable("It is away.", Duration.ofSeconds(2)).thrown();
    private static final VendorConnector OPTICAL = document -> DeviceReading.of(document)
            .optical(OpticalReading.power(
                    Measured.number(document.leaf("Device.Optical.RX"), OpticalPower::measured), Optional.empty()));

    private final TestClock clock = new TestClock("2026-11-23T12:00:00Z"); // values were read at 11:58
    private final ConnectorDesk desk = new ConnectorDesk(Duration.ofSeconds(5));
    private final AcsRoster roster = new AcsRoster(indicator -> () -> {}, clock);
    private final ScriptedGateway gateway = new ScriptedGateway(MAIN, clock.instant());
    private final List<AuditEntry> trail = new ArrayList<>();
    private final MemoryDeviceStore devices = new MemoryDeviceStore();
    private AuditStore store = (entry, at) -> trail.add(entry);
    private final InventoryAcsSetups setups =
            new InventoryAcsSetups(roster, desk, devices, (entry, at) -> store.append(entry, at), clock);

    @BeforeEach
    void anAcsAndAConnector() {
        roster.join(gateway);
        gateway.fleet.census = new AcsCensus(120, 100, Optional.of(clock.instant()));
        desk.arrive(
                "optical",
                new Version("1.0.0"),
                Map.of("chronos.reads", "Device.Optical,Device.IP,Device.Time.Status._value"),
                OPTICAL);
    }

    @Test
    void aDiffShowsWhatIsMissingAndChangesNothing() {
        AcsSetupDiff diff = setups.diff(ADMIN, MAIN);

        assertThat(diff.changes())
                .extracting(Change::kind)
                .containsExactly(AcsSetupDiff.Kind.PROVISION, AcsSetupDiff.Kind.PRESET);
        assertThat(diff.changes()).allSatisfy(change -> {
            assertThat(change.name()).isEqualTo(NAME);
            assertThat(change.before()).isEmpty();
        });
        assertThat(gateway.setup.puts).isEmpty();
        assertThat(trail).isEmpty();
    }

    @Test
    void theScriptKeepsFreshWhatConnectorsReadAndSpreadsTheFleetOverTheHour() {
        setups.apply(ADMIN, MAIN, AcsSetupTerms.USUAL);

        assertThat(gateway.setup.provisions.get(NAME))
                .contains("const hourly = Date.now(3600000);", "declare(below, {path: hourly, value: hourly});")
                .contains("\"Device.Optical\"", "\"Device.IP\"", "\"Device.Time.Status\"");
        assertThat(gateway.setup.presets.get(NAME))
                .contains("\"channel\":\"chronos-refresh\"", "\"events\":{\"6 CONNECTION REQUEST\":false}")
                .contains("\"precondition\":\"\"");
    }

    @Test
    void aSecondSetupHasNothingToDo() {
        setups.apply(ADMIN, MAIN, AcsSetupTerms.USUAL);

        assertThat(setups.apply(ADMIN, MAIN, AcsSetupTerms.USUAL).nothingToDo()).isTrue();

        assertThat(gateway.setup.puts).containsExactly("provision " + NAME, "preset " + NAME);
        assertThat(trail).extracting(AuditEntry::outcome).containsExactly(Outcome.PENDING, Outcome.SUCCESS);
    }

    @Test
    void whatSomebodyEditedIsShownReplacedAndKeptInTheTrail() {
        setups.apply(ADMIN, MAIN, AcsSetupTerms.USUAL);
        gateway.setup.provisions.put(NAME, "log('mine');");

        AcsSetupDiff done = setups.apply(ADMIN, MAIN, AcsSetupTerms.USUAL);

        assertThat(done.changes()).extracting(Change::before).containsExactly(Optional.of("log('mine');"));
        assertThat(gateway.setup.provisions.get(NAME)).contains("hourly");
        AuditEntry last = trail.get(trail.size() - 1);
        assertThat(last.action()).isEqualTo("acs.setup");
        assertThat(last.description()).isEqualTo("ACS main was set up: provision chronos-refresh replaced.");
        assertThat(last.details())
                .containsEntry("before.provision", "log('mine');")
                .containsEntry("acs", "main");
    }

    @Test
    void whatSomebodyWroteIsKeptWholeHoweverLongItIs() {
        setups.apply(ADMIN, MAIN, AcsSetupTerms.USUAL);
        String theirs = "log('mine');\n".repeat(10_000);
        gateway.setup.provisions.put(NAME, theirs);

        setups.apply(ADMIN, MAIN, AcsSetupTerms.USUAL);

        assertThat(trail.get(trail.size() - 1).details()).containsEntry("before.provision", theirs);
    }

    @Test
    void waitsForAConnectorThatDevicesAreBoundToUnlessForced() {
        setups.apply(ADMIN, MAIN, AcsSetupTerms.USUAL);
        String good = gateway.setup.provisions.get(NAME);
        desk.arrive("other", new Version("1.0.0"), Map.of("chronos.reads", "Device.WiFi"), DeviceReading::of);
        bind("A", "optical");
        desk.depart(OPTICAL);

        assertThatThrownBy(() -> setups.apply(ADMIN, MAIN, AcsSetupTerms.USUAL))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.CONFLICT))
                .hasMessageContaining("optical");
        assertThat(gateway.setup.provisions).containsEntry(NAME, good);

        setups.apply(ADMIN, MAIN, new AcsSetupTerms(true, Set.of()));
        assertThat(gateway.setup.provisions.get(NAME)).contains("Device.WiFi").doesNotContain("Device.Optical");
    }

    @Test
    void aConnectorThatComesBackWhileTheDiffIsMadeIsMissingInIt() {
        Map<String, Object> reads = Map.of("chronos.reads", "Device.Optical");
        desk.arrive("other", new Version("1.0.0"), Map.of("chronos.reads", "Device.WiFi"), DeviceReading::of);
        bind("A", "optical");
        desk.depart(OPTICAL);
        gateway.setup.meanwhile = () -> desk.arrive("optical", new Version("1.0.1"), reads, OPTICAL);

        assertProblem(ProblemKind.CONFLICT, () -> setups.apply(ADMIN, MAIN, AcsSetupTerms.USUAL));

        assertThat(gateway.setup.puts).isEmpty();
    }

    @Test
    void makesOnlyTheChangesThatWereShown() {
        String shown = setups.diff(ADMIN, MAIN).fingerprint();
        desk.arrive("more", new Version("1.0.0"), Map.of("chronos.reads", "Device.WiFi"), DeviceReading::of);

        assertProblem(
                ProblemKind.PRECONDITION_FAILED,
                () -> setups.apply(ADMIN, MAIN, new AcsSetupTerms(false, Set.of(shown))));
        assertThat(gateway.setup.puts).isEmpty();

        String now = setups.diff(ADMIN, MAIN).fingerprint();
        assertThat(setups.apply(ADMIN, MAIN, new AcsSetupTerms(false, Set.of(now)))
                        .changes())
                .hasSize(2);
    }

    @Test
    void aConnectorThatReadsMoreMakesTheSetupStale() {
        setups.apply(ADMIN, MAIN, AcsSetupTerms.USUAL);
        desk.arrive("more", new Version("1.0.0"), Map.of("chronos.reads", "Device.WiFi"), DeviceReading::of);

        assertThat(setups.diff(ADMIN, MAIN).changes())
                .extracting(Change::kind)
                .containsExactly(AcsSetupDiff.Kind.PROVISION);
    }

    @Test
    void onlyDevicesWithTheScopesTagAreAsked() {
        gateway.fleet.scope = new AcsScope(Optional.of("north"), Optional.empty());

        setups.apply(ADMIN, MAIN, AcsSetupTerms.USUAL);

        assertThat(gateway.setup.presets.get(NAME)).contains("\"precondition\":\"{\\\"_tags\\\":\\\"north\\\"}\"");
    }

    @Test
    void refusesAScopeThatCannotStandInAPreset() {
        gateway.fleet.scope = new AcsScope(Optional.empty(), Optional.of("{\"_id\":\"A\"}"));
        assertProblem(ProblemKind.CONFLICT, () -> setups.apply(ADMIN, MAIN, AcsSetupTerms.USUAL));

        gateway.fleet.scope = new AcsScope(Optional.of("north \"1\""), Optional.empty());
        assertProblem(ProblemKind.CONFLICT, () -> setups.apply(ADMIN, MAIN, AcsSetupTerms.USUAL));

        assertThat(gateway.setup.puts).isEmpty();
    }

    @Test
    void refusesWhileNoConnectorIsThereToReadAnything() {
        desk.depart(OPTICAL);

        assertProblem(ProblemKind.CONFLICT, () -> setups.diff(ADMIN, MAIN));
    }

    @Test
    void changesNothingThatTheTrailCannotTell() {
        store = (entry, at) -> {
            throw AWAY;
        };

        assertProblem(ProblemKind.UNAVAILABLE, () -> setups.apply(ADMIN, MAIN, AcsSetupTerms.USUAL));

        assertThat(gateway.setup.puts).isEmpty();
    }

    @Test
    void aSetupThatFailsOrIsNotKeptIsAnErrorInTheTrail() {
        gateway.setup.failure = AWAY;
        assertProblem(ProblemKind.UNAVAILABLE, () -> setups.apply(ADMIN, MAIN, AcsSetupTerms.USUAL));
        gateway.setup.failure = null;
        gateway.setup.forgetful = true;
        assertProblem(ProblemKind.UNAVAILABLE, () -> setups.apply(ADMIN, MAIN, AcsSetupTerms.USUAL));

        assertThat(trail)
                .extracting(AuditEntry::outcome)
                .containsExactly(Outcome.PENDING, Outcome.ERROR, Outcome.PENDING, Outcome.ERROR);
        assertThat(trail.get(1).details()).containsEntry("reason", "It is away.");
    }

    @Test
    void asksForThePermissionsAndForAnAcsThatIsThere() {
        Caller operator = may(Permission.ACS_READ);

        assertThat(setups.list(operator)).extracting(s -> s.health().acs()).containsExactly(MAIN);
        assertThat(setups.diff(operator, MAIN).nothingToDo()).isFalse();
        assertProblem(ProblemKind.FORBIDDEN, () -> setups.apply(operator, MAIN, AcsSetupTerms.USUAL));
        assertProblem(ProblemKind.FORBIDDEN, () -> setups.check(may(Permission.DEVICES_READ), MAIN));
        assertProblem(ProblemKind.NOT_FOUND, () -> setups.diff(ADMIN, new AcsId("south")));
    }

    @Test
    void aCheckOfAHealthyAcsFindsNothingWrongAndChangesNothing() {
        setups.apply(ADMIN, MAIN, AcsSetupTerms.USUAL);
        gateway.setup.puts.clear();
        gateway.fleet.documents.add(
                Documents.of("A").value("Device.Optical.RX", -20.5).build());

        List<AcsFinding> findings = setups.check(ADMIN, MAIN);

        assertThat(findings).extracting(AcsFinding::level).containsOnly(Level.OK);
        assertThat(findings)
                .extracting(AcsFinding::sentence)
                .contains(
                        "120 devices in scope, of which 100 informed within a day.",
                        "The ACS's clock is 0 s ahead of ours.",
                        "What keeps values fresh is there and current.",
                        "Of 1 devices sampled 1 have optical values, the oldest read 2 minutes ago, 0 more than 2 hours ago.");
        assertThat(gateway.setup.puts).isEmpty();
    }

    @Test
    void aCheckNamesWhatIsWrong() {
        gateway.fleet.census = new AcsCensus(120, 0, Optional.of(clock.instant().minusSeconds(90)));
        gateway.setup.fatal.put("evil", List.of(new Violation("precondition", "must be a JSON object")));
        gateway.fleet.documents.add(
                Documents.of("A").value("Device.Optical.RX", -20.5).build());
        gateway.fleet.faults.add(fault("default"));
        gateway.fleet.faults.add(fault(NAME));
        clock.advance(Duration.ofHours(3));

        assertThat(wrong("devices")).startsWith("120 devices in scope, of which 0 informed");
        assertThat(wrong("clock")).contains("10890 s behind");
        assertThat(wrong("presets")).contains("evil", "precondition must be a JSON object");
        assertThat(wrong("setup")).contains("chronos:acs-setup");
        assertThat(wrong("optical values")).contains("182 minutes ago, 1 more than 2 hours ago");
        assertThat(wrong("faults")).isEqualTo("2 faults, of which 1 met the refresh of values.");
    }

    @Test
    void aFleetWithoutAnyOpticalValueIsAWarning() {
        gateway.fleet.documents.add(Documents.of("A").build());

        assertThat(wrong("optical values")).isEqualTo("Of 1 devices sampled 0 have optical values.");
    }

    @Test
    void anAcsThatDoesNotAnswerIsTheOnlyFinding() {
        gateway.is(AcsHealth.State.UNREACHABLE, Instant.EPOCH);
        gateway.fleet.failure = AWAY;

        assertThat(setups.check(ADMIN, MAIN)).containsExactly(AcsFinding.error("reachable", "It is away."));
    }

    private void bind(String device, String connector) {
        DeviceReading reading = DeviceReading.of(Documents.of(device).build());
        devices.devices.put(
                device,
                new Known(new DeviceId(1), reading, DeviceStatus.ONLINE, Optional.of(connector), Optional.empty()));
    }

    private String wrong(String about) {
        return setups.check(ADMIN, MAIN).stream()
                .filter(f -> f.about().equals(about) && f.level() != Level.OK)
                .map(AcsFinding::sentence)
                .findFirst()
                .orElseThrow();
    }

    private AcsFault fault(String channel) {
        return new AcsFault("A", channel, "cwmp.9002", "Internal error", List.of(), 1, Optional.empty());
    }

    private static Caller may(Permission permission) {
        Actor ana = new Actor(Actor.Type.USER, Optional.of("7"), "Ana");
        return new Caller(ana, Set.of(permission), Origin.API, Optional.empty(), "trace-1");
    }

    private static void assertProblem(ProblemKind kind, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().kind())
                .isEqualTo(kind));
    }
}
