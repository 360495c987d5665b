package com.rjchronos.persistence.device;

import com.fasterxml.jackson.core.JsonGenerator;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.persistence.row.StoredInstant;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The members of which a stored reading is made; what is empty is left out. {@link JsonValues} reads them. */
final class JsonMembers {
    private final JsonGenerator json;

    JsonMembers(JsonGenerator json) {
        this.json = json;
    }

    /** Writes a value of an array or after a name. */
    @FunctionalInterface
    interface Value<T> {
        void write(T value) throws IOException;
    }

    <T> void measured(String name, Optional<Measured<T>> measured, Value<T> value) throws IOException {
        if (measured.isEmpty()) {
            return;
        }
        Measured<T> present = measured.get();
        json.writeArrayFieldStart(name);
        json.writeString(present.raw());
        orNull(present.at(), this::instant);
        orNull(present.value(), value);
        json.writeEndArray();
    }

    <T> void orNull(Optional<T> optional, Value<T> value) throws IOException {
        if (optional.isPresent()) {
            value.write(optional.get());
        } else {
            json.writeNull();
        }
    }

    <T> void member(String name, Optional<T> optional, Value<T> value) throws IOException {
        if (optional.isPresent()) {
            json.writeFieldName(name);
            value.write(optional.get());
        }
    }

    <T> void list(String name, List<T> entries, Value<T> value) throws IOException {
        json.writeArrayFieldStart(name);
        for (T entry : entries.subList(0, Math.min(entries.size(), ReadingJson.MAX_LIST))) {
            value.write(entry);
        }
        json.writeEndArray();
    }

    void text(String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            json.writeStringField(name, limited(text.get()));
        }
    }

    void instant(Instant instant) throws IOException {
        json.writeNumber(StoredInstant.micros(instant));
    }

    /** Whole seconds as a number, others in ISO-8601. */
    void duration(Duration duration) throws IOException {
        if (duration.getNano() == 0) {
            json.writeNumber(duration.getSeconds());
        } else {
            json.writeString(duration.toString());
        }
    }

    static String limited(String text) {
        return text.length() > ReadingJson.MAX_TEXT ? text.substring(0, ReadingJson.MAX_TEXT) : text;
    }
}
