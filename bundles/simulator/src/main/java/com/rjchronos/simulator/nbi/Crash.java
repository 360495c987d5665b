package com.rjchronos.simulator.nbi;

/** The NBI's worker dies over this request: after a while the connection is reset, without an HTTP answer. */
final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Crash(String message) {
        super(message);
    }

    Crash(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }
}
