package com.rjchronos.assembly;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rjchronos.api.Sweeps;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.model.sweep.SweepKind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import javax.inject.Inject;
import javax.sql.DataSource;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.SynchronousBundleListener;

/** Bundles are exchanged while clients ask and sweeps run: nobody is answered wrongly, and no device is lost. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class SwapUnderLoad {
    private static final Duration LOAD = Duration.ofSeconds(20);
    private static final Duration BACK = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> ASKED =
            List.of("/api/devices?limit=5", "/api/connectors", "/api/devices?limit=1&sort=-id", "/api/health/live");

    private final Api api = Container.api();

    @Inject
    private BundleContext bundles;

    @Configuration
    public Option[] container() {
        return Container.options();
    }

    @Before
    public void swept() throws Exception {
        api.await("/api/health/ready", Duration.ofSeconds(90), a -> a.status() == 200);
        api.signIn(Container.data());
        api.await(
                "/api/devices?limit=1",
                PATIENCE,
                a -> a.status() == 200 && Integer.parseInt(a.header("X-Total-Count")) >= Container.DEVICES);
    }

    @Test
    public void connectorsAreExchangedAndEveryAnswerIsOfItsResource() throws Exception {
        Bundle huawei = ours("connectors.huawei");
        Bundle zte = ours("connectors.zte");
        Set<String> disturbed = new ConcurrentSkipListSet<>();
        SynchronousBundleListener witness = event -> {
            if (event.getBundle() != huawei && event.getBundle() != zte) {
                disturbed.add(event.getBundle() + " event=" + event.getType());
            }
        };
        List<String> before = others(huawei, zte);
        bundles.addBundleListener(witness);
        int swaps = 0;
        try (Clients clients = new Clients(api, ASKED, status -> status == 200);
                Clients sweeping = new Clients(this::sweep)) {
            long end = System.nanoTime() + LOAD.toNanos();
            while (System.nanoTime() < end) {
                huawei.stop();
                zte.update();
                huawei.start();
                zte.stop();
                huawei.update();
                zte.start();
                swaps += 4;
                clients.awaitMore(4);
            }
            assertEquals(Set.of(), clients.faults());
            assertEquals(Set.of(), sweeping.faults());
            assertTrue("answers: " + clients.answers(), clients.answers() > 100);
        } finally {
            bundles.removeBundleListener(witness);
        }

        assertTrue("swaps: " + swaps, swaps > 20);
        assertEquals("no other bundle was touched", Set.of(), disturbed);
        assertEquals(before, others(huawei, zte));
        allAreRead();
    }

    @Test
    public void theHouseItselfIsExchangedAndNobodyIsAnsweredWrongly() throws Exception {
        for (String part : List.of("persistence", "genieacs", "scheduling", "inventory", "rest", "web")) {
            Bundle bundle = ours(part);
            try (Clients clients = new Clients(api, ASKED, status -> status == 200 || status == 503)) {
                bundle.stop();
                clients.awaitMore(8);
                bundle.start();
                back(part + " started");
                bundle.update();
                back(part + " updated");
                assertEquals(part, Set.of(), clients.faults());
            }
        }
        allAreRead();
    }

    @Test
    public void aConnectorThatWentAndCameIsInTheTrail() throws Exception {
        Bundle zte = ours("connectors.zte");
        long went = told("connector.went");
        long came = told("connector.came");

        zte.stop();
        Api.await(Duration.ofSeconds(30), () -> told("connector.went"), n -> n == went + 1);
        zte.start();
        Api.await(Duration.ofSeconds(30), () -> told("connector.came"), n -> n == came + 1);
        zte.stop();
        zte.start();
        zte.update();

        allAreRead();
        assertEquals(went + 1, told("connector.went"));
        assertEquals(came + 1, told("connector.came"));
    }

    private void back(String what) throws Exception {
        try {
            for (String path : ASKED) {
                api.await(path, BACK, a -> a.status() == 200);
            }
        } catch (AssertionError e) {
            throw new AssertionError(what + ": not back within " + BACK, e);
        }
    }

    /** Every device the ACS knows is stored, each read by a connector that is here, none waits. */
    private void allAreRead() throws Exception {
        Api.await(PATIENCE, this::unread, List::isEmpty);
        long known = Api.await(PATIENCE, this::knownToTheAcs, n -> n == stored());
        long served = 0;
        for (JsonNode connector : api.get("/api/connectors").json()) {
            served += connector.path("devices_served").asLong();
        }
        assertEquals("each device is served once", known, served);
    }

    private List<String> unread() throws Exception {
        return Stream.of(api.get("/api/connectors").json())
                .flatMap(list -> {
                    Stream.Builder<JsonNode> all = Stream.builder();
                    list.forEach(all);
                    return all.build();
                })
                .filter(c -> c.path("parked_documents").asLong() > 0
                        || !"active".equals(c.path("state").asText()))
                .map(JsonNode::toString)
                .toList();
    }

    private long stored() {
        try {
            return Long.parseLong(api.get("/api/devices?limit=1").header("X-Total-Count"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private long knownToTheAcs() throws Exception {
        String url = "http://127.0.0.1:" + System.getProperty("chronos.test.simulator") + "/devices?projection=_id";
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        return new ObjectMapper().readTree(answer.body()).size();
    }

    private void sweep() {
        Sweeps sweeps = bundles.getService(bundles.getServiceReference(Sweeps.class));
        sweeps.run(Caller.system("swap-test", Origin.SYSTEM), SweepKind.FULL);
    }

    private long told(String action) throws Exception {
        DataSource pool =
                bundles.getService(bundles.getServiceReferences(DataSource.class, "(osgi.jndi.service.name=chronos)")
                        .iterator()
                        .next());
        try (Connection connection = pool.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select count(*) from activity_logs where action = ? and details->>'connector' = 'zte'")) {
            query.setString(1, action);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private List<String> others(Bundle... swapped) {
        return Arrays.stream(bundles.getBundles())
                .filter(b -> !List.of(swapped).contains(b))
                .map(b -> b.getSymbolicName() + " state=" + b.getState() + " modified=" + b.getLastModified())
                .toList();
    }

    private Bundle ours(String name) {
        return Arrays.stream(bundles.getBundles())
                .filter(b -> ("com.rjchronos." + name).equals(b.getSymbolicName()))
                .findFirst()
                .orElseThrow();
    }
}
