package com.rjchronos.persistence.sweep;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.rjchronos.model.sweep.RejectedDocument;
import com.rjchronos.model.sweep.Sweep;
import com.rjchronos.persistence.row.StoredText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The documents that a sweep's row names, as JSON. */
final class RejectedJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int MAX_TEXT = 300;

    private RejectedJson() {}

    /** The first ones; the row holds no more anyway. */
    static String write(List<RejectedDocument> documents) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartArray();
            for (RejectedDocument document : first(documents)) {
                json.writeStartObject();
                json.writeStringField("device", StoredText.limited(document.device(), MAX_TEXT));
                json.writeStringField("reason", StoredText.limited(document.reason(), MAX_TEXT));
                if (document.stored()) {
                    json.writeBooleanField("stored", true);
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }

    /** What failed comes before what is only remarkable. */
    private static List<RejectedDocument> first(List<RejectedDocument> documents) {
        return documents.stream()
                .sorted(Comparator.comparing(RejectedDocument::stored))
                .limit(Sweep.MAX_REJECTED)
                .toList();
    }

    static List<RejectedDocument> read(String text) {
        List<RejectedDocument> documents = new ArrayList<>();
        try (JsonParser json = FACTORY.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                documents.add(document(json));
            }
        } catch (IOException e) {
            throw new IllegalStateException("a stored sweep cannot be read: " + e.getMessage(), e);
        }
        return documents;
    }

    private static RejectedDocument document(JsonParser json) throws IOException {
        String device = "";
        String reason = "";
        boolean stored = false;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "device" -> device = json.getText();
                case "stored" -> stored = value == JsonToken.VALUE_TRUE;
                default -> reason = json.getText();
            }
        }
        return new RejectedDocument(device, reason, stored);
    }
}
