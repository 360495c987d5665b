package com.rjchronos.model.sweep;

/** Our id of a sweep. */
public record SweepId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
