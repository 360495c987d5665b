package com.rjchronos.persistence.device;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.rjchronos.model.reading.DeviceReading;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * A whole reading as compact JSON and back, without loss: instants to the microsecond; texts to {@value #MAX_TEXT}
 * characters, lists to
 * {@value #MAX_LIST} entries, and any character, NUL and halves of surrogate pairs included.
 *
 * <p>Members that are absent have no value; unknown ones are skipped, so that an older software can read what a newer
 * one stored.
 */
final class ReadingJson {
    static final int MAX_TEXT = 1000;
    static final int MAX_LIST = 64;
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private ReadingJson() {}

    /** The same reading always gives the same text. */
    static String write(DeviceReading reading) {
        StringWriter text = new StringWriter(1024);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            new ReadingWriter(json).reading(reading);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }

    /** Throws {@code IllegalStateException} for text that this class did not write. */
    static DeviceReading read(String text) {
        try (JsonParser json = FACTORY.createParser(text)) {
            json.nextToken();
            return new ReadingParser(json).reading();
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("a stored reading cannot be read: " + e.getMessage(), e);
        }
    }
}
