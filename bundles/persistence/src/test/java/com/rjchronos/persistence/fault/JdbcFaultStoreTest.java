package com.rjchronos.persistence.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.rjchronos.model.acs.AcsFault;
import com.rjchronos.model.acs.AcsFault.Refused;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.fault.Fault;
import com.rjchronos.model.fault.FaultQuery;
import com.rjchronos.model.page.PageRequest;
import com.rjchronos.model.page.Sort;
import com.rjchronos.persistence.TestServer;
import com.rjchronos.persistence.connection.Pool;
import com.rjchronos.persistence.connection.Transactions;
import com.rjchronos.port.FaultStore.Handful;
import com.rjchronos.port.FaultStore.Kept;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JdbcFaultStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123456Z");
    private static final Instant LATER = NOW.plusSeconds(300);
    private static final PageRequest ALL = new PageRequest(0, 200);
    private static Pool pool;
    private static JdbcFaultStore faults;

    @BeforeAll
    static void open() {
        pool = TestServer.shared().database().pool();
        faults = new JdbcFaultStore(pool);
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @Test
    void keepsAFaultFromItsComingToItsGoing() {
        AcsId acs = new AcsId("whole");
        AcsFault first = fault("A", "task_1", "cwmp.9007", 0);
        AcsFault again = fault("A", "task_1", "cwmp.9007", 3);

        assertThat(keep(acs, NOW, first)).isEqualTo(new Kept(1, 1));
        assertThat(keep(acs, LATER, again)).isEqualTo(new Kept(1, 0));
        assertThat(faults.gone(acs, LATER)).isZero();

        Fault there = only(acs);
        assertThat(there.said()).isEqualTo(again);
        assertThat(there.firstSeen()).isEqualTo(NOW);
        assertThat(there.lastSeen()).isEqualTo(LATER);
        assertThat(there.goneAt()).isEmpty();
        assertThat(faults.gone(acs, LATER.plusSeconds(300))).isEqualTo(1);
        assertThat(only(acs).goneAt()).contains(LATER.plusSeconds(300));
        assertThat(told(there)).containsExactly("came", "gone");
    }

    @Test
    void aListingThatEndsLateEndsNothingThatALaterOneHolds() {
        AcsId acs = new AcsId("late");
        AcsFault fault = fault("A", "default", "cwmp.9001", 0);
        keep(acs, LATER, fault);
        keep(acs, NOW, fault);

        assertThat(faults.gone(acs, NOW)).isZero();
        assertThat(faults.gone(acs, LATER)).isZero();
        assertThat(only(acs).lastSeen()).isEqualTo(LATER);
    }

    @Test
    void endsNoFaultOfAnotherAcs() {
        keep(new AcsId("one"), NOW, fault("A", "default", "script.Error", 0));
        keep(new AcsId("other"), NOW, fault("A", "default", "script.Error", 0));

        assertThat(faults.gone(new AcsId("one"), LATER)).isEqualTo(1);

        assertThat(only(new AcsId("other")).goneAt()).isEmpty();
    }

    @Test
    void oneThatComesBackIsANewOneAndSoIsOneWithAnotherCode() {
        AcsId acs = new AcsId("back");
        keep(acs, NOW, fault("A", "default", "cwmp.9001", 0));
        faults.gone(acs, NOW.plusSeconds(1));
        keep(acs, NOW.plusSeconds(2), fault("A", "default", "cwmp.9001", 0));

        assertThat(keep(acs, NOW.plusSeconds(3), fault("A", "default", "cwmp.9002", 0)))
                .isEqualTo(new Kept(1, 1));

        assertThat(of(acs, Optional.empty()))
                .extracting(f -> f.said().code(), f -> f.goneAt().isPresent())
                .containsExactly(tuple("cwmp.9002", false), tuple("cwmp.9001", true), tuple("cwmp.9001", true));
    }

    @Test
    void isTiedToItsDeviceAsSoonAsThatIsKnown() {
        AcsId acs = new AcsId("later");
        keep(acs, NOW, fault("NEW%2D1", "default", "cwmp.9001", 0));
        assertThat(only(acs).device()).isEmpty();
        DeviceId device = device(acs, "NEW%2D1");

        assertThat(keep(acs, LATER, fault("NEW%2D1", "default", "cwmp.9001", 1)))
                .isEqualTo(new Kept(1, 0));

        assertThat(only(acs).device()).contains(device);
    }

    @Test
    void leavesFaultsOfDevicesOutWhereOnlyThoseThatAreKnownAreOurs() {
        AcsId acs = new AcsId("scoped");
        device(acs, "OURS");
        List<AcsFault> both =
                List.of(fault("OURS", "default", "cwmp.9001", 0), fault("THEIRS", "default", "cwmp.9001", 0));

        Kept kept = faults.keep(new Handful(acs, NOW, true, both));

        assertThat(kept).isEqualTo(new Kept(1, 1));
        assertThat(only(acs).said().genieacsId()).isEqualTo("OURS");
    }

    @Test
    void takesWhateverAnAcsSays() {
        AcsId acs = new AcsId("odd");
        String much = "x\u0000".repeat(5_000);
        List<Refused> refused = Collections.nCopies(30, new Refused(much, much, much));
        AcsFault odd = new AcsFault(much, much, much, much, refused, Integer.MAX_VALUE, Optional.empty());

        keep(acs, NOW, odd, odd);
        keep(acs, LATER, odd);

        Fault stored = only(acs);
        assertThat(stored.said().message()).hasSizeLessThanOrEqualTo(1_000).startsWith("xxx");
        assertThat(stored.said().refused()).hasSize(Fault.MAX_REFUSED);
        assertThat(stored.said().at()).isEmpty();
        assertThat(stored.lastSeen()).isEqualTo(LATER);
    }

    @Test
    void takesThousandsInOneHandful() {
        AcsId acs = new AcsId("many");
        AcsFault[] many = IntStream.range(0, 2_000)
                .mapToObj(i -> fault("D" + i, "default", "cwmp.9001", 0))
                .toArray(AcsFault[]::new);

        assertThat(keep(acs, NOW, many)).isEqualTo(new Kept(2_000, 2_000));
        assertThat(keep(acs, LATER, many)).isEqualTo(new Kept(2_000, 0));
        assertThat(faults.gone(acs, LATER.plusSeconds(1))).isEqualTo(2_000);
    }

    @Test
    void listsByFilterAndSort() {
        AcsId acs = new AcsId("sorted");
        DeviceId device = device(acs, "A");
        keep(
                acs,
                NOW,
                fault("A", "task_1", "cwmp.9007", 2),
                fault("B", "default", "script.Error", 5),
                fault("C", "gone", "cwmp.9001", 1));
        keep(acs, LATER, fault("A", "task_1", "cwmp.9007", 2), fault("B", "default", "script.Error", 5));
        faults.gone(acs, LATER);

        assertThat(sorted(acs, FaultQuery.Key.RETRIES, true)).containsExactly("B", "A", "C");
        assertThat(sorted(acs, FaultQuery.Key.CODE, false)).containsExactly("C", "A", "B");
        assertThat(of(acs, Optional.of(false)))
                .extracting(f -> f.said().genieacsId())
                .containsExactly("C");
        assertThat(of(acs, Optional.of(true))).hasSize(2);
        assertThat(query(new FaultQuery(
                        Optional.of(acs), Optional.of(device), Set.of(), Set.of(), Optional.empty(), List.of(), ALL)))
                .extracting(f -> f.said().channel())
                .containsExactly("task_1");
        assertThat(query(new FaultQuery(
                        Optional.of(acs),
                        Optional.empty(),
                        Set.of("script.Error", "cwmp.9001"),
                        Set.of("default"),
                        Optional.empty(),
                        List.of(),
                        ALL)))
                .extracting(f -> f.said().genieacsId())
                .containsExactly("B");
        for (FaultQuery.Key key : FaultQuery.Key.values()) {
            assertThat(sorted(acs, key, false)).as(key.name()).hasSize(3);
        }
    }

    private static List<String> sorted(AcsId acs, FaultQuery.Key key, boolean descending) {
        FaultQuery query = new FaultQuery(
                Optional.of(acs),
                Optional.empty(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                List.of(new Sort<>(key, descending)),
                ALL);
        return query(query).stream().map(f -> f.said().genieacsId()).toList();
    }

    private static List<Fault> of(AcsId acs, Optional<Boolean> present) {
        return query(new FaultQuery(Optional.of(acs), Optional.empty(), Set.of(), Set.of(), present, List.of(), ALL));
    }

    private static List<Fault> query(FaultQuery query) {
        var page = faults.page(query);
        assertThat(page.total()).isEqualTo(page.items().size());
        return page.items();
    }

    private static Fault only(AcsId acs) {
        List<Fault> all = of(acs, Optional.empty());
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static Kept keep(AcsId acs, Instant at, AcsFault... listed) {
        return faults.keep(new Handful(acs, at, false, List.of(listed)));
    }

    private static AcsFault fault(String device, String channel, String code, int retries) {
        return new AcsFault(
                device,
                channel,
                code,
                "Invalid parameter value",
                List.of(new Refused("InternetGatewayDevice.X", "9007", "Invalid")),
                retries,
                Optional.of(NOW.minusSeconds(60)));
    }

    private static DeviceId device(AcsId acs, String genieacsId) {
        return new DeviceId(Long.parseLong(column("insert into devices (acs_id, genieacs_id) values ('" + acs + "', '"
                        + genieacsId + "') returning id")
                .get(0)));
    }

    private static List<String> told(Fault fault) {
        return column("select kind from change_log where entity = 'fault' and entity_id = " + fault.id()
                + " order by xid, id");
    }

    private static List<String> column(String sql) {
        return new Transactions(pool).write(connection -> {
            List<String> values = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    values.add(row.getString(1));
                }
            }
            return values;
        });
    }
}
