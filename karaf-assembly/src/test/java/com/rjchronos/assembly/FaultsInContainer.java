package com.rjchronos.assembly;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.rjchronos.api.Faults;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.model.fault.FaultListing;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;
import org.osgi.framework.BundleContext;

/** A fault walks the whole way: simulated GenieACS, gateway, PostgreSQL, REST; and goes again. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class FaultsInContainer {
    private static final String NBI = "http://127.0.0.1:" + System.getProperty("chronos.test.simulator");
    private static final String CODE = "9017";

    @Inject
    private BundleContext bundles;

    private final Api api = Container.api();
    private final HttpClient http = HttpClient.newHttpClient();

    @Configuration
    public Option[] container() {
        return Container.options();
    }

    @Before
    public void aFleet() throws Exception {
        api.await("/api/health/ready", Duration.ofSeconds(90), a -> a.status() == 200);
        api.signIn(Container.data());
        api.await(
                "/api/devices?limit=1&status=online",
                Duration.ofSeconds(60),
                a -> a.status() == 200 && !a.json().isEmpty());
    }

    @Test
    public void aTaskThatFaultedIsSeenUntilItsFaultIsDeleted() throws Exception {
        JsonNode device = api.get("/api/devices?limit=1&status=online").json().get(0);
        String path = "/devices/" + encoded(device.path("genieacs_id").asText());
        simulator(
                "POST",
                "/_sim/fault?code=" + CODE + "&id="
                        + encoded(device.path("genieacs_id").asText()),
                "");
        simulator("POST", path + "/tasks", "{\"name\":\"reboot\"}");
        simulator(
                "POST", "/_sim/inform?id=" + encoded(device.path("genieacs_id").asText()), "");

        FaultListing listing = list();

        assertEquals(
                listing.toString(), List.of(), listing.brokenBecause().stream().toList());
        assertTrue(listing.toString(), listing.came() >= 1);
        String of = "/api/faults?code=cwmp." + CODE + "&device_id="
                + device.path("id").asText();
        JsonNode fault = api.get(of + "&present=true").json().get(0);
        assertTrue(fault.toString(), fault.path("channel").asText().startsWith("task_"));
        assertEquals(fault.toString(), "main", fault.path("acs").asText());
        assertFalse(fault.toString(), fault.path("reported_at").isNull());

        String id = device.path("genieacs_id").asText() + ":"
                + fault.path("channel").asText();
        simulator("DELETE", "/faults/" + encoded(id), "");
        assertTrue(list().gone() >= 1);

        assertTrue(api.get(of + "&present=true").json().isEmpty());
        assertFalse(api.get(of + "&present=false").json().get(0).path("gone_at").isNull());
    }

    /** A listing of the clock's may be under way. */
    private FaultListing list() throws Exception {
        Faults faults = bundles.getService(bundles.getServiceReference(Faults.class));
        return Api.await(
                        Duration.ofSeconds(20),
                        () -> faults.sweep(Caller.system("faults-test", Origin.SYSTEM)),
                        listings -> !listings.isEmpty())
                .get(0);
    }

    private void simulator(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(NBI + path))
                        .method(method, BodyPublishers.ofString(body))
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                BodyHandlers.ofString());
        assertTrue(path + " " + answer.statusCode() + " " + answer.body(), answer.statusCode() < 300);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
