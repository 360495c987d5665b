package com.rjchronos.genieacs.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.genieacs.wire.Json;
import com.rjchronos.simulator.NbiLookalike;
import com.rjchronos.simulator.SimulatorSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every document that the repository holds, recorded, constructed and simulated, against rules that are not those of the masking. */
class MaskedCorpusTest {
    private static final Path BUNDLES = Path.of("..");
    private static final Pattern NAMES = Pattern.compile(
            "(?i).*(serial_?number|gponsn|onusn|user_?name|host_?name|domain_?name|pass(word|phrase)|presharedkey|directorynumber|(?<!b)ssid)");
    private static final Pattern SERIAL = Pattern.compile("(?i).*(serial_?number|sn)");
    private static final Pattern MAC =
            Pattern.compile("(?i)(?<![0-9a-f:-])([0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![0-9a-f:-])");
    private static final Pattern IPV4 = Pattern.compile("(?<![0-9A-Za-z.])([0-9]{1,3}[.]){3}[0-9]{1,3}(?![0-9.])");
    private static final Pattern NOBODYS = Pattern.compile("(0|127|22[4-9]|23[0-9]|24[0-9]|25[0-5])[.].*");
    private static final Pattern ORDINARY =
            Pattern.compile("(?i)|true|false|[0-9]{1,5}|(InternetGateway)?Device[.].*|:*");

    static Stream<Path> documents() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(BUNDLES)) {
            files.filter(f -> f.toString().endsWith(".json"))
                    .filter(f -> !f.toString().contains("/target/"))
                    .filter(f -> f.toString().matches(".*/(samples|fleet|devices)/.*"))
                    .filter(f ->
                            !f.toString().matches(".*[.](expected|model)[.]json|.*/recordings/.*|.*/instances[.]json"))
                    .forEach(found::add);
        }
        assertThat(found).hasSizeGreaterThan(50);
        return found.stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void leavesNothingOfWhomADocumentOfTheRepositoryIs(Path file) throws IOException {
        assertMasked(Json.object(Files.readString(file)));
    }

    @Test
    void leavesNothingOfWhomASimulatedDocumentIs() throws Exception {
        SimulatorSettings settings = new SimulatorSettings("127.0.0.1", 0, 40, 11, 0, 1, true, 0);
        try (NbiLookalike acs = new NbiLookalike(settings, Clock.systemUTC(), Optional.empty()).start()) {
            HttpRequest all = HttpRequest.newBuilder(URI.create(acs.url() + "/devices?query=%7B%7D"))
                    .build();
            String body = HttpClient.newHttpClient()
                    .send(all, HttpResponse.BodyHandlers.ofString())
                    .body();

            List<?> documents = (List<?>) Json.object("{\"all\":" + body + "}").get("all");
            assertThat(documents).hasSize(40);
            for (Object each : documents) {
                assertMasked(object(each));
            }
        }
    }

    private static void assertMasked(Map<String, Object> document) {
        Map<String, Object> sample = Masking.of(document);
        String text = String.join("\n", values(sample, new ArrayList<>()));
        List<String> secrets = new ArrayList<>();
        collect("", document, secrets);
        assertThat(secrets).as("secrets of " + document.get("_id")).isNotEmpty();
        for (String secret : secrets) {
            assertThat(text).as("a sample of " + document.get("_id")).doesNotContainIgnoringCase(secret);
        }
        sample.remove("_comment");
        sameShape("", document, sample);
    }

    /** All that stands in a document but the names of its parameters. */
    private static List<String> values(Object value, List<String> found) {
        if (value instanceof Map<?, ?> object) {
            object.values().forEach(child -> values(child, found));
        } else if (value instanceof List<?> list) {
            list.forEach(each -> values(each, found));
        } else {
            found.add(String.valueOf(value));
        }
        return found;
    }

    /** What nobody must find again: what parameters of such names say, MAC addresses from their fourth octet on, IP addresses. */
    private static void collect(String parameter, Object value, List<String> secrets) {
        if (value instanceof Map<?, ?> object) {
            object.forEach((key, child) -> {
                String name = key.toString();
                boolean own = name.equals("_SerialNumber") || !name.startsWith("_");
                if (own || name.equals("_value")) {
                    collect(own ? name : parameter, child, secrets);
                } else if (name.equals("_deviceId")) {
                    collect(name, child, secrets);
                }
            });
        } else if (value instanceof String text && !ORDINARY.matcher(text).matches()) {
            if (NAMES.matcher(parameter).matches() && text.length() >= 6) {
                secrets.add(SERIAL.matcher(parameter).matches() ? text.substring(4) : text);
            }
            MAC.matcher(text)
                    .results()
                    .map(m -> m.group().substring(9))
                    .filter(t -> !t.matches("(?i)[0:-]+|[f:-]+"))
                    .forEach(secrets::add);
            if (!parameter.endsWith("Version")) {
                IPV4.matcher(text)
                        .results()
                        .map(m -> m.group())
                        .filter(ip -> !NOBODYS.matcher(ip).matches())
                        .forEach(secrets::add);
            }
        }
    }

    /** Objects, parameters, types and times are the same; numbers and flags too, but for those that are secret. */
    private static void sameShape(String path, Map<?, ?> real, Map<?, ?> sample) {
        Set<Object> names = new HashSet<>(real.keySet());
        names.remove("_comment");
        assertThat(sample.keySet()).as(path).isEqualTo(names);
        for (Object name : names) {
            Object before = real.get(name);
            Object after = sample.get(name);
            if (before instanceof Map<?, ?> object) {
                sameShape(path + "." + name, object, object(after));
            } else if (Set.of("_type", "_timestamp", "_object", "_writable", "_lastInform")
                    .contains(name)) {
                assertThat(after).as(path + "." + name).isEqualTo(before);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }
}
