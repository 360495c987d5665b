package com.rjchronos.model.fault;

/** Our id of a fault. */
public record FaultId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
