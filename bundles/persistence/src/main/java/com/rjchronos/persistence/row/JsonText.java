package com.rjchronos.persistence.row;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;

/** Small JSON objects for {@code jsonb} columns. */
public final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int MAX_TEXT = 4000;

    private JsonText() {}

    /** Something that writes the members of an object. */
    @FunctionalInterface
    public interface Members {
        void to(JsonGenerator json) throws IOException;
    }

    public static String object(Members members) {
        StringWriter text = new StringWriter(128);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            members.to(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }

    /** Texts by name, each at most 4000 characters. */
    public static String of(Map<String, String> texts) {
        if (texts.isEmpty()) {
            return "{}";
        }
        return object(json -> {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                json.writeStringField(
                        StoredText.limited(text.getKey(), MAX_TEXT), StoredText.limited(text.getValue(), MAX_TEXT));
            }
        });
    }

    public static void array(JsonGenerator json, String name, Collection<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(StoredText.limited(text, MAX_TEXT));
        }
        json.writeEndArray();
    }
}
