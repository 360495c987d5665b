package com.rjchronos.model.acs;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * GenieACS's id of a task.
 *
 * @param value 24 hex digits: asked for anything else, the worker of its northbound interface ends
 */
public record TaskId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{24}");

    public TaskId {
        if (value == null || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a task id is 24 lower-case hex digits but was " + value);
        }
    }

    /** Empty for text that cannot be one. */
    public static Optional<TaskId> parse(String text) {
        return text != null && SHAPE.matcher(text).matches() ? Optional.of(new TaskId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
