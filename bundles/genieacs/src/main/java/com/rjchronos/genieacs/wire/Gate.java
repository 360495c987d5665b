package com.rjchronos.genieacs.wire;

import java.util.Optional;

/** Knows whether it is any use to call, and hears what came of each call. */
public interface Gate {

    /** Why no call may be made now; empty if one may. */
    Optional<String> closed();

    /** An answer came, whatever it said. */
    void answered(Optional<String> version);

    /**
     * No answer came to something that was sent.
     *
     * @param began when, in {@link System#nanoTime}
     */
    void lost(String words, long began);

    /** No connection was made. */
    void unreachable(String words);
}
