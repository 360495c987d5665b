package com.rjchronos.genieacs.command;

import com.rjchronos.genieacs.wire.Call;
import com.rjchronos.genieacs.wire.Encoding;
import com.rjchronos.model.acs.Delivery;
import com.rjchronos.model.intent.AcsCall;
import java.time.Duration;

/** A call on its way to a device. */
record Command(AcsCall call, Delivery delivery, boolean knocks) {
    /** How long GenieACS waits for a device's session to end before it writes a task down ({@code lib/nbi.ts}). */
    static final Duration LOCK = Duration.ofSeconds(30);

    /** For that, 2 s for the device's connection, 120 s for its session, and some for itself; beside the time that the device has to come. */
    private static final Duration GENIEACS_WAITS = LOCK.plusSeconds(2 + 120 + 8);

    Call request() {
        String target = "/devices/" + Encoding.encoded(call.genieacsId()) + "/tasks";
        Call request = Call.of("POST", target).json(TaskJson.of(call, delivery));
        if (!knocks) {
            return request;
        }
        long millis = delivery.knock().orElseThrow().toMillis();
        return request.knocking(target + "?connection_request&timeout=" + millis, GENIEACS_WAITS.plusMillis(millis));
    }
}
