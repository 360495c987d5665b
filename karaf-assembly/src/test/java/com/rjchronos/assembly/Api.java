package com.rjchronos.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** A client of the REST API, as an integrator would write it. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String root;
    private Optional<String> token = Optional.empty();

    Api(String root) {
        this.root = root;
    }

    /** One answer. */
    record Answer(int status, HttpResponse<String> response) {

        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new IllegalStateException("not JSON: " + response.body(), e);
            }
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String body() {
            return response.body();
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** Logs in as the first administrator, whose password is in a file that only its owner reads. */
    void signIn(Path data) throws Exception {
        JsonNode admin = JSON.readTree(Files.readString(data.resolve("secrets/first-admin.json")));
        Answer answer =
                token(admin.path("user").asText(), admin.path("password").asText());
        if (answer.status() != 200) {
            throw new IllegalStateException("log-in refused: " + answer.status() + " " + answer.body());
        }
        token = Optional.of(answer.json().path("access_token").asText());
    }

    Answer token(String user, String password) throws IOException, InterruptedException {
        String form = "grant_type=password&username=" + encode(user) + "&password=" + encode(password);
        return send(HttpRequest.newBuilder(URI.create(root + "/api/auth/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Awaits an answer, not a time: asks until it is as wanted; an unreachable server counts as not yet. */
    Answer await(String path, Duration patience, Predicate<Answer> wanted) throws Exception {
        return await(patience, () -> get(path), wanted);
    }

    static <T> T await(Duration patience, Callable<T> question, Predicate<T> wanted) throws Exception {
        long deadline = System.nanoTime() + patience.toNanos();
        T last = null;
        Exception trouble = null;
        while (System.nanoTime() < deadline) {
            try {
                last = question.call();
                if (wanted.test(last)) {
                    return last;
                }
            } catch (IOException | IllegalStateException e) {
                trouble = e;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        throw new AssertionError("not within " + patience + "; last answer: " + last, trouble);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path));
        token.ifPresent(t -> request.header("Authorization", "Bearer " + t));
        return request;
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
