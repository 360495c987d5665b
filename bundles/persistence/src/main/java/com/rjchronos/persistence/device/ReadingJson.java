package com.rjchronos.persistence.device;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.rjchronos.model.reading.CustomerNetwork;
import com.rjchronos.model.reading.DeviceReading;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * A reading as compact JSON and back, in two texts, because what is read of thousands of devices at once does without the second: all
 * but the customer's network, and the customer's network. Without loss: instants to the microsecond; texts to {@value #MAX_TEXT}
 * characters, lists to
 * {@value #MAX_LIST} entries, and any character, NUL and halves of surrogate pairs included.
 *
 * <p>Members that are absent have no value; unknown ones are skipped, so that an older software can read what a newer
 * one stored.
 */
final class ReadingJson {
    static final int MAX_TEXT = 1000;
    static final int MAX_LIST = 64;
    static final String NOBODY = "{}";
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private ReadingJson() {}

    /** All but the customer's network. The same reading always gives the same text. */
    static String write(DeviceReading reading) {
        return written(json -> new ReadingWriter(json).reading(reading));
    }

    /** The customer's network; {@value #NOBODY} if nobody is in it. */
    static String writeNetwork(CustomerNetwork network) {
        return written(json -> new NetworkWriter(json).network(network));
    }

    /** Throws {@code IllegalStateException} for text that {@link #write} did not write. */
    static DeviceReading read(String text) {
        return parsed(text, json -> new ReadingParser(json).reading());
    }

    /** Throws {@code IllegalStateException} for text that {@link #writeNetwork} did not write. */
    static CustomerNetwork readNetwork(String text) {
        return parsed(text, json -> new NetworkParser(json).network());
    }

    @FunctionalInterface
    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    @FunctionalInterface
    private interface Parsing<T> {
        T of(JsonParser json) throws IOException;
    }

    private static String written(Writing writing) {
        StringWriter text = new StringWriter(1024);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            writing.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }

    private static <T> T parsed(String text, Parsing<T> parsing) {
        try (JsonParser json = FACTORY.createParser(text)) {
            json.nextToken();
            return parsing.of(json);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalStateException("a stored reading cannot be read: " + e.getMessage(), e);
        }
    }
}
