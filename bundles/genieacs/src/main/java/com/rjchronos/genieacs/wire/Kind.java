package com.rjchronos.genieacs.wire;

/** Kinds of calls, each with its own number of places and its own patience. */
public enum Kind {
    /** Lists and single documents. */
    READ,
    /** What changes the ACS and is answered at once. */
    COMMAND,
    /** What waits for a device: 30 s for its lock, 2 s for its connection, the time it has to come, 120 s for its session. */
    KNOCK,
    /** Whole files. */
    UPLOAD
}
