package com.rjchronos.genieacs;

import com.rjchronos.model.sweep.SweepCounts;
import com.rjchronos.simulator.NbiLookalike;
import com.rjchronos.simulator.SimulatorSettings;
import com.rjchronos.simulator.fleet.Device;
import com.rjchronos.simulator.fleet.Reach;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;

/** The simulator on a free port, where nothing happens by itself, and gateways to it. */
final class AcsUnderTest implements AutoCloseable {
    private final NbiLookalike simulator;
    private final HttpClient http = HttpClient.newHttpClient();

    AcsUnderTest() throws IOException {
        SimulatorSettings settings = new SimulatorSettings("127.0.0.1", 0, 60, 7, 0, 1, true, 0);
        simulator = new NbiLookalike(settings, Clock.systemUTC(), Optional.empty()).start();
    }

    String url() {
        return simulator.url().toString();
    }

    /** A device of an online CPE whose id holds a {@code %}. */
    Device device() {
        return devices()
                .filter(d -> d.reach() == Reach.ONLINE && d.id().contains("%"))
                .findFirst()
                .orElseThrow();
    }

    Stream<Device> devices() {
        return Stream.of(simulator.fleet().devices());
    }

    /** Pulls one of the simulator's strings. */
    String pull(String method, String target, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/_sim/" + target))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(target + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    void misses(String device, String mode) {
        pull("POST", "offline?id=" + encoded(device) + "&mode=" + mode, "");
    }

    void chaos(String mode, String method, int times) {
        pull("POST", "chaos", "{\"mode\":\"" + mode + "\",\"method\":\"" + method + "\",\"times\":" + times + "}");
    }

    /** How often the ACS carried out or wrote down something of this kind, e.g. {@code rebooted} or {@code task-queued}. */
    int changes(String kind) {
        Matcher count = Pattern.compile("\"" + kind + "\":(\\d+)").matcher(pull("GET", "ledger?last=0", ""));
        return count.find() ? Integer.parseInt(count.group(1)) : 0;
    }

    /** Requests of this method that came so far, answered or not. */
    long requests(String method) {
        Matcher request = Pattern.compile("\"method\":\"" + method + "\"").matcher(pull("GET", "ledger?last=2000", ""));
        return request.results().count();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static GenieAcsGateway gateway(String url, Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(Map.of("name", "main", "baseUrl", url, "responseTimeoutSeconds", "5"));
        all.putAll(properties);
        return new GenieAcsGateway(
                NbiSettingsTest.settings(all), batch -> SweepCounts.ZERO, new DefaultCamelContext(), Clock.systemUTC());
    }

    @Override
    public void close() throws IOException {
        simulator.close();
    }
}
