package com.rjchronos.genieacs.command;

import com.rjchronos.genieacs.wire.Call;
import com.rjchronos.genieacs.wire.Encoding;
import com.rjchronos.genieacs.wire.Kind;
import com.rjchronos.model.acs.Delivery;
import com.rjchronos.model.intent.AcsCall;

/** A call on its way to a device. */
record Command(AcsCall call, Delivery delivery, boolean knocks) {

    Call request() {
        String target = "/devices/" + Encoding.encoded(call.genieacsId()) + "/tasks";
        Call request = Call.of("POST", target).json(TaskJson.of(call, delivery));
        if (!knocks) {
            return request;
        }
        long millis = delivery.knock().orElseThrow().toMillis();
        return new Call(
                "POST",
                target + "?connection_request&timeout=" + millis,
                Kind.KNOCK,
                request.body(),
                request.headers());
    }
}
