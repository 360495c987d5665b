package com.rjchronos.simulator.cwmp;

/** A task at which the NBI throws before it stores it: its client gets no HTTP answer. */
public final class InvalidTask extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidTask(String message) {
        super(message);
    }
}
