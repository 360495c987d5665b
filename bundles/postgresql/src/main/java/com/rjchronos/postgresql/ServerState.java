package com.rjchronos.postgresql;

/** What can be said of the server. */
sealed interface ServerState {

    /** The first start since somebody asked for the server; worth waiting for. */
    record Starting() implements ServerState {}

    /** It answers on this port of 127.0.0.1. */
    record Accepting(int port) implements ServerState {}

    /** It does not answer, for a reason that an operator reads. */
    record Down(String reason) implements ServerState {}
}
