package com.rjchronos.persistence.fault;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.rjchronos.model.acs.AcsFault.Refused;
import com.rjchronos.model.fault.Fault;
import com.rjchronos.persistence.row.StoredText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The first parameters that a device refused, as JSON. */
final class RefusedJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int MAX_TEXT = 300;

    private RefusedJson() {}

    static String write(List<Refused> refused) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartArray();
            for (Refused each : refused.stream().limit(Fault.MAX_REFUSED).toList()) {
                json.writeStartObject();
                json.writeStringField("parameter", StoredText.limited(each.parameter(), MAX_TEXT));
                json.writeStringField("code", StoredText.limited(each.code(), MAX_TEXT));
                json.writeStringField("message", StoredText.limited(each.message(), MAX_TEXT));
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }

    static List<Refused> read(String text) {
        List<Refused> refused = new ArrayList<>();
        try (JsonParser json = FACTORY.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                Map<String, String> fields = new HashMap<>();
                for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                    fields.put(name, json.nextTextValue());
                }
                refused.add(new Refused(fields.get("parameter"), fields.get("code"), fields.get("message")));
            }
        } catch (IOException e) {
            throw new IllegalStateException("a stored fault cannot be read: " + e.getMessage(), e);
        }
        return refused;
    }
}
