package com.rjchronos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class RewireHoldTest {
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final WebSettings PATIENT = new WebSettings(1 << 20, TIME, Duration.ofSeconds(10), 64);
    private static final WebSettings SHORT = new WebSettings(1 << 20, TIME, Duration.ofMillis(60), 64);

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void holdsARequestUntilTheApiIsBack() throws Exception {
        try (HttpGround ground = new HttpGround(PATIENT, backAtCall(4))) {
            HttpResponse<String> answer = ground.get("/api/devices?limit=2&status=a%20b");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("GET /api/devices limit=2&status=a%20b body=");
            assertThat(answer.headers().firstValue("Content-Type")).isEmpty();
            assertThat(calls).hasValue(4);
        }
    }

    @Test
    void deliversTheBodyOfAHeldRequestOnce() throws Exception {
        try (HttpGround ground = new HttpGround(PATIENT, backAtCall(3))) {
            HttpResponse<String> answer =
                    ground.send(ground.request("/api/auth/token").POST(BodyPublishers.ofString("username=ana")));

            assertThat(answer.body()).isEqualTo("POST /api/auth/token null body=username=ana");
        }
    }

    @Test
    void takesAnAnswerOfNothingForAWhiteboardThatIsJustWiring() throws Exception {
        HttpGround.Api api = (request, response) -> {
            if (calls.incrementAndGet() == 3) {
                HttpGround.seen(request, response, 200, "there");
            }
        };
        try (HttpGround ground = new HttpGround(PATIENT, api)) {
            assertThat(ground.get("/api/").body()).isEqualTo("there");
        }
    }

    @Test
    void holdsARequestUnderWhichTheApiLeft() throws Exception {
        HttpGround.Api leaving = (request, response) -> {
            if (calls.incrementAndGet() < 4) {
                throw new NullPointerException("the observer is gone");
            }
            HttpGround.seen(request, response, 200, "back");
        };
        try (HttpGround ground = new HttpGround(PATIENT, leaving)) {
            HttpResponse<String> answer = ground.get("/api/");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("back");
        }
    }

    @Test
    void doesNotHideAFailureThatLasts() throws Exception {
        HttpGround.Api broken = (request, response) -> {
            calls.incrementAndGet();
            throw new IllegalStateException("for good");
        };
        try (HttpGround ground = new HttpGround(SHORT, broken)) {
            assertThat(ground.get("/api/").statusCode()).isEqualTo(500);
            assertThat(calls.get()).isGreaterThan(1);
        }
    }

    @Test
    void holdsNothingThatOnlyLooksLikeTheApi() throws Exception {
        try (HttpGround ground = new HttpGround(PATIENT, backAtCall(1))) {
            assertThat(ground.statusOf("GET /api/x/..%2f..%2f..%2fetc HTTP/1.1"))
                    .isIn(400, 404);
        }
    }

    @Test
    void letsA404OfTheApplicationThroughAtOnce() throws Exception {
        HttpGround.Api api = (request, response) -> {
            calls.incrementAndGet();
            HttpGround.seen(request, response, 404, "no such device");
        };
        try (HttpGround ground = new HttpGround(PATIENT, api)) {
            HttpResponse<String> answer = ground.get("/api/devices/9");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo("no such device");
            assertThat(calls).hasValue(1);
        }
    }

    @Test
    void saysComeBackWhenTheApiDoesNot() throws Exception {
        try (HttpGround ground = new HttpGround(SHORT, HttpGround.NOBODY)) {
            HttpResponse<String> answer = ground.get("/api/devices");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("2");
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body())
                    .contains("\"status\":503", "\"message\":\"The API is not there")
                    .doesNotContain("html");
        }
    }

    @Test
    void holdsNoMoreRequestsThanItMay() throws Exception {
        CountDownLatch firstIsHeld = new CountDownLatch(2);
        CountDownLatch release = new CountDownLatch(1);
        HttpGround.Api api = (request, response) -> {
            if (request.getRequestURI().endsWith("first") && release.getCount() == 0) {
                HttpGround.seen(request, response, 200, "late");
            } else {
                HttpGround.NOBODY.answer(request, response);
            }
            if (request.getRequestURI().endsWith("first")) {
                firstIsHeld.countDown();
            }
        };
        try (HttpGround ground = new HttpGround(new WebSettings(1 << 20, TIME, Duration.ofSeconds(10), 1), api)) {
            CompletableFuture<HttpResponse<String>> first =
                    CompletableFuture.supplyAsync(() -> get(ground, "/api/first"));
            assertThat(firstIsHeld.await(10, TimeUnit.SECONDS)).isTrue();

            HttpResponse<String> second = ground.get("/api/second");

            assertThat(second.statusCode()).isEqualTo(503);
            release.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS).body()).isEqualTo("late");
        }
    }

    @Test
    void holdsNothingOutsideTheApi() throws Exception {
        try (HttpGround ground = new HttpGround(PATIENT, HttpGround.NOBODY)) {
            assertThat(ground.get("/apis").statusCode()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void passesAStrangersOwn404OnAtOnce(String method) throws Exception {
        HttpGround.Api stranger = (request, response) -> {
            calls.incrementAndGet();
            response.setStatus(404);
            response.setContentType("application/json");
            response.getWriter().write("{\"message\":\"no such thing\"}");
        };
        try (HttpGround ground = new HttpGround(PATIENT, stranger)) {
            HttpResponse<String> answer =
                    ground.send(ground.request("/api/ext/wimax/7").method(method, BodyPublishers.ofString("do it")));

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo("{\"message\":\"no such thing\"}");
            assertThat(calls).hasValue(1);
        }
    }

    @Test
    void doesNotRepeatAStrangersFailure() throws Exception {
        HttpGround.Api stranger = (request, response) -> {
            calls.incrementAndGet();
            throw new IllegalStateException("half done");
        };
        try (HttpGround ground = new HttpGround(PATIENT, stranger)) {
            HttpResponse<String> answer =
                    ground.send(ground.request("/api/ext/wimax/7").POST(BodyPublishers.noBody()));

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(calls).hasValue(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void neverDoesTwiceWhatSomebodyMayHaveDone(boolean fails) throws Exception {
        HttpGround.Api silent = (request, response) -> {
            calls.incrementAndGet();
            request.getInputStream().readAllBytes();
            if (fails) {
                throw new IllegalStateException("half done");
            }
            HttpGround.NOBODY.answer(request, response);
        };
        try (HttpGround ground = new HttpGround(PATIENT, silent)) {
            HttpResponse<String> answer =
                    ground.send(ground.request("/api/devices/7").POST(BodyPublishers.ofString("do it")));

            assertThat(answer.statusCode()).isEqualTo(fails ? 500 : 503);
            assertThat(calls).hasValue(1);
        }
    }

    @Test
    void holdsACommandWithoutABodyIfNobodyWasThere() throws Exception {
        HttpGround.Api away = (request, response) -> {
            if (calls.incrementAndGet() < 3) {
                new UnknownAddress().service(request, response);
            } else {
                HttpGround.seen(request, response, 200, "done");
            }
        };
        try (HttpGround ground = new HttpGround(PATIENT, away)) {
            assertThat(ground.send(ground.request("/api/alerts/7/resolve").POST(BodyPublishers.noBody()))
                            .body())
                    .isEqualTo("done");
        }
    }

    @Test
    void neverHoldsWhoAsksWhetherWeLive() throws Exception {
        try (HttpGround ground = new HttpGround(PATIENT, backAtCall(2))) {
            HttpResponse<String> answer = ground.get("/api/health/live");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("2");
            assertThat(calls).hasValue(1);
        }
    }

    private HttpGround.Api backAtCall(int number) {
        return (request, response) -> {
            if (calls.incrementAndGet() < number) {
                HttpGround.NOBODY.answer(request, response);
                return;
            }
            String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String echo = request.getMethod() + " " + request.getRequestURI() + " " + request.getQueryString();
            HttpGround.seen(request, response, 200, echo + " body=" + body);
        };
    }

    private static HttpResponse<String> get(HttpGround ground, String path) {
        try {
            return ground.get(path);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
