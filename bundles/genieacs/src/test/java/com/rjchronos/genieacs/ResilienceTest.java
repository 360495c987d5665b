package com.rjchronos.genieacs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.model.acs.AcsFault;
import com.rjchronos.model.acs.AcsFile;
import com.rjchronos.model.acs.AcsHealth;
import com.rjchronos.model.acs.AcsPace;
import com.rjchronos.model.acs.CommandOutcome;
import com.rjchronos.model.acs.Delivery;
import com.rjchronos.model.intent.AcsCall;
import com.rjchronos.model.problem.ProblemException;
import com.rjchronos.model.problem.ProblemKind;
import com.rjchronos.model.sweep.SweepId;
import com.rjchronos.model.sweep.SweepKind;
import com.rjchronos.model.sweep.SweepQuestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an ACS that is away, slow or left alone costs, and what it does to us. */
@Timeout(60)
class ResilienceTest {
    private static final String DEVICE = "00AA00-HG8245H-10000";
    private static final AcsCall REFRESH = new AcsCall.Refresh(DEVICE, "");
    private static final String TASK = "{\"_id\":\"6b03b28aa0809819bf79986b\"}";
    private static final ScriptedNbi.Answer ACCEPTED = ScriptedNbi.status("202 Accepted", "application/json", TASK);

    private ScriptedNbi nbi;
    private GenieAcsGateway gateway;

    @AfterEach
    void stop() throws IOException {
        gateway.leave();
        nbi.close();
    }

    @Test
    void anAcsThatIsGoneCostsNothingButProbesUntilItIsBack() throws IOException {
        nbi = new ScriptedNbi();
        int port = nbi.port();
        nbi.close();
        gateway = AcsUnderTest.gateway("http://127.0.0.1:" + port, Map.of());

        CommandOutcome outcome = insert();

        assertThat(outcome).isInstanceOfSatisfying(CommandOutcome.Away.class, away -> assertThat(away.reason())
                .contains("refused", "genieacs-nbi"));
        assertThat(gateway.health().state()).isEqualTo(AcsHealth.State.UNREACHABLE);
        nbi = new ScriptedNbi(port);
        nbi.answers(ACCEPTED);
        nbi.answersProbes(ScriptedNbi.reset());
        assertThat(insert()).isInstanceOf(CommandOutcome.Away.class);
        assertThat(nbi.sweepRequests()).isEmpty();
        assertThatThrownBy(() -> gateway.commands().tasks(DEVICE))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.UNAVAILABLE));

        nbi.answersProbes(ScriptedNbi.ok("[\n\n]"));
        awaitTrue(() -> gateway.health().reachable());
        assertThat(insert()).isInstanceOf(CommandOutcome.Queued.class);
    }

    @Test
    void oneLostAnswerIsNoReasonToGiveUpAndManyInARowAre() throws IOException {
        nbi = new ScriptedNbi();
        start(Map.of());
        awaitTrue(() -> gateway.health().reachable());
        nbi.answersProbes(ScriptedNbi.reset());
        nbi.answers(ScriptedNbi.reset());

        assertThatThrownBy(() -> gateway.devices().ping("10.0.0.1")).isInstanceOf(ProblemException.class);
        assertThat(gateway.health().reachable()).isTrue();
        assertThatThrownBy(() -> gateway.commands().tasks(DEVICE)).isInstanceOf(ProblemException.class);

        assertThat(gateway.health().state()).isEqualTo(AcsHealth.State.UNREACHABLE);
        int sent = nbi.sweepRequests().size();
        assertThat(sent).isEqualTo(Breaker.LOST_IN_A_ROW);
        assertThat(insert()).isInstanceOf(CommandOutcome.Away.class);
        assertThat(nbi.sweepRequests()).hasSize(sent);
    }

    @Test
    void aProxyWithNobodyBehindItIsAnAcsThatIsAway() throws IOException {
        nbi = new ScriptedNbi();
        start(Map.of());
        awaitTrue(() -> gateway.health().reachable());
        nbi.answersProbes(ScriptedNbi.reset());
        nbi.answers(ScriptedNbi.status("502 Bad Gateway", "text/html", "<html>nginx</html>"));

        assertThat(insert()).isInstanceOf(CommandOutcome.Unknown.class);

        assertThat(gateway.health().state()).isEqualTo(AcsHealth.State.UNREACHABLE);
        assertThat(gateway.health().detail()).contains("not GenieACS", "502 Bad Gateway");
    }

    @Test
    void whoFindsNoPlaceWaitsAWhileAndIsSentAway() throws IOException {
        nbi = new ScriptedNbi();
        nbi.answers(ScriptedNbi.hanging("[]", 50));
        start(Map.of("maxCommands", "1", "busySeconds", "1"));
        CompletableFuture<CommandOutcome> first = CompletableFuture.supplyAsync(this::insert);
        awaitTrue(() -> nbi.sweepRequests().size() == 1);

        CommandOutcome second = insert();

        assertThat(second).isInstanceOfSatisfying(CommandOutcome.Busy.class, busy -> assertThat(busy.reason())
                .contains("1 calls", "1.0 s"));
        assertThat(second.notTaken()).isTrue();
        assertThat(first).isNotDone();
        assertThatThrownBy(() -> gateway.commands().tasks(DEVICE)) // reads have places of their own
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("sent nothing");
    }

    @Test
    void anAnswerThatDripsForEverIsCut() throws IOException {
        nbi = new ScriptedNbi();
        nbi.answers(ScriptedNbi.dripping());
        start(Map.of("responseTimeoutSeconds", "1"));

        CommandOutcome outcome = gateway.devices().tag(DEVICE, "a");

        assertThat(outcome).isInstanceOfSatisfying(CommandOutcome.Unknown.class, unknown -> assertThat(unknown.why())
                .contains("not complete after 2 s"));
        awaitTrue(() -> nbi.open() == 0);
    }

    @Test
    void leavingEndsTheCallUnderWayAndRefusesTheNext() throws IOException {
        nbi = new ScriptedNbi();
        nbi.answers(ScriptedNbi.hanging("[]", 50));
        start(Map.of());
        CompletableFuture<CommandOutcome> call = CompletableFuture.supplyAsync(this::insert);
        awaitTrue(() -> nbi.sweepRequests().size() == 1);

        gateway.leave();

        assertThat(call.join()).isInstanceOf(CommandOutcome.Unknown.class);
        assertThat(insert()).isInstanceOf(CommandOutcome.Away.class);
        awaitTrue(() -> nbi.open() == 0);
    }

    @Test
    void aListOfFaultsThatBreaksOffIsNoCompleteOne() throws IOException {
        String row = "{\"_id\":\"D:default\",\"device\":\"D\",\"channel\":\"default\",\"code\":\"cwmp.9002\"}";
        nbi = new ScriptedNbi();
        nbi.answers(ScriptedNbi.truncated("[\n" + row + ",\n" + row + "\n]", 60));
        start(Map.of());
        List<AcsFault> seen = new ArrayList<>();

        assertThatThrownBy(() -> gateway.faults().sweep(Optional.empty(), seen::add))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.UNAVAILABLE));

        assertThat(seen).singleElement().satisfies(f -> assertThat(f.code()).isEqualTo("cwmp.9002"));
    }

    @Test
    void howFastAnAcsAnswersIsLookedAtAlsoWhileItAnswers() throws IOException {
        nbi = new ScriptedNbi();
        start(Map.of());
        assertThat(gateway.pace()).isEqualTo(AcsPace.UNKNOWN);

        awaitTrue(() -> gateway.pace().usual().isPresent());

        assertThat(gateway.pace().late()).isFalse();
        assertThat(gateway.pace().usual().orElseThrow()).isBetween(Duration.ofNanos(1), Duration.ofSeconds(2));
    }

    @Test
    void anAcsInMaintenanceIsLeftAloneAndSaysSo() throws IOException {
        nbi = new ScriptedNbi();
        start(Map.of("maintenance", "true"));

        assertThat(gateway.health().state()).isEqualTo(AcsHealth.State.MAINTENANCE);
        assertThat(gateway.health().detail()).contains("in maintenance");
        assertThat(insert()).isInstanceOf(CommandOutcome.Away.class);
        SweepQuestion all = new SweepQuestion(
                SweepKind.FULL, Set.of("Device.DeviceInfo"), Optional.empty(), Optional.empty(), List.of());
        assertThat(gateway.sweep(new SweepId(1), all).brokenBecause().orElseThrow())
                .contains("in maintenance");
        assertThat(nbi.sweepRequests()).isEmpty();
    }

    @Test
    void devicesThatAreSlowAreNoAcsThatIsAway() throws IOException {
        nbi = new ScriptedNbi();
        reachableDeviceAnd(ScriptedNbi.status("504 Gateway Time-out", "text/html", "<html>nginx</html>"));
        start(Map.of("knockTimeoutSeconds", "5"));
        for (int i = 0; i <= Breaker.LOST_IN_A_ROW; i++) {
            assertThat(gateway.commands().knock(DEVICE)).isInstanceOf(CommandOutcome.Unknown.class);
        }
        assertThat(posts()).as("each was sent once").isEqualTo(Breaker.LOST_IN_A_ROW + 1);

        reachableDeviceAnd(ScriptedNbi.hanging("[]", 50));
        List<CompletableFuture<CommandOutcome>> knocks = IntStream.rangeClosed(0, Breaker.LOST_IN_A_ROW)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> gateway.commands().knock(DEVICE), r -> new Thread(r).start()))
                .toList();

        assertThat(knocks).allSatisfy(k -> assertThat(k.join()).isInstanceOf(CommandOutcome.Unknown.class));
        assertThat(gateway.health().reachable()).isTrue();
    }

    @Test
    void aKnockIsWaitedForAsLongAsGenieAcsWaitsForTheDevice() throws IOException {
        nbi = new ScriptedNbi();
        reachableDeviceAnd((socket, out) -> {
            LockSupport.parkNanos(Duration.ofMillis(6_500).toNanos());
            ScriptedNbi.status("202 Device is offline", "application/json", TASK)
                    .to(socket, out);
        });
        start(Map.of("knockTimeoutSeconds", "5"));

        CommandOutcome outcome = gateway.commands().insert(REFRESH, Delivery.knocking("k", Duration.ofSeconds(3)));

        assertThat(outcome).isInstanceOf(CommandOutcome.Offline.class);
    }

    @Test
    void aDocumentThatCannotBeReadIsNoLostAnswer() throws IOException {
        nbi = new ScriptedNbi();
        start(Map.of());
        awaitTrue(() -> gateway.health().reachable());
        nbi.answersProbes(ScriptedNbi.reset());
        for (String odd : List.of("[{\"_id\":5}]", "{\"error\":1}", "<html>")) {
            nbi.answers(ScriptedNbi.ok(odd));
            int before = nbi.sweepRequests().size();
            for (int i = 0; i <= Breaker.LOST_IN_A_ROW; i++) {
                assertThatThrownBy(() -> gateway.devices().document(DEVICE, Set.of()))
                        .isInstanceOf(ProblemException.class);
            }
            if (!odd.startsWith("[")) {
                assertThatThrownBy(() -> gateway.devices().capture(DEVICE)).isInstanceOf(ProblemException.class);
                assertThatThrownBy(() -> gateway.commands().tasks(DEVICE)).isInstanceOf(ProblemException.class);
            }
            assertThat(nbi.sweepRequests()).hasSize(before + Breaker.LOST_IN_A_ROW + (odd.startsWith("[") ? 1 : 3));
        }
        assertThat(gateway.health().reachable()).isTrue();
    }

    @Test
    void anUploadThatWasWaitedForInVainIsNotSentAgain(@TempDir Path folder) throws IOException {
        nbi = new ScriptedNbi();
        nbi.answers(ScriptedNbi.hanging("[]", 50));
        start(Map.of("responseTimeoutSeconds", "1"));
        Path content = Files.writeString(folder.resolve("fw.bin"), "firmware");
        AcsFile.Label label =
                new AcsFile.Label("fw.bin", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        assertThatThrownBy(() -> gateway.files().upload(label, content)).isInstanceOf(ProblemException.class);

        assertThat(nbi.sweepRequests()).hasSize(1);
    }

    @Test
    void leavingLetsACommandUnderWayEndAndBeginsNoOther() throws IOException {
        nbi = new ScriptedNbi();
        CountDownLatch word = new CountDownLatch(1);
        nbi.answers(ScriptedNbi.after(word, ACCEPTED));
        start(Map.of());
        CompletableFuture<CommandOutcome> call = CompletableFuture.supplyAsync(this::insert);
        awaitTrue(() -> nbi.sweepRequests().size() == 1);
        nbi.answers(ACCEPTED);

        CompletableFuture<Void> left = CompletableFuture.runAsync(gateway::leave);
        awaitTrue(() -> insert() instanceof CommandOutcome.Away);
        int sent = nbi.sweepRequests().size();
        assertThat(insert()).isInstanceOf(CommandOutcome.Away.class);
        word.countDown();

        assertThat(call.join()).isInstanceOf(CommandOutcome.Queued.class);
        left.join();
        assertThat(nbi.sweepRequests()).hasSize(sent);
    }

    @Test
    void leavingGivesALostCommandTheTimeToBeLookedFor() throws IOException {
        nbi = new ScriptedNbi();
        CountDownLatch word = new CountDownLatch(1);
        nbi.answers(ScriptedNbi.resetAfter(word));
        start(Map.of());
        CompletableFuture<CommandOutcome> call =
                CompletableFuture.supplyAsync(() -> gateway.commands().insert(REFRESH, Delivery.queued("k")));
        awaitTrue(() -> nbi.sweepRequests().size() == 1);
        nbi.answers(ScriptedNbi.to("GET /tasks", ScriptedNbi.ok("[" + TASK + "]"), ScriptedNbi.ok("[]")));

        CompletableFuture<Void> left = CompletableFuture.runAsync(gateway::leave);
        awaitTrue(() -> insert() instanceof CommandOutcome.Away);
        word.countDown();

        assertThat(call.join()).isInstanceOf(CommandOutcome.Queued.class);
        left.join();
    }

    @Test
    void leavingTakesNoTimeWhileNothingIsUnderWay() throws IOException {
        nbi = new ScriptedNbi();
        start(Map.of());
        insert();

        long began = System.nanoTime();
        gateway.leave();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void aConnectionThatIdlesIsClosedBeforeGenieAcsClosesIt() throws IOException {
        nbi = new ScriptedNbi();
        nbi.answers(ScriptedNbi.kept());
        start(Map.of());

        assertThat(gateway.commands().tasks(DEVICE)).isEmpty();

        awaitTrue(() -> nbi.open() == 0);
    }

    @Test
    void aDeviceThatCannotBeKnockedAtIsNotForItEndsTheNbisWorker() throws IOException {
        nbi = new ScriptedNbi();
        nbi.answers((socket, out) -> {
            boolean post = nbi.sweepRequests().stream().anyMatch(r -> r.startsWith("POST"));
            (post ? ACCEPTED : ScriptedNbi.ok("[\n{\"_id\":\"" + DEVICE + "\"}\n]")).to(socket, out);
        });
        start(Map.of());

        CommandOutcome outcome = gateway.commands().insert(REFRESH, Delivery.knocking("k", Duration.ofSeconds(3)));

        assertThat(outcome).isInstanceOfSatisfying(CommandOutcome.KnockRefused.class, refused -> {
            assertThat(refused.cause()).isEqualTo(CommandOutcome.KnockRefused.Cause.URL);
            assertThat(refused.task()).isPresent();
        });
        assertThat(nbi.sweepRequests()).noneMatch(r -> r.contains("connection_request"));
    }

    /** A device that can be knocked at, and what comes of a POST. */
    private void reachableDeviceAnd(ScriptedNbi.Answer post) {
        String device = "{\"_id\":\"" + DEVICE + "\",\"_lastInform\":\"2026-11-23T03:19:37.466Z\",\"Device\":"
                + "{\"ManagementServer\":{\"ConnectionRequestURL\":{\"_value\":\"http://10.0.0.1:7547/\"}}}}";
        nbi.answers(ScriptedNbi.to("POST ", post, ScriptedNbi.ok("[" + device + "]")));
    }

    private long posts() {
        return nbi.sweepRequests().stream().filter(r -> r.startsWith("POST")).count();
    }

    private void start(Map<String, Object> properties) {
        gateway = AcsUnderTest.gateway("http://127.0.0.1:" + nbi.port(), properties);
    }

    private CommandOutcome insert() {
        return gateway.commands().insert(REFRESH, Delivery.queued("k"));
    }

    private static void awaitTrue(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
