package com.rjchronos.simulator;

import com.rjchronos.simulator.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One exchange with a real GenieACS. */
record Recording(String name, String note, Map<?, ?> request, Map<?, ?> response) {

    static List<Recording> ofSection(String section) {
        try (Stream<Path> files = Files.list(root().resolve(section))) {
            return files.sorted().map(file -> read(section, file)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all recordings that are here, as {@code section/file.json}. */
    static List<String> names() {
        try (Stream<Path> files = Files.walk(root())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(file -> file.getParent().getFileName() + "/" + file.getFileName())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        try {
            return Path.of(Recording.class.getResource("/recordings").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Recording read(String section, Path file) {
        try {
            Map<?, ?> document = (Map<?, ?>) Json.parse(Files.readString(file, StandardCharsets.UTF_8));
            Object response = document.get("response");
            return new Recording(
                    section + "/" + file.getFileName(),
                    String.valueOf(document.get("note")),
                    (Map<?, ?>) document.get("request"),
                    response instanceof Map<?, ?> map ? map : Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String method() {
        return request.get("method").toString();
    }

    String url() {
        return request.get("url").toString();
    }

    /** The body that was sent, or null; long ones were recorded by their length only. */
    byte[] body() {
        if (!(request.get("body") instanceof String body)) {
            return null;
        }
        return body.matches("<\\d+ bytes>")
                ? new byte[Integer.parseInt(body.replaceAll("\\D", ""))]
                : body.getBytes(StandardCharsets.UTF_8);
    }

    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        if (request.get("headers") instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (!key.equals("Content-Length")) {
                    headers.put(key.toString(), value.toString());
                }
            });
        }
        return headers;
    }

    boolean answered() {
        return !response.isEmpty();
    }

    int status() {
        return ((Number) response.get("status")).intValue();
    }

    String reason() {
        return response.get("reason").toString();
    }

    String header(String name) {
        for (Object pair : (List<?>) response.get("headers")) {
            if (((List<?>) pair).get(0).toString().equalsIgnoreCase(name)) {
                return ((List<?>) pair).get(1).toString();
            }
        }
        return "";
    }

    /** The recorded body; empty where it was too long to be kept whole. */
    String answer() {
        return response.containsKey("body_truncated") ? "" : String.valueOf(response.get("body"));
    }
}
