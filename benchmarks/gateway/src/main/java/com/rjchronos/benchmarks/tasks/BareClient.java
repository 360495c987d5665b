package com.rjchronos.benchmarks.tasks;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Sends the same tasks and looks at nothing but the status. */
final class BareClient {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI root;

    BareClient(URI root) {
        this.root = root;
    }

    void insert(String device, int number) throws IOException, InterruptedException {
        String task = "{\"name\":\"getParameterValues\",\"parameterNames\":[\"" + TasksRun.PATHS.get(0)
                + "\"],\"uniqueKey\":\"bench:" + number + "\"}";
        String id = URLEncoder.encode(device, StandardCharsets.UTF_8).replace("+", "%20");
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + "/devices/" + id + "/tasks"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(task))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IllegalStateException(device + ": " + answer.statusCode() + " " + answer.body());
        }
    }
}
