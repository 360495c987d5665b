package com.rjchronos.persistence.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.page.Page;
import com.rjchronos.model.page.PageRequest;
import com.rjchronos.model.page.Sort;
import com.rjchronos.model.problem.ProblemException;
import com.rjchronos.model.sweep.RejectedDocument;
import com.rjchronos.model.sweep.Sweep;
import com.rjchronos.model.sweep.SweepCounts;
import com.rjchronos.model.sweep.SweepId;
import com.rjchronos.model.sweep.SweepKind;
import com.rjchronos.model.sweep.SweepOutcome;
import com.rjchronos.model.sweep.SweepQuery;
import com.rjchronos.persistence.TestServer;
import com.rjchronos.persistence.connection.Pool;
import com.rjchronos.persistence.connection.Transactions;
import com.rjchronos.port.SweepStore.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JdbcSweepStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123456Z");
    private static Pool pool;
    private static JdbcSweepStore sweeps;

    @BeforeAll
    static void open() {
        pool = TestServer.shared().database().pool();
        sweeps = new JdbcSweepStore(pool);
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @Test
    void keepsASweepFromItsBeginningToItsEnd() {
        AcsId acs = new AcsId("whole");
        SweepId id = sweeps.open(acs, SweepKind.INCREMENTAL, Optional.of(NOW.minusSeconds(300)), "the clock", NOW);
        SweepCounts counts = new SweepCounts(10, 5, 3, 1, 1, 12345, 2);
        count(id, counts, List.of(new RejectedDocument("a\u0000b", "no _id")));
        count(id, counts, List.of());

        Sweep closed = sweeps.close(id, SweepOutcome.COMPLETE, Optional.empty(), Optional.empty(), NOW.plusSeconds(9));

        assertThat(closed)
                .isEqualTo(new Sweep(
                        id,
                        acs,
                        SweepKind.INCREMENTAL,
                        Optional.of(NOW.minusSeconds(300)),
                        NOW,
                        Optional.of(NOW.plusSeconds(9)),
                        SweepOutcome.COMPLETE,
                        counts.plus(counts),
                        Optional.of("the clock"),
                        List.of(new RejectedDocument("ab", "no _id"))));
        assertThat(sweeps.page(Optional.of(acs), new PageRequest(0, 10)).items())
                .containsExactly(closed);
    }

    @Test
    void namesWhatFailedBeforeWhatIsOnlyRemarkable() {
        SweepId id = sweeps.open(new AcsId("remarks"), SweepKind.FULL, Optional.empty(), "people", NOW);
        List<RejectedDocument> remarks = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            remarks.add(RejectedDocument.remark("r" + i, "twice"));
        }
        count(id, SweepCounts.ZERO, remarks);
        count(id, SweepCounts.ZERO, List.of(remarks.get(0), new RejectedDocument("bad", "no _id")));

        Sweep sweep = sweeps.close(id, SweepOutcome.COMPLETE, Optional.empty(), Optional.empty(), NOW);

        assertThat(sweep.rejected())
                .hasSize(Sweep.MAX_REJECTED)
                .startsWith(new RejectedDocument("bad", "no _id"), remarks.get(0), remarks.get(1));
    }

    @Test
    void namesTheFirstTwentyRejectedDocuments() {
        SweepId id = sweeps.open(new AcsId("rejects"), SweepKind.FULL, Optional.empty(), "people", NOW);
        for (int batch = 0; batch < 3; batch++) {
            List<RejectedDocument> rejected = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                rejected.add(new RejectedDocument("#" + (batch * 9 + i), "bad"));
            }
            count(id, SweepCounts.ZERO, rejected);
        }

        Sweep sweep = sweeps.close(id, SweepOutcome.BROKEN, Optional.of("reset"), Optional.empty(), NOW);

        assertThat(sweep.rejected()).hasSize(20);
        assertThat(sweep.rejected().get(0).device()).isEqualTo("#0");
        assertThat(sweep.rejected().get(19).device()).isEqualTo("#19");
        assertThat(sweep.reason()).contains("reset");
    }

    @Test
    void movesTheWatermarkInTheSameTransactionAsTheEnd() {
        AcsId acs = new AcsId("moving");
        assertThat(sweeps.progress(acs)).isEqualTo(Progress.NONE);
        Progress progress = new Progress(Optional.of(NOW), Optional.empty(), Optional.of(NOW.plusSeconds(1)));
        SweepId id = sweeps.open(acs, SweepKind.FULL, Optional.empty(), "the clock", NOW);

        sweeps.close(id, SweepOutcome.COMPLETE, Optional.empty(), Optional.of(progress), NOW);

        assertThat(sweeps.progress(acs)).isEqualTo(progress);
        assertThatThrownBy(() -> sweeps.close(
                        new SweepId(987654321),
                        SweepOutcome.COMPLETE,
                        Optional.empty(),
                        Optional.of(Progress.NONE),
                        NOW))
                .isInstanceOf(ProblemException.class);
        assertThat(sweeps.progress(acs)).isEqualTo(progress);
    }

    @Test
    void callsWhatACrashLeftInterrupted() {
        AcsId acs = new AcsId("crashed");
        SweepId first = sweeps.open(acs, SweepKind.FULL, Optional.empty(), "the clock", NOW);
        sweeps.open(acs, SweepKind.FULL, Optional.empty(), "the clock", NOW);

        assertThat(sweeps.interruptRunning(NOW.plusSeconds(60))).isGreaterThanOrEqualTo(2);

        List<Sweep> rows = sweeps.page(Optional.of(acs), new PageRequest(0, 10)).items();
        assertThat(rows).extracting(Sweep::outcome).containsOnly(SweepOutcome.INTERRUPTED);
        assertThat(rows.get(1).id()).isEqualTo(first);
        assertThat(sweeps.page(Optional.empty(), new PageRequest(0, 1)).total()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void forgetsEmptyLooksAfterADayAndTheRestAfterThreeMonths() {
        AcsId acs = new AcsId("forgetful");
        SweepId empty = ended(acs, SweepKind.NEW, NOW.minusSeconds(2 * 86_400));
        SweepId kept = ended(acs, SweepKind.INCREMENTAL, NOW.minusSeconds(2 * 86_400));
        SweepId old = ended(acs, SweepKind.INCREMENTAL, NOW.minusSeconds(91 * 86_400L));

        SweepId full = ended(acs, SweepKind.FULL, NOW);
        int forgotten = new Transactions(pool).write(connection -> OldSweeps.forget(connection, NOW));

        assertThat(forgotten).isEqualTo(2);
        assertThat(sweeps.page(Optional.of(acs), new PageRequest(0, 10)).items())
                .extracting(Sweep::id)
                .containsExactly(full, kept)
                .doesNotContain(empty, old);
    }

    @Test
    void listsBySortAndFilter() {
        AcsId acs = new AcsId("sorted");
        SweepId small = ended(acs, SweepKind.INCREMENTAL, NOW);
        SweepId full = sweeps.open(acs, SweepKind.FULL, Optional.empty(), "people", NOW.plusSeconds(1));
        SweepId large = ended(acs, SweepKind.INCREMENTAL, NOW.plusSeconds(2));
        count(small, new SweepCounts(1, 0, 0, 0, 0, 10), List.of());
        count(full, new SweepCounts(3, 0, 0, 0, 0, 10), List.of());
        count(large, new SweepCounts(2, 0, 0, 0, 0, 30), List.of());

        assertThat(ids(acs, Set.of(), Set.of(), List.of())).containsExactly(large, full, small);
        assertThat(sorted(acs, new Sort<>(SweepQuery.Key.READ, true))).containsExactly(full, large, small);
        assertThat(sorted(acs, new Sort<>(SweepQuery.Key.BYTES, false))).containsExactly(full, small, large);
        assertThat(sorted(acs, new Sort<>(SweepQuery.Key.ENDED_AT, true))).containsExactly(large, small, full);
        assertThat(ids(acs, Set.of(SweepKind.INCREMENTAL), Set.of(), List.of())).containsExactly(large, small);
        assertThat(ids(acs, Set.of(), Set.of(SweepOutcome.RUNNING, SweepOutcome.BROKEN), List.of()))
                .containsExactly(full);
        assertThat(ids(acs, Set.of(SweepKind.NEW), Set.of(SweepOutcome.COMPLETE), List.of()))
                .isEmpty();
        for (SweepQuery.Key key : SweepQuery.Key.values()) {
            assertThat(sorted(acs, new Sort<>(key, false))).as(key.name()).hasSize(3);
        }
    }

    private static List<SweepId> sorted(AcsId acs, Sort<SweepQuery.Key> sort) {
        return ids(acs, Set.of(), Set.of(), List.of(sort));
    }

    private static List<SweepId> ids(
            AcsId acs, Set<SweepKind> kinds, Set<SweepOutcome> outcomes, List<Sort<SweepQuery.Key>> sort) {
        SweepQuery query = new SweepQuery(Optional.of(acs), kinds, outcomes, sort, new PageRequest(0, 10));
        Page<Sweep> page = sweeps.page(query);
        assertThat(page.total()).isEqualTo(page.items().size());
        return page.items().stream().map(Sweep::id).toList();
    }

    private static SweepId ended(AcsId acs, SweepKind kind, Instant at) {
        SweepId id = sweeps.open(acs, kind, Optional.empty(), "the clock", at);
        sweeps.close(id, SweepOutcome.COMPLETE, Optional.empty(), Optional.empty(), at);
        return id;
    }

    private static void count(SweepId sweep, SweepCounts counts, List<RejectedDocument> rejected) {
        new Transactions(pool).write(connection -> {
            SweepCounter.add(connection, sweep, counts, rejected);
            return null;
        });
    }
}
