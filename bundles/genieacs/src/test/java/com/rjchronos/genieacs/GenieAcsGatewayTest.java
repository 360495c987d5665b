package com.rjchronos.genieacs;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.acs.AcsHealth;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.sweep.SweepBatch;
import com.rjchronos.model.sweep.SweepCounts;
import com.rjchronos.model.sweep.SweepId;
import com.rjchronos.model.sweep.SweepKind;
import com.rjchronos.model.sweep.SweepQuestion;
import com.rjchronos.model.sweep.SweepReport;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GenieAcsGatewayTest {
    private static final SweepQuestion ALL = question(SweepKind.FULL, List.of());

    private final ConcurrentLinkedQueue<SweepBatch> accepted = new ConcurrentLinkedQueue<>();
    private ScriptedNbi nbi;
    private GenieAcsGateway gateway;

    @BeforeEach
    void start() throws IOException {
        nbi = new ScriptedNbi();
    }

    @AfterEach
    void stop() throws IOException {
        if (gateway != null) {
            gateway.leave();
        }
        nbi.close();
    }

    @Test
    void streamsAnAnswerIntoTheHouseBatchByBatch() {
        nbi.answers(ScriptedNbi.ok(ScriptedNbi.list(1_234)));

        SweepReport report = gateway(Map.of("batchSize", "100")).sweep(new SweepId(7), ALL);

        assertThat(report).isEqualTo(SweepReport.whole(Optional.of(Instant.parse("2026-11-23T03:20:19Z"))));
        assertThat(ids()).hasSize(1_234).doesNotHaveDuplicates();
        assertThat(accepted).allSatisfy(batch -> assertThat(batch.asked()).isEqualTo(ALL.projection()));
        assertThat(accepted).hasSize(13).allSatisfy(b -> assertThat(b.sweep()).isEqualTo(new SweepId(7)));
        assertThat(gateway.health().state()).isEqualTo(AcsHealth.State.REACHABLE);
        assertThat(gateway.health().version()).contains("1.2.13+261123fc80");
    }

    @Test
    void asksForTheQuestionEncodedOnceMore() {
        nbi.answers(ScriptedNbi.ok("[\n\n]"));

        gateway(Map.of("scopeTag", "norte"))
                .sweep(new SweepId(1), question(SweepKind.SELECTED, List.of("00-AX%2D2000-São")));

        String line = nbi.sweepRequests().get(0);
        assertThat(line).startsWith("GET /devices?projection=_id,_deviceId,");
        assertThat(line).contains("AX%252D2000-S%C3%A3o").contains("%22_tags%22%3A%22norte%22");
    }

    @Test
    void readsWhileItStores() {
        nbi.answers(ScriptedNbi.ok(ScriptedNbi.list(50)));
        CountDownLatch two = new CountDownLatch(2);
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        gateway = gateway(Map.of("batchSize", "10"), batch -> {
            most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
            two.countDown();
            await(two); // the first batch is not done before the second is here
            inFlight.decrementAndGet();
            return SweepCounts.ZERO;
        });

        assertThat(gateway.sweep(new SweepId(1), ALL).brokenBecause()).isEmpty();
        assertThat(most.get()).isBetween(2, 3);
    }

    @Test
    void keepsWhatCameBeforeTheAnswerBrokeOff() {
        nbi.answers(ScriptedNbi.truncated(ScriptedNbi.list(100), 60));

        SweepReport report = gateway(Map.of("batchSize", "10")).sweep(new SweepId(1), ALL);

        assertThat(report.brokenBecause().orElseThrow()).contains("broke off");
        assertThat(ids().size()).isBetween(50, 61);
    }

    @Test
    void saysInPlainWordsWhatIsNoAnswer() {
        brokenBy(ScriptedNbi.status("500 Internal Server Error", "text/plain", "boom"), "answered 500", "boom");
        brokenBy(ScriptedNbi.status("200 OK", "text/html", "<html>login</html>"), "HTML page", "login");
        brokenBy(ScriptedNbi.status("302 Found\r\nLocation: http://elsewhere/", "text/plain", ""), "answered 302");
        brokenBy(ScriptedNbi.status("200 OK", "application/json", "{\"error\":1}"), "no JSON list");
        brokenBy(ScriptedNbi.status("200 OK", "application/json", ""), "empty");
        brokenBy(ScriptedNbi.reset(), "closed the connection");
    }

    @Test
    void aBatchLostToAnErrorBreaksTheSweepAndSaysNothingOfTheAcs() {
        nbi.answers(ScriptedNbi.ok(ScriptedNbi.list(50)));
        gateway = gateway(Map.of("batchSize", "10"), batch -> {
            throw new NoClassDefFoundError("gone");
        });

        SweepReport report = gateway.sweep(new SweepId(1), ALL);

        assertThat(report.brokenBecause().orElseThrow()).contains("could not store", "gone");
        assertThat(gateway.health().state()).isEqualTo(AcsHealth.State.REACHABLE);
    }

    @Test
    void givesUpWhenNothingComes() {
        nbi.answers(ScriptedNbi.hanging(ScriptedNbi.list(100), 60));

        SweepReport report = gateway(Map.of("batchSize", "10", "responseTimeoutSeconds", "1"))
                .sweep(new SweepId(1), ALL);

        assertThat(report.brokenBecause()).contains("GenieACS sent nothing for 1 s.");
        assertThat(ids().size()).isBetween(50, 61);
    }

    @Test
    void cutsAnAnswerThatNeverEndsInsteadOfDrainingIt() {
        nbi.answers(ScriptedNbi.endless());

        long began = System.nanoTime();
        SweepReport report = gateway(Map.of("totalTimeoutSeconds", "1")).sweep(new SweepId(1), ALL);

        assertThat(report.brokenBecause()).contains("The answer was not complete after 1 s.");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
        awaitTrue(() -> nbi.open() == 0);
    }

    @Test
    void cutsAnAnswerThatTheHouseCannotStore() {
        nbi.answers(ScriptedNbi.endless());
        gateway = gateway(Map.of("batchSize", "10"), batch -> {
            throw Problem.unavailable("The database is away.", Duration.ofSeconds(5))
                    .thrown();
        });

        SweepReport report = gateway.sweep(new SweepId(1), ALL);

        assertThat(report.brokenBecause().orElseThrow()).contains("The database is away.");
        assertThat(gateway.health().reachable()).isTrue();
        awaitTrue(() -> nbi.open() == 0);
    }

    @Test
    void leavingCutsTheAnswerUnderWay() {
        nbi.answers(ScriptedNbi.endless());
        gateway = gateway(Map.of());
        Thread leaver = new Thread(() -> {
            awaitTrue(() -> !accepted.isEmpty());
            gateway.leave();
        });
        leaver.start();

        SweepReport report = gateway.sweep(new SweepId(1), ALL);

        assertThat(report.brokenBecause()).isPresent();
        awaitTrue(() -> nbi.open() == 0);
    }

    @Test
    void anUnreachableAcsIsSaidAndHealsByItself() throws IOException {
        int port = nbi.port();
        nbi.close();
        gateway = gateway(Map.of("baseUrl", "http://127.0.0.1:" + port));

        SweepReport report = gateway.sweep(new SweepId(1), ALL);

        assertThat(report.brokenBecause().orElseThrow()).contains("refused").contains("genieacs-nbi");
        assertThat(gateway.health().state()).isEqualTo(AcsHealth.State.UNREACHABLE);

        nbi = new ScriptedNbi(port);
        awaitTrue(() -> gateway.health().reachable());
    }

    @Test
    void aProbeThatFailsLateDoesNotOverruleTheSweepThatCameThroughMeanwhile() {
        CountDownLatch late = new CountDownLatch(1);
        nbi.answersProbes(ScriptedNbi.resetAfter(late));
        gateway = gateway(Map.of());
        awaitTrue(() -> nbi.probes() == 1);
        assertThat(gateway.sweep(new SweepId(1), ALL).brokenBecause()).isEmpty();

        late.countDown();
        awaitTrue(() -> nbi.open() == 0);
        gateway.leave(); // the routes end what is under way

        assertThat(gateway.health().reachable()).isTrue();
    }

    @Test
    void aProbeBelievesOnlyAnAnswerThatASweepWouldTake() {
        nbi.answersProbes(ScriptedNbi.status("200 OK", "application/json", "{\"status\":\"up\"}"));
        gateway = gateway(Map.of("scopeTag", "norte"));
        awaitTrue(() -> gateway.health().state() == AcsHealth.State.UNREACHABLE);
        assertThat(gateway.health().detail()).contains("no JSON list");
        assertThat(nbi.probe()).contains("query=%7B%22_tags%22%3A%22norte%22%7D");
        gateway.leave();

        nbi.answersProbes(ScriptedNbi.truncated(ScriptedNbi.list(1), 60));
        gateway = gateway(Map.of());
        awaitTrue(() -> gateway.health().state() == AcsHealth.State.UNREACHABLE);
        gateway.leave();

        nbi.answersProbes(ScriptedNbi.ok(ScriptedNbi.list(1)));
        gateway = gateway(Map.of());
        awaitTrue(() -> gateway.health().reachable());
    }

    @Test
    void aProbeWhoseAnswerNeverEndsIsCut() {
        nbi.answersProbes(ScriptedNbi.endless());
        gateway = gateway(Map.of());
        awaitTrue(() -> gateway.health().reachable());
        awaitTrue(() -> nbi.open() == 0);
        gateway.leave();

        nbi.answersProbes(ScriptedNbi.dripping());
        gateway = gateway(Map.of("totalTimeoutSeconds", "1"));
        awaitTrue(() -> gateway.health().state() == AcsHealth.State.UNREACHABLE);
        assertThat(gateway.health().detail()).contains("not complete after 1 s");
        awaitTrue(() -> nbi.open() == 0);
    }

    @Test
    void leavingCutsTheProbeUnderWay() {
        nbi.answersProbes(ScriptedNbi.dripping());
        gateway = gateway(Map.of());
        awaitTrue(() -> nbi.probes() == 1);

        gateway.leave();

        awaitTrue(() -> nbi.open() == 0);
    }

    @Test
    void aSweepBesideAnotherIsRefused() {
        nbi.answers(ScriptedNbi.endless());
        gateway = gateway(Map.of("totalTimeoutSeconds", "3"));
        Thread first = new Thread(() -> gateway.sweep(new SweepId(1), ALL));
        first.start();
        awaitTrue(() -> !accepted.isEmpty());

        assertThat(gateway.sweep(new SweepId(2), ALL).brokenBecause().orElseThrow())
                .contains("Another sweep");
    }

    @Test
    void documentsThatCannotBeReadAreNamedAndStopNothing() {
        String bad = "{\"_id\":\"BAD\",\"_lastInform\":17}";
        nbi.answers(ScriptedNbi.ok(
                "[\n" + ScriptedNbi.document(1) + ",\n" + bad + ",\n" + ScriptedNbi.document(2) + "\n]"));

        SweepReport report = gateway(Map.of()).sweep(new SweepId(1), ALL);

        assertThat(report.brokenBecause()).isEmpty();
        assertThat(ids()).hasSize(2);
        assertThat(accepted.peek().rejected()).singleElement().satisfies(r -> assertThat(r.device())
                .isEqualTo("BAD"));
    }

    private void brokenBy(ScriptedNbi.Answer answer, String... words) {
        nbi.answers(answer);
        GenieAcsGateway asked = gateway(Map.of());
        SweepReport report = asked.sweep(new SweepId(1), ALL);
        asked.leave();
        assertThat(report.brokenBecause().orElseThrow()).contains(words);
        assertThat(accepted).isEmpty();
    }

    private GenieAcsGateway gateway(Map<String, Object> properties) {
        gateway = gateway(properties, batch -> {
            accepted.add(batch);
            return SweepCounts.ZERO;
        });
        return gateway;
    }

    private GenieAcsGateway gateway(Map<String, Object> properties, com.rjchronos.api.Intake intake) {
        Map<String, Object> all = new java.util.HashMap<>(
                Map.of("name", "main", "baseUrl", "http://127.0.0.1:" + nbi.port(), "responseTimeoutSeconds", "5"));
        all.putAll(properties);
        return new GenieAcsGateway(NbiSettingsTest.settings(all), intake, new DefaultCamelContext(), Clock.systemUTC());
    }

    private List<String> ids() {
        return accepted.stream()
                .flatMap(b -> b.documents().stream())
                .map(DeviceDocument::identity)
                .map(i -> i.genieacsId())
                .toList();
    }

    private static SweepQuestion question(SweepKind kind, List<String> ids) {
        return new SweepQuestion(
                kind, Set.of("InternetGatewayDevice.DeviceInfo"), Optional.empty(), Optional.empty(), ids);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitTrue(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
