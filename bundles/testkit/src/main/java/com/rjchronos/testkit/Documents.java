package com.rjchronos.testkit;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.device.Leaf;
import com.rjchronos.model.device.ParameterNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns device documents as GenieACS's northbound interface answers them into ours, for tests. */
public final class Documents {
    /** The ACS every document of a test comes from. */
    public static final AcsId ACS = new AcsId("main");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Documents() {}

    /** The document in a resource of the caller's, e.g. {@code "/samples/hg8245h.json"}. */
    public static DeviceDocument resource(Class<?> caller, String name) {
        URL url = caller.getResource(name);
        if (url == null) {
            throw new IllegalArgumentException("there must be a resource " + name + " beside " + caller.getName());
        }
        try {
            return of(JSON.readTree(url));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + url, e);
        }
    }

    public static DeviceDocument file(Path file) {
        try {
            return of(JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    public static DeviceDocument parse(String json) {
        try {
            return of(JSON.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON", e);
        }
    }

    /** One device document; without {@code _id} it is called {@code unknown}. */
    public static DeviceDocument of(JsonNode json) {
        return new DeviceDocument(
                identity(json),
                instant(json, "_lastInform"),
                instant(json, "_registered"),
                instant(json, "_lastBoot"),
                tags(json.path("_tags")),
                node(json));
    }

    private static DeviceIdentity identity(JsonNode json) {
        JsonNode id = json.path("_deviceId");
        return new DeviceIdentity(
                ACS,
                text(json, "_id").orElse("unknown"),
                text(id, "_Manufacturer"),
                text(id, "_OUI"),
                text(id, "_ProductClass"),
                text(id, "_SerialNumber"));
    }

    private static Set<String> tags(JsonNode array) {
        Set<String> tags = new LinkedHashSet<>();
        array.forEach(tag -> tags.add(tag.asText()));
        return tags;
    }

    /** A leaf has {@code _value}, or says {@code _object: false} if it was discovered but never read. */
    private static ParameterNode node(JsonNode json) {
        boolean leaf = json.has("_value")
                || json.has("_object") && !json.path("_object").asBoolean();
        Map<String, ParameterNode> children = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (!field.getKey().startsWith("_") && field.getValue().isObject()) {
                children.put(field.getKey(), node(field.getValue()));
            }
        }
        return new ParameterNode(leaf ? leaf(json) : null, children);
    }

    private static Leaf leaf(JsonNode json) {
        return new Leaf(
                value(json.path("_value")),
                text(json, "_type").orElse(null),
                text(json, "_timestamp").orElse(null));
    }

    private static Object value(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.canConvertToLong() && value.isIntegralNumber()) {
            return value.longValue();
        }
        if (value.isNumber()) {
            return value.doubleValue();
        }
        return value.isTextual() ? value.textValue() : null;
    }

    private static Optional<Instant> instant(JsonNode json, String name) {
        return text(json, name).flatMap(Leaf::instant);
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.ofNullable(json.path(name).textValue()).filter(text -> !text.isBlank());
    }
}
