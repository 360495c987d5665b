package com.rjchronos.genieacs.wire;

import com.rjchronos.model.problem.Problem;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may stand in a path of the NBI: anything else meets a 404 of its router, or ends its worker. */
public enum Name {
    /** As GenieACS escapes it: parts of letters, digits and {@code _}, any other byte as {@code %XX}, joined by dashes. */
    DEVICE("([A-Za-z0-9_-]|%[0-9A-Fa-f]{2}){1,400}"),
    TAG("[\\p{L}\\p{N}_.:@/ -]{1,100}"),
    /** A preset, a provision or an object. */
    SETTING("[A-Za-z0-9_-]([A-Za-z0-9_. -]{0,98}[A-Za-z0-9_-])?"),
    VIRTUAL_PARAMETER("[A-Za-z0-9_-]{1,100}"),
    FILE("[A-Za-z0-9_][A-Za-z0-9_.()+@ -]{0,199}"),
    CHANNEL("[A-Za-z0-9_.:@ -]{1,100}"),
    HOST("[A-Za-z0-9]([A-Za-z0-9.:-]{0,253}[A-Za-z0-9])?");

    private final Pattern shape;

    Name(String shape) {
        this.shape = Pattern.compile(shape);
    }

    /** What is wrong with it; empty if nothing is. */
    public Optional<String> complaint(String text) {
        return text != null && shape.matcher(text).matches()
                ? Optional.empty()
                : Optional.of("must match " + shape + " but was " + text);
    }

    /** Returns it as a path wants it; an invalid one is a problem with this field. */
    public String encoded(String field, String text) {
        complaint(text).ifPresent(c -> {
            throw Problem.invalid(field, c).thrown();
        });
        return this == HOST ? text : Encoding.encoded(text); // of hosts the router takes no escapes
    }
}
