package com.rjchronos.genieacs;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.acs.AcsFault;
import com.rjchronos.model.acs.AcsFile;
import com.rjchronos.model.acs.CommandOutcome;
import com.rjchronos.model.acs.CommandOutcome.KnockRefused;
import com.rjchronos.model.acs.Delivery;
import com.rjchronos.model.acs.TaskId;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.intent.AcsCall;
import com.rjchronos.model.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What comes of commands to devices that do not do as they are told, and of answers that are lost. */
@Timeout(120)
class CommandOutcomesTest {
    private static final Delivery KNOCK = Delivery.knocking("task-1:1", Duration.ofSeconds(2));

    private AcsUnderTest acs;
    private LosingProxy proxy;
    private GenieAcsGateway gateway;
    private String device;
    private String root;

    @BeforeEach
    void start() throws IOException {
        acs = new AcsUnderTest();
        proxy = new LosingProxy(acs.url());
        gateway = AcsUnderTest.gateway(proxy.url(), Map.of());
        device = acs.device().id();
        root = acs.device().root();
    }

    @AfterEach
    void stop() throws IOException {
        gateway.leave();
        proxy.close();
        acs.close();
    }

    @Test
    void whoCannotBeReachedKeepsItsTask() {
        acs.misses(device, "offline");
        assertThat(insert(refresh(), KNOCK)).isInstanceOf(CommandOutcome.Offline.class);
        assertThat(gateway.commands().knock(device)).isEqualTo(new CommandOutcome.Offline(Optional.empty()));
        acs.misses(device, "blackhole");
        assertThat(insert(refresh(), KNOCK)).isInstanceOf(CommandOutcome.Offline.class);
        acs.misses(device, "mute");
        CommandOutcome outcome = insert(refresh(), KNOCK);

        assertThat(outcome).isInstanceOf(CommandOutcome.NotProcessed.class);
        assertThat(gateway.commands().tasks(device)).singleElement().satisfies(t -> assertThat(t.id())
                .isEqualTo(outcome.task().orElseThrow()));
    }

    @Test
    void aDeviceThatRefusesTheAcssPasswordIsToldFromOneThatIsAway() {
        acs.misses(device, "credentials");

        CommandOutcome outcome = insert(refresh(), KNOCK);

        assertThat(outcome).isInstanceOfSatisfying(KnockRefused.class, refused -> {
            assertThat(refused.cause()).isEqualTo(KnockRefused.Cause.CREDENTIALS);
            assertThat(refused.words()).contains("Incorrect connection request credentials");
            assertThat(refused.task()).isPresent();
        });
        assertThat(gateway.commands().knock(device)).isInstanceOf(KnockRefused.class);
    }

    @Test
    void aFaultSaysWhichParameterWasRefusedAndWaitsBesideItsTask() {
        AcsCall.Set set = new AcsCall.Set(device, List.of(AcsCall.Setting.text(ssid(), "x".repeat(40))));

        CommandOutcome outcome = insert(set, KNOCK);

        TaskId task = outcome.task().orElseThrow();
        AcsFault fault = ((CommandOutcome.Faulted) outcome).fault().orElseThrow();
        assertThat(fault.code()).isEqualTo("cwmp.9003");
        assertThat(fault.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.parameter()).isEqualTo(ssid());
            assertThat(refused.code()).isEqualTo("9007");
        });
        assertThat(fault.task()).contains(task);
        assertThat(gateway.faults().of(device)).containsExactly(fault);
        List<AcsFault> swept = new ArrayList<>();
        assertThat(gateway.faults().sweep(fault.at().map(t -> t.minusSeconds(1)), swept::add))
                .isEqualTo(1);
        assertThat(gateway.faults().sweep(fault.at(), swept::add)).isZero();
        assertThat(swept).containsExactly(fault);

        assertThat(gateway.commands().retryTask(task)).isInstanceOf(CommandOutcome.Done.class);
        assertThat(gateway.faults().of(device)).isEmpty();
        assertThat(gateway.commands().deleteTask(task)).isInstanceOf(CommandOutcome.Done.class);
    }

    @Test
    void aPasswordReachesTheAcsAndNoList() {
        AcsCall.Set set = new AcsCall.Set(device, List.of(AcsCall.Setting.secret(ssid(), Secret.of("s3cret"))));

        assertThat(insert(set, Delivery.queued("k"))).isInstanceOf(CommandOutcome.Queued.class);

        assertThat(gateway.commands().tasks(device).toString()).doesNotContain("s3cret");
        assertThat(gateway.commands().knock(device)).isInstanceOf(CommandOutcome.Done.class);
        DeviceDocument document =
                gateway.devices().document(device, Set.of(ssid())).orElseThrow();
        assertThat(document.text(ssid())).contains("s3cret");
    }

    @Test
    void nothingIsTakenFromADeviceInItsSession() {
        TaskId task = insert(refresh(), Delivery.queued("k")).task().orElseThrow();
        acs.pull("POST", "session?id=" + AcsUnderTest.encoded(device) + "&ms=60000", "");

        assertThat(gateway.commands().deleteTask(task)).isEqualTo(new CommandOutcome.InSession());
        assertThat(gateway.commands().retryTask(task)).isEqualTo(new CommandOutcome.InSession());
        assertThat(gateway.faults().delete(device, "task_" + task)).isEqualTo(new CommandOutcome.InSession());
        assertThat(gateway.devices().delete(device)).isEqualTo(new CommandOutcome.InSession());
    }

    @Test
    void aDeletedDeviceIsGoneWithItsTasks() {
        insert(refresh(), Delivery.queued("k"));

        assertThat(gateway.devices().delete(device)).isInstanceOf(CommandOutcome.Done.class);

        assertThat(gateway.devices().document(device, Set.of())).isEmpty();
        assertThat(acs.changes("device-deleted")).isEqualTo(1);
        assertThat(gateway.commands().tasks(device)).isEmpty();
    }

    @Test
    void aLostAnswerIsFoundByItsKeyInTheQueue() {
        proxy.lose(1);

        CommandOutcome outcome = insert(reboot(), Delivery.queued("task-9:1"));

        assertThat(outcome).isInstanceOf(CommandOutcome.Queued.class);
        assertThat(gateway.commands().tasks(device)).singleElement().satisfies(t -> assertThat(t.id())
                .isEqualTo(outcome.task().orElseThrow()));
        assertThat(acs.changes("task-queued")).isEqualTo(1);
    }

    @Test
    void aLostAnswerOfACallThatMetAFaultIsFoundByItsFault() {
        acs.pull("POST", "fault?code=9002&task=reboot", "");
        proxy.lose(1);

        CommandOutcome outcome = insert(reboot(), KNOCK);

        assertThat(outcome).isInstanceOfSatisfying(CommandOutcome.Faulted.class, faulted -> assertThat(
                        faulted.fault().orElseThrow().code())
                .isEqualTo("cwmp.9002"));
        assertThat(acs.changes("task-queued")).isEqualTo(1);
    }

    @Test
    void aRebootWhoseAnswerWasLostIsProvenByTheDevicesDocument() {
        proxy.lose(1);

        assertThat(insert(reboot(), KNOCK)).isInstanceOf(CommandOutcome.Done.class);

        assertThat(acs.changes("rebooted")).isEqualTo(1);
    }

    @Test
    void aRebootThatNeverArrivedIsUnknownAndNotSentAgain() {
        acs.chaos("reset", "POST", 1);

        CommandOutcome outcome = insert(reboot(), KNOCK);

        assertThat(outcome).isInstanceOfSatisfying(CommandOutcome.Unknown.class, unknown -> assertThat(unknown.why())
                .contains("closed the connection", "never arrived", "may still come", "30 s"));
        assertThat(acs.requests("POST")).isEqualTo(1);
        assertThat(acs.changes("task-queued")).isZero();
    }

    @Test
    void aRefreshThatNeverArrivedIsSentAgain() {
        acs.chaos("reset", "POST", 1);
        assertThat(insert(refresh(), KNOCK)).isInstanceOf(CommandOutcome.Done.class);
        assertThat(acs.requests("POST")).isEqualTo(2);

        acs.chaos("status500", "POST", 1);
        assertThat(insert(refresh(), Delivery.queued("k2"))).isInstanceOf(CommandOutcome.Queued.class);
        acs.chaos("html", "POST", 2);
        assertThat(insert(refresh(), Delivery.queued("k3")))
                .isInstanceOfSatisfying(CommandOutcome.Unknown.class, unknown -> assertThat(unknown.why())
                        .doesNotContain("may still come"));
    }

    @Test
    void readsAreAskedForAgainWhileAWorkerOfTheNbiIsReplaced() {
        insert(refresh(), Delivery.queued("k"));
        acs.chaos("reset", "GET", 3);

        assertThat(gateway.commands().tasks(device)).hasSize(1);
    }

    @Test
    void aLostDeletionIsSettledByLookingAndDoneAgain() {
        TaskId task = insert(refresh(), Delivery.queued("k")).task().orElseThrow();
        acs.chaos("reset", "DELETE", 1);

        assertThat(gateway.commands().deleteTask(task)).isInstanceOf(CommandOutcome.Done.class);
        assertThat(gateway.commands().tasks(device)).isEmpty();
        acs.chaos("reset", "DELETE", 2);
        assertThat(gateway.devices().delete(device)).isInstanceOf(CommandOutcome.Unknown.class);
    }

    @Test
    void aTaskThatIsGoneAfterALostDeletionMayHaveBeenCarriedOut() {
        TaskId task = insert(refresh(), Delivery.queued("k")).task().orElseThrow();
        proxy.lose("DELETE", 1);

        assertThat(gateway.commands().deleteTask(task)).isEqualTo(new CommandOutcome.NoSuchTask());

        assertThat(acs.requests("DELETE")).isEqualTo(1);
    }

    @Test
    void aLostAnswerToATagIsSettledByTheDevicesTags() {
        proxy.lose("POST", 1);
        assertThat(gateway.devices().tag(device, "norte")).isInstanceOf(CommandOutcome.Done.class);
        assertThat(acs.requests("POST")).isEqualTo(1);

        proxy.lose("DELETE", 1);
        assertThat(gateway.devices().untag(device, "norte")).isInstanceOf(CommandOutcome.Done.class);
        assertThat(acs.requests("DELETE")).isEqualTo(1);
    }

    @Test
    void aFileWhoseDeletionWasLostIsNotDeletedTwiceForThatEndsTheNbisWorker(@TempDir Path folder) throws IOException {
        Path content = Files.writeString(folder.resolve("fw.bin"), "firmware");
        AcsFile.Label label = new AcsFile.Label(
                "fw.bin",
                Optional.of("1 Firmware Upgrade Image"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        gateway.files().upload(label, content);
        proxy.lose("DELETE", 1);

        gateway.files().delete("fw.bin");

        assertThat(gateway.files().list()).isEmpty();
        assertThat(acs.requests("DELETE")).isEqualTo(1);
    }

    private CommandOutcome insert(AcsCall call, Delivery delivery) {
        return gateway.commands().insert(call, delivery);
    }

    private AcsCall refresh() {
        return new AcsCall.Refresh(device, root + ".DeviceInfo");
    }

    private AcsCall reboot() {
        return new AcsCall.Reboot(device);
    }

    private String ssid() {
        return root.equals("Device") ? "Device.WiFi.SSID.1.SSID" : root + ".LANDevice.1.WLANConfiguration.1.SSID";
    }
}
