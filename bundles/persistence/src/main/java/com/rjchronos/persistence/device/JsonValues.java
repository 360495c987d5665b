package com.rjchronos.persistence.device;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.persistence.row.StoredInstant;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The values of which a stored reading is made, each read where the parser stands. */
final class JsonValues {
    final JsonParser json;

    JsonValues(JsonParser json) {
        this.json = json;
    }

    /** Reads the value that the parser stands at. */
    @FunctionalInterface
    interface Value<T> {
        T read() throws IOException;
    }

    /** Reads the value of a member, or skips it. */
    @FunctionalInterface
    interface Member {
        void read(String name) throws IOException;
    }

    /** The members of the object that the parser stands at. */
    void members(Member member) throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            member.read(name);
        }
    }

    /** Raw text, time, value; the last two may be null. */
    <T> Measured<T> measured(Value<T> value) throws IOException {
        json.nextToken();
        String raw = json.getText();
        Optional<Instant> at = next(this::instant);
        Optional<T> converted = next(value);
        end();
        return new Measured<>(converted, raw, at);
    }

    /** The next entry of an array, which may be null. */
    <T> Optional<T> next(Value<T> value) throws IOException {
        return json.nextToken() == JsonToken.VALUE_NULL ? Optional.empty() : Optional.of(value.read());
    }

    /** Skips what else is in an array. */
    void end() throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            json.skipChildren();
        }
    }

    <T> List<T> list(Value<T> value) throws IOException {
        List<T> entries = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            entries.add(value.read());
        }
        return entries;
    }

    Optional<String> text() throws IOException {
        return Optional.of(json.getText());
    }

    Optional<Boolean> flag() throws IOException {
        return Optional.of(json.getBooleanValue());
    }

    Optional<Integer> integer() throws IOException {
        return Optional.of(json.getIntValue());
    }

    Instant instant() throws IOException {
        return StoredInstant.ofMicros(json.getLongValue());
    }

    Duration duration() throws IOException {
        return json.currentToken() == JsonToken.VALUE_STRING
                ? Duration.parse(json.getText())
                : Duration.ofSeconds(json.getLongValue());
    }

    /** Not-a-number and the infinities travel as text. */
    double decimal() throws IOException {
        return json.currentToken() == JsonToken.VALUE_STRING
                ? Double.parseDouble(json.getText())
                : json.getDoubleValue();
    }
}
