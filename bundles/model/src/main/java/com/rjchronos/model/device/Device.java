package com.rjchronos.model.device;

import com.rjchronos.model.reading.DeviceReading;
import java.time.Instant;
import java.util.Optional;

/**
 * A device as the appliance keeps it.
 *
 * @param id ours
 * @param reading the last one stored, with who it is; of a parked device the facts of before, with their age
 * @param kind ONU or CPE
 * @param lifecycle where it is in its life
 * @param status connectivity, unless people set something else
 * @param staleSince since when the status is not known
 * @param connector who last read it; empty if nobody could
 * @param parkedBecause why its document is not read at the moment
 * @param attachment where it hangs and whom it serves
 * @param createdAt when the appliance first saw it
 * @param version moves with human edits only; the ETag
 */
public record Device(
        DeviceId id,
        DeviceReading reading,
        DeviceKind kind,
        Lifecycle lifecycle,
        DeviceStatus status,
        Optional<Instant> staleSince,
        Optional<String> connector,
        Optional<String> parkedBecause,
        Attachment attachment,
        Instant createdAt,
        long version) {

    /**
     * The port a device hangs on and the subscriber it serves; every part is empty until people assign it.
     *
     * @param oltId our id of the OLT
     * @param ponPort as people write it, {@code frame/slot/port}
     * @param board the OLT's slot
     * @param port the PON port in the slot
     * @param customerName the subscriber's full name
     * @param customerAddress the subscriber's street
     */
    public record Attachment(
            Optional<Long> oltId,
            Optional<String> ponPort,
            Optional<Integer> board,
            Optional<Integer> port,
            Optional<String> customerName,
            Optional<String> customerAddress) {
        /** Neither port nor subscriber. */
        public static final Attachment NONE = new Attachment(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
