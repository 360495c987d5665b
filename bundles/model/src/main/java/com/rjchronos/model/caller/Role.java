package com.rjchronos.model.caller;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A person's role, from the least to the most trusted. */
public enum Role {
    VIEWER,
    TECHNICIAN,
    OPERATOR,
    ADMIN;

    /** The role in lower case, as the API and the database spell it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> parse(String code) {
        return Arrays.stream(values()).filter(r -> r.code().equals(code)).findFirst();
    }
}
