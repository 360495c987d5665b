package com.rjchronos.postgresql;

/** Why there is no server at present; where somebody has to act, the message says what, where and how. */
final class NoServerException extends Exception {
    private static final long serialVersionUID = 1L;

    NoServerException(String message) {
        super(message);
    }
}
