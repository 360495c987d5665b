package com.rjchronos.simulator.query;

/** A query at which the real NBI throws: its client gets no HTTP answer at all. */
public final class QueryCrash extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public QueryCrash(String message) {
        super(message);
    }
}
