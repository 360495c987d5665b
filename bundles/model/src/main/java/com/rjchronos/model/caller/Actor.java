package com.rjchronos.model.caller;

import java.util.Locale;
import java.util.Optional;

/**
 * Who acts, as the trail names him.
 *
 * @param type a person, a machine's token, or the appliance itself
 * @param id our id of the account; empty for the system
 * @param name as of now, for people to read
 */
public record Actor(Type type, Optional<String> id, String name) {

    /** What kind of actor this is. */
    public enum Type {
        USER,
        TOKEN,
        SYSTEM;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Actor system(String name) {
        return new Actor(Type.SYSTEM, Optional.empty(), name);
    }
}
