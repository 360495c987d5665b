package com.rjchronos.genieacs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.model.sweep.SweepKind;
import com.rjchronos.model.sweep.SweepQuestion;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NbiQueryTest {
    private static final Instant SINCE = Instant.parse("2026-11-23T03:00:00Z");

    @Test
    void namesTheMetadataBesideTheProjection() {
        String query =
                single(question(SweepKind.FULL, Optional.empty(), Optional.empty(), List.of()), Optional.empty());

        assertThat(parameter(query, "projection"))
                .isEqualTo("_id,_deviceId,_lastInform,_registered,_lastBoot,_tags,Device.DeviceInfo,"
                        + "InternetGatewayDevice.DeviceInfo");
        assertThat(parameter(query, "query")).isEqualTo("{}");
    }

    @Test
    void asksForTimesAsIsoTextWithinTheScope() {
        String informed = single(
                question(SweepKind.INCREMENTAL, Optional.of(SINCE), Optional.empty(), List.of()), Optional.empty());
        String registered = single(
                question(SweepKind.NEW, Optional.empty(), Optional.of(SINCE), List.of()),
                Optional.of("{\"_tags\":\"north\"}"));

        assertThat(parameter(informed, "query")).isEqualTo("{\"_lastInform\":{\"$gt\":\"2026-11-23T03:00:00Z\"}}");
        assertThat(parameter(registered, "query"))
                .isEqualTo("{\"$and\":[{\"_tags\":\"north\"},{\"_registered\":{\"$gt\":\"2026-11-23T03:00:00Z\"}}]}");
    }

    @Test
    void escapesThePercentOfAnIdAgain() {
        String query = single(
                question(SweepKind.SELECTED, Optional.empty(), Optional.empty(), List.of("00-AX%2D2000-S%20é\"1")),
                Optional.empty());

        assertThat(query).contains("AX%252D2000").contains("%C3%A9");
        assertThat(parameter(query, "query")).isEqualTo("{\"_id\":{\"$in\":[\"00-AX%2D2000-S%20é\\\"1\"]}}");
    }

    @Test
    void cutsManyIdsIntoRequestsThatFit() {
        List<String> ids = IntStream.range(0, 2_000)
                .mapToObj(i -> "E8614E-HG%2D8245%2DH-485754438245" + (10_000 + i))
                .collect(Collectors.toList());

        List<String> queries =
                NbiQuery.of(question(SweepKind.SELECTED, Optional.empty(), Optional.empty(), ids), Optional.empty());

        List<String> asked = new ArrayList<>();
        queries.forEach(q -> {
            assertThat(q.length()).isLessThanOrEqualTo(NbiQuery.MAX_LENGTH + 100);
            String list = parameter(q, "query");
            for (String id :
                    list.substring(list.indexOf('[') + 1, list.indexOf(']')).split(",")) {
                asked.add(id.replace("\"", ""));
            }
        });
        assertThat(queries).hasSizeGreaterThan(1);
        assertThat(asked).isEqualTo(ids);
    }

    @Test
    void refusesAProjectionThatNoRequestCanHold() {
        Set<String> paths = IntStream.range(0, 1_000)
                .mapToObj(i -> "InternetGatewayDevice.Some.Path." + i)
                .collect(Collectors.toSet());
        SweepQuestion question =
                new SweepQuestion(SweepKind.FULL, paths, Optional.empty(), Optional.empty(), List.of());

        assertThatThrownBy(() -> NbiQuery.of(question, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1000");
    }

    private static SweepQuestion question(
            SweepKind kind, Optional<Instant> informed, Optional<Instant> registered, List<String> ids) {
        return new SweepQuestion(
                kind, Set.of("InternetGatewayDevice.DeviceInfo", "Device.DeviceInfo"), informed, registered, ids);
    }

    private static String single(SweepQuestion question, Optional<String> scope) {
        List<String> queries = NbiQuery.of(question, scope);
        assertThat(queries).hasSize(1);
        return queries.get(0);
    }

    private static String parameter(String query, String name) {
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("no " + name + " in " + query);
    }
}
