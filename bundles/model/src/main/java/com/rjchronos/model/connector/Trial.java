package com.rjchronos.model.connector;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a connector that is not installed makes of documents, beside what the appliance makes of the same ones today.
 *
 * @param connector its name
 * @param version as it says itself
 * @param attempts one a document, in the order of their names
 * @param cutShort why further documents were not tried; empty if all were
 */
public record Trial(String connector, String version, List<Attempt> attempts, Optional<String> cutShort) {

    public Trial {
        attempts = List.copyOf(attempts);
    }

    /** Whose a document would be. */
    public enum Outcome {
        /** The connector's, and it read it. */
        READ,
        /** The connector's, but it failed. */
        FAILED,
        /** Another's, or nobody's. */
        LEFT
    }

    /**
     * One document.
     *
     * @param document the device's id at its ACS, or the name of a sample
     * @param today who reads it at the moment; empty if nobody can
     * @param detail how it failed, or whom it is left to
     * @param fields what both read, in the order of the reading; none but for {@code READ}
     * @param took how long the connector thought about it
     */
    public record Attempt(
            String document,
            Optional<String> today,
            Outcome outcome,
            Optional<String> detail,
            List<Field> fields,
            Duration took) {

        public Attempt {
            fields = List.copyOf(fields);
        }
    }

    /**
     * One value of a reading.
     *
     * @param name with dots, e.g. {@code optical.rx.value}; the items of lists are counted from 1
     * @param today as it is read at the moment
     * @param then as the connector reads it
     */
    public record Field(String name, Optional<String> today, Optional<String> then) {

        public boolean differs() {
            return !today.equals(then);
        }

        public boolean gained() {
            return today.isEmpty() && then.isPresent();
        }

        public boolean lost() {
            return today.isPresent() && then.isEmpty();
        }
    }
}
