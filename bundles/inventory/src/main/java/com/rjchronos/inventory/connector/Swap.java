package com.rjchronos.inventory.connector;

import com.rjchronos.model.caller.Caller;

/** Something that happened to a connector, or to the desk where they come and go. */
sealed interface Swap {

    /**
     * One version of a connector.
     *
     * @param connector its name
     * @param bundle symbolic name
     * @param location where the bundle came from; never with a password
     * @param content SHA-256 of the bundle's jar; empty if that is not known
     */
    record Subject(String connector, String bundle, String version, String location, String content) {
        public Subject {
            location = location.replaceFirst("//[^/@]*@", "//");
        }

        /** Whether the other is a version of the same, or the same itself. */
        boolean sameLineAs(Subject other) {
            return connector.equals(other.connector) && bundle.equals(other.bundle);
        }

        boolean sameVersionAs(Subject other) {
            return sameLineAs(other) && version.equals(other.version);
        }

        /** Whether it is the same code, wherever it came from. */
        boolean sameAs(Subject other) {
            return sameVersionAs(other) && content.equals(other.content);
        }
    }

    /** The desk opened: whoever is here is about to come. */
    record Opened() implements Swap {}

    /** The desk closed, whoever is here. */
    record Closed() implements Swap {}

    record Came(Subject who) implements Swap {}

    record Went(Subject who) implements Swap {}

    record Quarantined(Subject who, String reason) implements Swap {}

    /** Somebody ended its quarantine. */
    record Released(Subject who, Caller by) implements Swap {}

    /** It is here and not let in. */
    record Refused(Subject who, String reason) implements Swap {}
}
