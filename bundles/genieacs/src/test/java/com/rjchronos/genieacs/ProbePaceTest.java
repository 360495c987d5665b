package com.rjchronos.genieacs;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.acs.AcsHealth;
import java.io.ByteArrayInputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the looks at an ACS that answers tell how fast it does. */
class ProbePaceTest {
    private static final Duration FAST = Duration.ofMillis(20);
    private static final Duration SLOW = Duration.ofSeconds(5);

    private final NbiSettings settings = NbiSettingsTest.settings(Map.of("name", "main"));
    private final Contact contact = new Contact(settings, Clock.systemUTC());
    private final Pace pace = new Pace(settings);
    private final AtomicLong nanos = new AtomicLong();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    private final Probe probe = new Probe(settings, contact, pace, watch, nanos::get);

    @AfterEach
    void stop() {
        watch.shutdownNow();
    }

    @Test
    void looksAtEveryBeatUntilItKnowsWhatIsUsualAndSeldomThen() {
        assertThat(looks(3, FAST)).isEqualTo(3);

        assertThat(looks(Probe.EVERY * 4, FAST)).isEqualTo(4);
    }

    @Test
    void looksAtEveryBeatAgainWhileTheAcsAnswersLateSoThatItRecoversSoon() {
        looks(3, FAST);
        looks(Probe.EVERY * 2, SLOW);
        assertThat(pace.now().late()).isTrue();

        assertThat(looks(2, FAST)).isEqualTo(2);

        assertThat(pace.now().late()).isFalse();
    }

    @Test
    void anAnswerThatNeverCameCountsForTheTimeThatWasWaitedAndTheAcsIsStillThere() {
        looks(3, FAST);

        for (int i = 0; i < 2; i++) {
            probe.begin();
            nanos.addAndGet(SLOW.toNanos());
            probe.failed(new SocketTimeoutException("Read timed out"));
        }

        assertThat(pace.now().late()).isTrue();
        assertThat(contact.health().state()).isEqualTo(AcsHealth.State.REACHABLE);
    }

    @Test
    void anAnswerThatBreaksOffAtOnceTellsNothingOfThePace() {
        looks(3, FAST);
        Duration usual = pace.now().usual().orElseThrow();

        for (int i = 0; i < 5; i++) {
            probe.begin();
            probe.failed(new SocketException("Connection reset"));
        }

        assertThat(pace.now().usual()).contains(usual);
        assertThat(pace.now().lately()).contains(FAST);
    }

    @Test
    void anAcsThatIsAwayHasNoPace() {
        for (int i = 0; i < 5; i++) {
            assertThat(probe.due()).isTrue();
            probe.begin();
            nanos.addAndGet(SLOW.toNanos());
            probe.failed(new SocketTimeoutException("Read timed out"));
        }

        assertThat(pace.now().usual()).isEqualTo(Optional.empty());
        assertThat(contact.health().state()).isEqualTo(AcsHealth.State.UNREACHABLE);
    }

    @Test
    void looksAtAnAcsThatItKnowsNothingOfAndAtNoneInMaintenance() {
        assertThat(probe.due()).isTrue();
        contact.failed("It is away.");
        assertThat(probe.due()).isTrue();

        NbiSettings resting = NbiSettingsTest.settings(Map.of("name", "main", "maintenance", "true"));
        Probe left = new Probe(resting, new Contact(resting, Clock.systemUTC()), pace, watch, nanos::get);
        assertThat(IntStream.range(0, Probe.EVERY * 2).filter(i -> left.due())).isEmpty();
    }

    /** At how many of these beats it looked; each answer takes so long. */
    private long looks(int beats, Duration each) {
        return IntStream.range(0, beats)
                .filter(i -> {
                    boolean due = probe.due();
                    if (due) {
                        probe.begin();
                        nanos.addAndGet(each.toNanos());
                        probe.answered(answer());
                    }
                    return due;
                })
                .count();
    }

    private static Message answer() {
        Message answer = new DefaultMessage(new DefaultCamelContext());
        answer.setHeader(Exchange.HTTP_RESPONSE_CODE, 200);
        answer.setHeader("Content-Type", "application/json");
        answer.setHeader("GenieACS-Version", "1.2.13+261123fc80");
        answer.setBody(new ByteArrayInputStream("[\n\n]".getBytes(StandardCharsets.UTF_8)));
        return answer;
    }
}
