package com.rjchronos.model.account;

/** Our id of an account; clients see its decimal form. */
public record UserId(long value) {

    public UserId {
        if (value <= 0) {
            throw new IllegalArgumentException("user id must be positive but was " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
