package com.rjchronos.model.reading;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Counters of a connection, of one moment. Devices begin at 0 when they boot or the connection comes up, and many wrap at 2^32.
 *
 * @param bytesReceived from the provider
 * @param bytesSent to the provider
 * @param packetsReceived from the provider
 * @param packetsSent to the provider
 * @param errorsReceived packets that came damaged
 * @param errorsSent packets that could not be sent
 * @param at when they were read from the device
 */
public record Traffic(
        Optional<Long> bytesReceived,
        Optional<Long> bytesSent,
        Optional<Long> packetsReceived,
        Optional<Long> packetsSent,
        Optional<Long> errorsReceived,
        Optional<Long> errorsSent,
        Optional<Instant> at) {
    /** Nothing counted. */
    public static final Traffic NONE = new Traffic(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Traffic {
        Objects.requireNonNull(bytesReceived);
        Objects.requireNonNull(bytesSent);
        Objects.requireNonNull(packetsReceived);
        Objects.requireNonNull(packetsSent);
        Objects.requireNonNull(errorsReceived);
        Objects.requireNonNull(errorsSent);
        Objects.requireNonNull(at);
    }
}
