package com.rjchronos.inventory.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.inventory.connector.Swap.Subject;
import com.rjchronos.inventory.fake.MemoryConnectorStore;
import com.rjchronos.inventory.fake.TestClock;
import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.model.caller.Actor;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.model.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ConnectorTrailTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final RuntimeException AWAY =
            Problem.unavailable("The database is away.", Duration.ofSeconds(2)).thrown();

    private final TestClock clock = new TestClock(NOON.toString());
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final MemoryConnectorStore store = new MemoryConnectorStore();
    private ConnectorTrail trail = restarted();

    @Test
    void tellsThatAConnectorCameAndWent() {
        trail.saw(new Swap.Came(huawei("1.0.0", "aa")));
        trail.settle();
        clock.advance(Duration.ofMinutes(1));
        trail.saw(new Swap.Went(huawei("1.0.0", "aa")));
        clock.advance(ConnectorTrail.CALM);
        trail.settle();

        assertThat(store.story())
                .containsExactly(
                        "Connector huawei 1.0.0 came.", "Connector huawei 1.0.0 went; its devices wait for it.");
        assertThat(store.times).containsExactly(NOON, NOON.plusSeconds(60));
        AuditEntry came = store.entries.get(0);
        assertThat(came.action()).isEqualTo("connector.came");
        assertThat(came.caller().actor().type()).isEqualTo(Actor.Type.SYSTEM);
        assertThat(came.caller().origin()).isEqualTo(Origin.SYSTEM);
        assertThat(came.details())
                .containsEntry("bundle", "com.rjchronos.connectors.huawei")
                .containsEntry("version", "1.0.0")
                .containsEntry("location", "file:deploy/huawei.jar")
                .containsEntry("sha256", "aa");
    }

    @Test
    void waitsWhetherWhoWentComesBackAndThenTellsOfAReplacement() {
        came("1.0.0", "aa");

        trail.saw(new Swap.Went(huawei("1.0.0", "aa")));
        assertThat(trail.settle()).isEqualTo(ConnectorTrail.CALM);
        assertThat(store.story()).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        trail.saw(new Swap.Came(huawei("1.1.0", "bb")));
        trail.settle();

        assertThat(store.story().get(1)).isEqualTo("Connector huawei 1.1.0 replaced 1.0.0.");
        assertThat(store.entries.get(1).details())
                .containsEntry("version.before", "1.0.0")
                .containsEntry("version.after", "1.1.0");
        swap("1.1.0", "bb", "1.0.0", "aa");
        assertThat(store.story()).hasSize(3).last().isEqualTo("Connector huawei 1.0.0 replaced 1.1.0.");
    }

    @Test
    void aRestartOfTheBundleOrTheDeskOrTheApplianceIsNothingNew() {
        came("1.0.0", "aa");

        swap("1.0.0", "aa", "1.0.0", "aa");
        trail.saw(new Swap.Closed());
        trail.saw(new Swap.Opened());
        trail.saw(new Swap.Came(huawei("1.0.0", "aa")));
        trail.settle();
        stopping.set(true);
        trail.saw(new Swap.Went(huawei("1.0.0", "aa")));
        clock.advance(Duration.ofMinutes(1));
        trail.settle();
        stopping.set(false);
        trail = restarted();
        trail.saw(new Swap.Opened());
        trail.saw(new Swap.Came(huawei("1.0.0", "aa")));
        trail.settle();
        clock.advance(ConnectorTrail.GATHERING.plusSeconds(1));
        trail.settle();

        assertThat(store.story()).containsExactly("Connector huawei 1.0.0 came.");
    }

    @Test
    void otherBytesUnderTheSameVersionAreAReplacement() {
        came("1.0.0", "aa");

        swap("1.0.0", "aa", "1.0.0", "bb");

        assertThat(store.story()).hasSize(2).last().isEqualTo("Connector huawei 1.0.0 replaced 1.0.0.");
        assertThat(store.entries.get(1).details())
                .containsEntry("sha256.before", "aa")
                .containsEntry("sha256", "bb");
    }

    @Test
    void twoVersionsSideBySideBothCame() {
        came("1.0.0", "aa");
        came("1.1.0", "bb");

        assertThat(store.story()).containsExactly("Connector huawei 1.0.0 came.", "Connector huawei 1.1.0 came.");
    }

    @Test
    void otherBytesThatComeBeforeTheOldOnesGoAreAReplacementAlone() {
        came("1.0.0", "aa");
        came("1.0.0", "bb");
        went("1.0.0", "aa");

        assertThat(store.story())
                .containsExactly("Connector huawei 1.0.0 came.", "Connector huawei 1.0.0 replaced 1.0.0.");
    }

    @Test
    void whereAnotherVersionStaysNoDeviceWaits() {
        came("1.0.0", "aa");
        came("1.1.0", "bb");
        went("1.1.0", "bb");

        assertThat(store.story()).last().isEqualTo("Connector huawei 1.1.0 went; 1.0.0 serves in its place.");
    }

    private void went(String version, String content) {
        trail.saw(new Swap.Went(huawei(version, content)));
        trail.settle();
        clock.advance(ConnectorTrail.CALM);
        trail.settle();
    }

    @Test
    void tellsAfterARestartWhatChangedWhileNobodyLooked() {
        came("1.0.0", "aa");
        trail.saw(new Swap.Came(new Subject("zte", "com.rjchronos.connectors.zte", "1.0.0", "", "cc")));
        trail.settle();

        trail = restarted();
        trail.saw(new Swap.Opened());
        trail.saw(new Swap.Came(huawei("2.0.0", "bb")));
        trail.settle();
        clock.advance(ConnectorTrail.GATHERING.minusSeconds(1));
        trail.settle();
        assertThat(store.story()).hasSize(3).last().isEqualTo("Connector huawei 2.0.0 replaced 1.0.0.");
        clock.advance(Duration.ofSeconds(2));
        trail.settle();
        trail.settle();

        assertThat(store.story()).hasSize(4).last().isEqualTo("Connector zte 1.0.0 went; its devices wait for it.");
    }

    @Test
    void losesNothingWhileTheDatabaseIsAwayAndKeepsOrderAndTimes() {
        store.failure = AWAY;
        trail.saw(new Swap.Came(huawei("1.0.0", "aa")));
        assertThat(trail.settle()).isEqualTo(ConnectorTrail.RETRY);
        clock.advance(Duration.ofMinutes(10));
        trail.saw(new Swap.Quarantined(huawei("1.0.0", "aa"), "It hung."));
        trail.settle();
        trail.store = null; // the bundle of the store is exchanged
        trail.saw(new Swap.Went(huawei("1.0.0", "aa")));
        clock.advance(Duration.ofMinutes(10));
        assertThat(trail.settle()).isEqualTo(ConnectorTrail.RETRY);
        for (int i = 0; i < 5 * ConnectorTrail.MAX_FAILURES; i++) {
            trail.settle();
        }

        store.failure = null;
        trail.store = store;
        trail.settle();

        assertThat(store.entries)
                .extracting(AuditEntry::action)
                .containsExactly("connector.came", "connector.quarantined", "connector.went");
        assertThat(store.times).containsExactly(NOON, NOON.plusSeconds(600), NOON.plusSeconds(600));
    }

    @Test
    void aSwapThatTheDatabaseWillNotTakeHoldsUpNoOther() {
        trail.saw(new Swap.Came(huawei("1.0.0", "aa")));
        store.failure = new IllegalStateException("invalid byte sequence");
        for (int i = 0; i <= ConnectorTrail.MAX_FAILURES; i++) {
            trail.settle();
        }
        store.failure = null;

        trail.saw(new Swap.Quarantined(huawei("1.0.0", "aa"), "It hung."));
        trail.settle();

        assertThat(store.entries).extracting(AuditEntry::action).containsExactly("connector.quarantined");
    }

    @Test
    void namesWhoReleasedAConnector() {
        Caller ana = new Caller(
                new Actor(Actor.Type.USER, Optional.of("7"), "Ana"), Set.of(), Origin.API, Optional.empty(), "trace-1");

        trail.saw(new Swap.Quarantined(huawei("1.0.0", "aa"), "It thought too long."));
        trail.saw(new Swap.Released(huawei("1.0.0", "aa"), ana));
        trail.settle();

        assertThat(store.entries.get(0).level()).isEqualTo(AuditEntry.Level.ERROR);
        assertThat(store.entries.get(0).details()).containsEntry("reason", "It thought too long.");
        assertThat(store.entries.get(1).action()).isEqualTo("connector.released");
        assertThat(store.entries.get(1).caller()).isEqualTo(ana);
    }

    @Test
    void tellsOnceThatAJarWasRefusedAndAgainForAnotherJar() {
        Subject stranger = new Subject("evil", "com.evil", "1.0.0", "http://joe:secret@host/x.jar", "aa");
        trail.saw(new Swap.Refused(stranger, "Its SHA-256 is not listed."));
        trail.settle();
        trail = restarted();
        trail.saw(new Swap.Refused(stranger, "Its SHA-256 is not listed."));
        trail.settle();
        trail.saw(new Swap.Refused(new Subject("evil", "com.evil", "1.0.0", "", "bb"), "Its SHA-256 is not listed."));
        trail.settle();

        assertThat(store.story())
                .containsExactly("Connector evil 1.0.0 was refused.", "Connector evil 1.0.0 was refused.");
        assertThat(store.entries.get(0).details()).containsEntry("location", "http://host/x.jar");
    }

    private ConnectorTrail restarted() {
        ConnectorTrail fresh = new ConnectorTrail(clock, stopping::get);
        fresh.store = store;
        return fresh;
    }

    private void came(String version, String content) {
        trail.saw(new Swap.Came(huawei(version, content)));
        trail.settle();
    }

    private void swap(String from, String fromContent, String to, String toContent) {
        trail.saw(new Swap.Went(huawei(from, fromContent)));
        clock.advance(Duration.ofSeconds(1));
        trail.saw(new Swap.Came(huawei(to, toContent)));
        trail.settle();
    }

    private static Subject huawei(String version, String content) {
        return new Subject("huawei", "com.rjchronos.connectors.huawei", version, "file:deploy/huawei.jar", content);
    }
}
