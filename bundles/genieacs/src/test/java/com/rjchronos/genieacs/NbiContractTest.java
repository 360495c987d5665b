package com.rjchronos.genieacs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.model.acs.AcsCensus;
import com.rjchronos.model.acs.AcsFault;
import com.rjchronos.model.acs.AcsFile;
import com.rjchronos.model.acs.AcsTask;
import com.rjchronos.model.acs.CommandOutcome;
import com.rjchronos.model.acs.Delivery;
import com.rjchronos.model.acs.TaskId;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.intent.AcsCall;
import com.rjchronos.model.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the gateway expects of any GenieACS: of the simulator and, with {@code -Dgenieacs.url=http://… -Dgenieacs.device=<id>}, of a real one. There it
 * knocks at that device and leaves nothing behind.
 */
@Timeout(300)
class NbiContractTest {
    private static final String NOWHERE = "000000-NO%2DSUCH-DEVICE";
    private static final AcsCall.Get VERSION_OF_NOWHERE =
            new AcsCall.Get(NOWHERE, List.of("Device.DeviceInfo.SoftwareVersion"));

    private final String key = "contract:" + UUID.randomUUID();
    private AcsUnderTest simulator;
    private GenieAcsGateway gateway;
    private String device;

    @BeforeEach
    void start() throws IOException {
        String url = System.getProperty("genieacs.url", "");
        if (url.isEmpty()) {
            simulator = new AcsUnderTest();
            url = simulator.url();
            device = simulator.device().id();
        } else {
            device = System.getProperty("genieacs.device");
        }
        gateway = AcsUnderTest.gateway(url, Map.of("responseTimeoutSeconds", "30"));
    }

    @AfterEach
    void stop() throws IOException {
        gateway.leave();
        if (simulator != null) {
            simulator.close();
        }
    }

    @Test
    void aDeviceIsFoundByItsIdWhateverStandsInIt() {
        Set<String> both = Set.of("InternetGatewayDevice.DeviceInfo", "Device.DeviceInfo");

        DeviceDocument document = gateway.devices().document(device, both).orElseThrow();

        assertThat(document.identity().genieacsId()).isEqualTo(device);
        assertThat(document.lastInform()).isPresent();
        assertThat(document.parameters().children()).isNotEmpty();
        assertThat(gateway.devices().capture(device).orElseThrow())
                .startsWith("{")
                .endsWith("}")
                .contains("\"_comment\" : \"Captured from a device and masked", "ManagementServer")
                .doesNotContain(device);
    }

    @Test
    void anUnknownDeviceIsNoFailure() {
        assertThat(gateway.devices().document(NOWHERE, Set.of())).isEmpty();
        assertThat(gateway.devices().capture(NOWHERE)).isEmpty();
        assertThat(gateway.commands().insert(VERSION_OF_NOWHERE, Delivery.queued(key)))
                .isEqualTo(new CommandOutcome.NoSuchDevice());
        assertThat(gateway.commands().insert(VERSION_OF_NOWHERE, Delivery.knocking(key, Duration.ofSeconds(3))))
                .isEqualTo(new CommandOutcome.NoSuchDevice());
        assertThat(gateway.commands().knock(NOWHERE)).isEqualTo(new CommandOutcome.NoSuchDevice());
        assertThat(gateway.devices().tag(NOWHERE, "lab")).isEqualTo(new CommandOutcome.NoSuchDevice());
        assertThat(gateway.commands().tasks(NOWHERE)).isEmpty();
    }

    @Test
    void aCallWaitsInTheQueueUnderItsKeyUntilItIsDeleted() {
        AcsCall.Refresh refresh = new AcsCall.Refresh(device, root() + ".DeviceInfo");
        CommandOutcome first = gateway.commands().insert(refresh, Delivery.queued(key));

        CommandOutcome second =
                gateway.commands().insert(refresh, Delivery.queued(key).expiringAfter(Duration.ofHours(1)));

        assertThat(first).isInstanceOf(CommandOutcome.Queued.class);
        TaskId task = second.task().orElseThrow();
        AcsTask waiting = gateway.commands().tasks(device).stream()
                .filter(t -> t.uniqueKey().equals(Optional.of(key)))
                .reduce((a, b) -> {
                    throw new AssertionError("the second did not replace the first");
                })
                .orElseThrow();
        assertThat(waiting.id()).isEqualTo(task);
        assertThat(waiting.name()).isEqualTo("refreshObject");
        assertThat(waiting.expiry().orElseThrow())
                .isEqualTo(waiting.at().orElseThrow().plusSeconds(3_600));
        assertThat(gateway.commands().retryTask(task)).isInstanceOf(CommandOutcome.Done.class);
        assertThat(gateway.commands().deleteTask(task)).isInstanceOf(CommandOutcome.Done.class);
        assertThat(gateway.commands().deleteTask(task)).isEqualTo(new CommandOutcome.NoSuchTask());
        assertThat(gateway.commands().retryTask(task)).isEqualTo(new CommandOutcome.NoSuchTask());
    }

    @Test
    void aKnockBringsTheDeviceAndTheCallIsDone() {
        AcsCall.Get get = new AcsCall.Get(device, List.of(root() + ".DeviceInfo.SoftwareVersion"));

        CommandOutcome outcome = gateway.commands().insert(get, Delivery.knocking(key, Duration.ofSeconds(10)));

        assertThat(outcome).isInstanceOf(CommandOutcome.Done.class);
        assertThat(outcome.task()).isPresent();
        assertThat(gateway.commands().tasks(device))
                .noneMatch(t -> t.uniqueKey().equals(Optional.of(key)));
        assertThat(gateway.commands().knock(device)).isInstanceOf(CommandOutcome.Done.class);
    }

    @Test
    void tagsComeAndGo() {
        String tag = "contrato São/1.2";

        assertThat(gateway.devices().tag(device, tag)).isInstanceOf(CommandOutcome.Done.class);
        assertThat(tags()).contains(tag);
        assertThat(gateway.devices().untag(device, tag)).isInstanceOf(CommandOutcome.Done.class);
        assertThat(tags()).doesNotContain(tag);
    }

    @Test
    void presetsAndWhatTheyNameArePutWholeAndTakenAway() {
        String preset = "{\"weight\":3,\"channel\":\"contract\",\"events\":{\"2 PERIODIC\":true},"
                + "\"precondition\":\"{\\\"_tags\\\":\\\"no-device-has-this\\\"}\",\"configurations\":["
                + "{\"type\":\"provision\",\"name\":\"contract\",\"args\":[\"a\",1]},"
                + "{\"type\":\"add_object\",\"name\":\"Device.X\",\"object\":\"contract\"}]}";
        gateway.setup().putProvision("contract", "log(\"São\");");
        gateway.setup().putObject("contract", "{\"_keys\":[\"A\"],\"A\":\"b\"}");

        String shown = gateway.setup().checkedPreset("contract", preset);
        gateway.setup().putPreset("contract", preset);

        assertThat(gateway.setup().presets()).containsEntry("contract", shown);
        assertThat(gateway.setup().provisions()).containsEntry("contract", "log(\"São\");");
        assertThat(gateway.setup().objects()).containsEntry("contract", "{\"A\":\"b\",\"_keys\":[\"A\"]}");
        gateway.setup().deletePreset("contract");
        gateway.setup().deleteObject("contract");
        gateway.setup().deleteProvision("contract");
        gateway.setup().deleteProvision("contract");
        assertThat(gateway.setup().presets()).doesNotContainKey("contract");
        assertThat(gateway.setup().provisions()).doesNotContainKey("contract");
        assertThat(gateway.setup().objects()).doesNotContainKey("contract");
    }

    @Test
    void aPresetWithItsKeysInOrderReadsBackAsItWasPut() {
        String preset = "{\"channel\":\"contract\",\"configurations\":[{\"type\":\"provision\",\"name\":\"contract\"}],"
                + "\"events\":{\"6 CONNECTION REQUEST\":false},\"precondition\":\"{\\\"_tags\\\":\\\"no-device-has-this\\\"}\","
                + "\"weight\":0}";
        gateway.setup().putProvision("contract", "const hourly = Date.now(3600000);");

        gateway.setup().putPreset("contract", preset);

        assertThat(gateway.setup().presets()).containsEntry("contract", preset);
        assertThat(gateway.setup().fatalPresets()).doesNotContainKey("contract");
        gateway.setup().deletePreset("contract");
        gateway.setup().deleteProvision("contract");
    }

    @Test
    void theFleetIsCountedAndSampled() {
        Instant always = Instant.parse("2000-01-01T00:00:00Z"); // older texts are no dates to the NBI
        Instant never = Instant.parse("2100-01-01T00:00:00Z");

        AcsCensus census = gateway.fleet().census(always);

        assertThat(census.devices()).isPositive();
        assertThat(census.informed()).isPositive().isLessThanOrEqualTo(census.devices());
        assertThat(census.acsTime().orElseThrow()).isAfter(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(gateway.fleet().census(never).informed()).isZero();
        assertThat(gateway.fleet().sample(Set.of("Device.DeviceInfo"), always, 3))
                .hasSize((int) Math.min(3, census.informed()));
        assertThat(gateway.fleet().sample(Set.of(), never, 3)).isEmpty();
    }

    @Test
    void aScriptOfBrokenSyntaxIsRefusedInGenieAcssWords() {
        assertThatThrownBy(() -> gateway.setup().putProvision("contract", "let a = ;"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("SyntaxError");
        gateway.setup().putVirtualParameter("contract", "return {writable: false, value: [1, \"xsd:int\"]};");
        assertThat(gateway.setup().virtualParameters()).containsKey("contract");
        gateway.setup().deleteVirtualParameter("contract");
        assertThat(gateway.setup().virtualParameters()).doesNotContainKey("contract");
    }

    @Test
    void filesAreUploadedWithWhatTheyAreForAndDeleted(@TempDir Path folder) throws IOException {
        Path content = Files.write(folder.resolve("image"), new byte[300_000]);
        AcsFile.Label label = new AcsFile.Label(
                "contract 1.0.bin",
                Optional.of("1 Firmware Upgrade Image"),
                Optional.of("E8614E"),
                Optional.of("HG8245H"),
                Optional.of("1.0"));

        gateway.files().upload(label, content);

        assertThat(gateway.files().list())
                .filteredOn(f -> f.label().name().equals(label.name()))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.label()).isEqualTo(label);
                    assertThat(f.bytes()).isEqualTo(300_000);
                    assertThat(f.uploaded()).isPresent();
                });
        gateway.files().delete(label.name());
        gateway.files().delete(label.name()); // its absence would end a worker of the NBI
        assertThat(gateway.files().list()).noneMatch(f -> f.label().name().equals(label.name()));
        assertThat(gateway.health().reachable()).isTrue();
    }

    @Test
    void faultsAreReadAsAStreamAndByDevice() {
        List<AcsFault> faults = new ArrayList<>();

        long count = gateway.faults().sweep(Optional.empty(), faults::add);

        assertThat(count).isEqualTo(faults.size());
        for (AcsFault fault : faults.stream().limit(3).toList()) {
            assertThat(gateway.faults().of(fault.genieacsId())).contains(fault);
        }
        assertThat(gateway.faults().delete(NOWHERE, "default")).isInstanceOf(CommandOutcome.Done.class);
    }

    @Test
    void whatTheNbiWouldNotSurviveIsNotSent() {
        assertThat(gateway.commands().insert(new AcsCall.Reboot("00-A%ZZ-1"), Delivery.queued(key)))
                .isInstanceOf(CommandOutcome.Invalid.class);
        assertThat(gateway.commands().knock("../tasks")).isInstanceOf(CommandOutcome.Invalid.class);
        assertThat(gateway.devices().tag(device, "a\u0000b")).isInstanceOf(CommandOutcome.Invalid.class);
        assertThat(gateway.devices().delete("")).isInstanceOf(CommandOutcome.Invalid.class);
        assertThat(gateway.faults().delete(device, "x\ny")).isInstanceOf(CommandOutcome.Invalid.class);
        assertThatThrownBy(() -> new TaskId("reboot")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> gateway.devices().document(device, Set.of("Device.*")))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> gateway.devices().ping("host;reboot")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> gateway.setup().putPreset("contract", "null")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> gateway.files()
                        .upload(
                                new AcsFile.Label(
                                        "a/b", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                                Path.of("/dev/null")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void aPingSaysWhetherTheHostAnswered() {
        assertThat(gateway.devices().ping("no-such-host.invalid"))
                .satisfies(report -> assertThat(report.answered()).isFalse())
                .satisfies(report -> assertThat(report.words()).contains("no-such-host.invalid"));
    }

    private Set<String> tags() {
        return gateway.devices().document(device, Set.of()).orElseThrow().tags();
    }

    private String root() {
        DeviceDocument document = gateway.devices()
                .document(device, Set.of("InternetGatewayDevice.DeviceInfo", "Device.DeviceInfo"))
                .orElseThrow();
        return document.has("Device.DeviceInfo") ? "Device" : "InternetGatewayDevice";
    }
}
