package com.rjchronos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class RequestGateTest {
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final WebSettings SETTINGS = new WebSettings(1024, TIME, Duration.ofMillis(20), 4);

    private static final HttpGround.Api ECHO = (request, response) -> HttpGround.seen(
            request,
            response,
            200,
            request.getAttribute("chronos.traceId") + " "
                    + request.getInputStream().readAllBytes().length);

    @Test
    void answersUnknownAddressesWithAProblem() throws Exception {
        try (HttpGround ground = new HttpGround(SETTINGS, ECHO)) {
            HttpResponse<String> answer = ground.get("/no%22where%3Cb%3E");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            String trace = answer.headers().firstValue("X-Request-Id").orElseThrow();
            assertThat(answer.body())
                    .contains(
                            "\"type\":\"urn:chronos:problem:not-found\"",
                            "\"title\":\"Not found\"",
                            "\"status\":404",
                            "\"instance\":\"/no%22where%3Cb%3E\"",
                            "\"trace_id\":\"" + trace + "\"",
                            "\"message\":\"There is nothing at")
                    .doesNotContain("<");
        }
    }

    @Test
    void takesTheClientsNameForARequest() throws Exception {
        try (HttpGround ground = new HttpGround(SETTINGS, ECHO)) {
            HttpResponse<String> answer = ground.send(ground.request("/api/").header("X-Request-Id", "abc-1.2_3"));

            assertThat(answer.headers().firstValue("X-Request-Id")).contains("abc-1.2_3");
            assertThat(answer.body()).startsWith("abc-1.2_3 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\"b", "ç", "12345678901234567890123456789012345678901234567890123456789012345"})
    void makesANameWhereTheClientsIsNone(String asked) throws Exception {
        try (HttpGround ground = new HttpGround(SETTINGS, ECHO)) {
            HttpResponse<String> answer = ground.send(ground.request("/api/").header("X-Request-Id", asked));

            assertThat(answer.headers().firstValue("X-Request-Id").orElseThrow())
                    .isNotEqualTo(asked)
                    .matches("[0-9a-f-]{36}");
        }
    }

    @Test
    void setsTheSecurityHeaders() throws Exception {
        try (HttpGround ground = new HttpGround(SETTINGS, ECHO)) {
            HttpResponse<String> api = ground.get("/api/");
            HttpResponse<String> other = ground.get("/");

            assertThat(api.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(api.headers().firstValue("X-Frame-Options")).contains("DENY");
            assertThat(other.headers().firstValue("X-Frame-Options")).contains("DENY");
            assertThat(other.headers().firstValue("Cache-Control")).isEmpty();
        }
    }

    @Test
    void refusesTrace() throws Exception {
        try (HttpGround ground = new HttpGround(SETTINGS, ECHO)) {
            HttpResponse<String> answer = ground.send(ground.request("/api/").method("TRACE", BodyPublishers.noBody()));

            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.body()).contains("\"status\":405");
        }
    }

    @Test
    void letsNoStackTraceOut() throws Exception {
        HttpGround.Api broken = (request, response) -> {
            response.getWriter().write("half an answer");
            throw new IllegalStateException("secret detail");
        };
        try (HttpGround ground = new HttpGround(SETTINGS, broken)) {
            HttpResponse<String> answer = ground.get("/api/");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body())
                    .contains("\"status\":500")
                    .doesNotContain("secret detail", "half an answer", "Exception");
        }
    }

    @Test
    void turnsErrorPagesIntoProblemsWithoutTheServersWords() throws Exception {
        HttpGround.Api refusing = (request, response) -> {
            request.setAttribute("chronos.seen", true);
            response.sendError(403, "secret detail");
        };
        try (HttpGround ground = new HttpGround(SETTINGS, refusing)) {
            HttpResponse<String> answer = ground.get("/api/");

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("\"title\":\"Forbidden\"").doesNotContain("secret detail");
        }
    }

    @Test
    void takesABodyUpToTheLimit() throws Exception {
        try (HttpGround ground = new HttpGround(SETTINGS, ECHO)) {
            assertThat(ground.send(ground.request("/api/").POST(BodyPublishers.ofByteArray(new byte[1024])))
                            .body())
                    .endsWith(" 1024");
            assertThat(ground.send(ground.request("/api/").POST(ofUnknownLength(1024)))
                            .body())
                    .endsWith(" 1024");
        }
    }

    @Test
    void refusesALargerBodyWhetherOrNotItSaysItsLength() throws Exception {
        AtomicInteger reached = new AtomicInteger();
        try (HttpGround ground = new HttpGround(SETTINGS, (request, response) -> reached.incrementAndGet())) {
            HttpResponse<String> sized =
                    ground.send(ground.request("/api/").POST(BodyPublishers.ofByteArray(new byte[1025])));
            HttpResponse<String> unsized = ground.send(ground.request("/api/").POST(ofUnknownLength(1025)));

            assertThat(sized.statusCode()).isEqualTo(413);
            assertThat(unsized.statusCode()).isEqualTo(413);
            assertThat(unsized.body()).contains("\"detail\":\"The body must not be larger than 1 KiB.\"");
            assertThat(reached).hasValue(0);
        }
    }

    @Test
    void takesOnlyAFewWordsForASignIn() throws Exception {
        WebSettings generous = new WebSettings(1 << 20, TIME, Duration.ofMillis(20), 4);
        try (HttpGround ground = new HttpGround(generous, ECHO)) {
            HttpResponse<String> elsewhere =
                    ground.send(ground.request("/api/notes").POST(BodyPublishers.ofByteArray(new byte[20_000])));
            HttpResponse<String> sized =
                    ground.send(ground.request("/api/auth/token").POST(BodyPublishers.ofByteArray(new byte[20_000])));
            HttpResponse<String> unsized =
                    ground.send(ground.request("/api/auth/token").POST(ofUnknownLength(20_000)));

            assertThat(elsewhere.statusCode()).isEqualTo(200);
            assertThat(sized.statusCode()).isEqualTo(413);
            assertThat(unsized.statusCode()).isEqualTo(413);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/?a=%", "/api/?a=%4", "/api/?a=%zz", "/api/?%4g"})
    void refusesAQueryThatCannotBeDecoded(String target) throws Exception {
        AtomicInteger reached = new AtomicInteger();
        try (HttpGround ground = new HttpGround(SETTINGS, (request, response) -> reached.incrementAndGet())) {
            assertThat(ground.statusOf("GET " + target + " HTTP/1.1")).isEqualTo(400);
            assertThat(reached).hasValue(0);
        }
    }

    @Test
    void takesAQueryAsBrowsersSpellIt() throws Exception {
        try (HttpGround ground = new HttpGround(SETTINGS, ECHO)) {
            assertThat(ground.statusOf("GET /api/?a={b}|c%20d%C3%A7&e=100 HTTP/1.1"))
                    .isEqualTo(200);
        }
    }

    @Test
    void refusesACharsetThatNobodyKnows() throws Exception {
        try (HttpGround ground = new HttpGround(SETTINGS, ECHO)) {
            assertThat(ground.statusOf(
                            "POST /api/ HTTP/1.1", "Content-Length: 0", "Content-Type: text/plain; charset=no+such"))
                    .isEqualTo(400);
        }
    }

    @Test
    void letsABrowserKeepWhatItMustAskAboutAndNothingElse() throws Exception {
        try (HttpGround ground = new HttpGround(SETTINGS, ECHO)) {
            HttpResponse<String> read = ground.get("/api/devices/1");
            HttpResponse<String> written = ground.send(ground.request("/api/x").POST(BodyPublishers.ofString("x")));
            HttpResponse<String> myself = ground.get("/api/auth/me");

            assertThat(read.headers().allValues("Cache-Control")).containsExactly("private, no-cache");
            assertThat(written.headers().allValues("Cache-Control")).containsExactly("no-store");
            assertThat(myself.headers().allValues("Cache-Control")).containsExactly("no-store");
        }
    }

    @ParameterizedTest
    @CsvSource({"/api/auth/token, zz", "/api/auth/token, 5~ab", "/api/x, zz", "/nowhere, zz", "/nowhere, 5~ab"})
    void takesABrokenChunkForTheClientsDoing(String path, String body) throws Exception {
        AtomicInteger reached = new AtomicInteger();
        try (HttpGround ground = new HttpGround(SETTINGS, (request, response) -> reached.incrementAndGet())) {
            String answer = ground.raw(
                    "POST " + path + " HTTP/1.1\r\nTransfer-Encoding: chunked\r\n",
                    body.contains("~") ? body.replace("~", "\r\n") : body + "\r\n");

            assertThat(answer)
                    .startsWith("HTTP/1.1 400 ")
                    .contains("Content-Type: application/problem+json", "Connection: close", "\"status\":400")
                    .doesNotContain("<h");
            assertThat(reached).hasValue(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: chunked", "Content-Length: 100"})
    void waitsForABodyOnlySoLong(String length) throws Exception {
        try (HttpGround ground = new HttpGround(SETTINGS, ECHO);
                Socket stalled = ground.open("POST /api/ HTTP/1.1\r\n" + length + "\r\n", "5\r\nab")) {
            assertThat(HttpGround.rest(stalled))
                    .startsWith("HTTP/1.1 408 ")
                    .contains("Content-Type: application/problem+json", "Connection: close", "\"status\":408");
        }
    }

    @Test
    void countsTheTimeOfABodyInAll() throws Exception {
        WebSettings hasty = new WebSettings(1024, Duration.ofNanos(1), Duration.ofMillis(20), 4);
        try (HttpGround ground = new HttpGround(hasty, ECHO)) {
            HttpResponse<String> answer = ground.send(ground.request("/api/").POST(BodyPublishers.ofString("slow")));

            assertThat(answer.statusCode()).isEqualTo(408);
        }
    }

    @Test
    void slowBodiesHoldAFewThreadsAndNobodyElse() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try (HttpGround ground = new HttpGround(SETTINGS, ECHO)) {
            for (int i = 0; i < 8; i++) {
                slow.add(waiting(ground, "/nowhere"));
            }

            HttpResponse<String> one = ground.send(ground.request("/api/x").POST(BodyPublishers.ofString("x")));
            HttpResponse<String> signIn =
                    ground.send(ground.request("/api/auth/token").POST(BodyPublishers.ofString("x")));

            assertThat(one.statusCode()).isEqualTo(503);
            assertThat(one.headers().firstValue("Retry-After")).contains("1");
            assertThat(signIn.statusCode()).isEqualTo(200);
            assertThat(ground.get("/api/x").statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** A connection whose body the server waits for: it says so. */
    private static Socket waiting(HttpGround ground, String path) throws IOException {
        Socket socket = ground.open("POST " + path + " HTTP/1.1\r\nContent-Length: 10\r\nExpect: 100-continue\r\n", "");
        byte[] go = socket.getInputStream().readNBytes("HTTP/1.1 100 Continue".length());
        assertThat(new String(go, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 100 Continue");
        return socket;
    }

    private static java.net.http.HttpRequest.BodyPublisher ofUnknownLength(int bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
    }
}
