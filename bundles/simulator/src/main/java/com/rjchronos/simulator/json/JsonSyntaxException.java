package com.rjchronos.simulator.json;

/** What {@code JSON.parse} says of a text that is no JSON, without the leading "SyntaxError: ". */
public final class JsonSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JsonSyntaxException(String message) {
        super(message);
    }
}
