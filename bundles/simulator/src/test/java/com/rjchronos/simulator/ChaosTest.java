package com.rjchronos.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.simulator.RawHttp.Answer;
import com.rjchronos.simulator.control.Chaos;
import com.rjchronos.simulator.control.Ledger;
import com.rjchronos.simulator.cwmp.ForcedFaults;
import com.rjchronos.simulator.cwmp.Sessions;
import com.rjchronos.simulator.cwmp.Tasks;
import com.rjchronos.simulator.fleet.Fleet;
import com.rjchronos.simulator.json.Json;
import com.rjchronos.simulator.json.JsonSyntaxException;
import com.rjchronos.simulator.nbi.Acs;
import com.rjchronos.simulator.nbi.ControlRoutes;
import com.rjchronos.simulator.nbi.NbiServer;
import com.rjchronos.simulator.query.JsonCollection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChaosTest {
    private static final String LIST = "/devices?projection=_id,_lastInform";

    @Test
    void misbehavesAsOftenAsItWasToldAndThenNoMore() throws IOException {
        try (Lab lab = Lab.of(20)) {
            chaos(lab, "{\"mode\":\"status500\",\"times\":2}");

            assertThat(lab.http.get(LIST).status()).isEqualTo(500);
            assertThat(lab.http.get("/faults").status()).isEqualTo(500);
            assertThat(lab.http.get(LIST).status()).isEqualTo(200);
        }
    }

    @Test
    void resetsWithoutAnAnswer() throws IOException {
        try (Lab lab = Lab.of(5)) {
            chaos(lab, "{\"mode\":\"reset\"}");

            assertThat(lab.http.get(LIST).status()).isZero();
        }
    }

    @Test
    void crashesOverARequestThatNobodyForesawAsTheNbiDoes() throws IOException {
        Clock clock = Clock.fixed(Lab.NOW, ZoneOffset.UTC);
        Ledger ledger = new Ledger(clock);
        Tasks tasks = new Tasks(clock, 1, ledger);
        Sessions sessions = new Sessions(
                clock,
                tasks,
                Map.of("files", new JsonCollection(), "presets", new JsonCollection()),
                new ForcedFaults(),
                ledger);
        Acs withoutPresets = new Acs(new Fleet(1, clock), tasks, sessions, Map.of(), clock, ledger);
        NbiServer server = new NbiServer(
                new NbiServer.Plan("127.0.0.1", 0, 0, 0, 1),
                withoutPresets,
                new ControlRoutes(withoutPresets, null),
                new Chaos(),
                ledger);
        server.start();
        try {
            assertThat(new RawHttp(server.url())
                            .ask("PUT", "/presets/x", Map.of(), "{}".getBytes(StandardCharsets.UTF_8))
                            .status())
                    .isZero();
        } finally {
            server.stop();
        }
    }

    @Test
    void resetsAfterSomeDevices() throws IOException {
        try (Lab lab = Lab.of(20)) {
            chaos(lab, "{\"mode\":\"reset\",\"after_devices\":7}");

            Answer answer = lab.http.get(LIST);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.complete()).isFalse();
        }
    }

    @Test
    void truncatesInTheMiddleOfADocument() throws IOException {
        try (Lab lab = Lab.of(20)) {
            chaos(lab, "{\"mode\":\"truncate\",\"after_devices\":7}");

            Answer answer = lab.http.get(LIST);

            assertThat(answer.complete()).isFalse();
            assertThat(answer.body().split("\n")).hasSize(9);
            assertThatThrownBy(() -> Json.parse(answer.body())).isInstanceOf(JsonSyntaxException.class);
        }
    }

    @Test
    void breaksTheJsonButNotTheAnswer() throws IOException {
        try (Lab lab = Lab.of(20)) {
            chaos(lab, "{\"mode\":\"malformed\",\"after_devices\":7}");

            Answer answer = lab.http.get(LIST);

            assertThat(answer.complete()).isTrue();
            assertThat(answer.header("total")).isEqualTo("20");
            assertThat(answer.body().split("\n")).hasSize(23);
            assertThatThrownBy(() -> Json.parse(answer.body())).isInstanceOf(JsonSyntaxException.class);
        }
    }

    @Test
    void answersWithAPage() throws IOException {
        try (Lab lab = Lab.of(5)) {
            chaos(lab, "{\"mode\":\"html\"}");

            Answer answer = lab.http.get(LIST);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("text/html");
        }
    }

    @Test
    void isSlow() throws IOException {
        try (Lab lab = Lab.of(6)) {
            chaos(lab, "{\"mode\":\"slow\",\"delay_ms\":20}");
            long start = System.nanoTime();

            Answer answer = lab.http.get(LIST);

            assertThat(System.nanoTime() - start).isGreaterThan(100_000_000L);
            assertThatCode(() -> Json.parse(answer.body())).doesNotThrowAnyException();
        }
    }

    @Test
    void hangsBeforeAndDuringAnAnswer() throws IOException {
        try (Lab lab = Lab.of(20)) {
            chaos(lab, "{\"mode\":\"hang\",\"delay_ms\":100}");
            assertThat(lab.http.get(LIST).status()).isZero();

            chaos(lab, "{\"mode\":\"hang\",\"delay_ms\":100,\"after_devices\":3}");
            Answer answer = lab.http.get(LIST);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.complete()).isFalse();
        }
    }

    @Test
    void breaksAShortAnswerAtItsEnd() throws IOException {
        try (Lab lab = Lab.of(3)) {
            chaos(lab, "{\"mode\":\"truncate\",\"after_devices\":100}");

            assertThat(lab.http.get(LIST).complete()).isFalse();
        }
    }

    @Test
    void meansOnlyThePathAndMethodItWasToldFor() throws IOException {
        try (Lab lab = Lab.of(3)) {
            chaos(lab, "{\"mode\":\"status500\",\"times\":-1,\"path\":\"/tasks\",\"method\":\"GET\"}");

            assertThat(lab.http.get(LIST).status()).isEqualTo(200);
            assertThat(lab.http.get("/tasks").status()).isEqualTo(500);
            assertThat(lab.http.get("/tasks").status()).isEqualTo(500);
            chaos(lab, "{\"mode\":\"none\"}");
            assertThat(lab.http.get("/tasks").status()).isEqualTo(200);
        }
    }

    @Test
    void refusesAModeItDoesNotKnow() throws IOException {
        try (Lab lab = Lab.of(0)) {
            Answer answer = lab.http.post("/_sim/chaos", "{\"mode\":\"explode\"}");

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("mode = explode", "truncate");
        }
    }

    @Test
    void poisonsTheCollectionWithDocumentsOfEveryKindAndTakesThemBack() throws IOException {
        try (Lab lab = Lab.of(2)) {
            assertThat(lab.http.post("/_sim/poison", null).status()).isEqualTo(200);

            List<?> documents = (List<?>) Json.parse(lab.http.get("/devices").body());

            assertThat(documents).hasSize(2 + 14);
            assertThat(documents).anyMatch(document -> !((Map<?, ?>) document).containsKey("_id"));
            assertThat(documents).anyMatch(document -> ((Map<?, ?>) document).get("_lastInform") instanceof Long);
            assertThat(lab.http
                            .get("/devices?query=" + "%7B%22_tags%22%3A%22VIP%22%7D&sort=%7B%22_id%22%3A1%7D")
                            .status())
                    .isEqualTo(200);

            lab.http.ask("DELETE", "/_sim/poison", Map.of(), null);
            assertThat(lab.http.get("/devices?projection=_id").header("total")).isEqualTo("2");
        }
    }

    private static void chaos(Lab lab, String order) throws IOException {
        assertThat(lab.http.post("/_sim/chaos", order).status()).isEqualTo(200);
    }
}
