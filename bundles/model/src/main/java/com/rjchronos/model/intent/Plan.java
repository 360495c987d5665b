package com.rjchronos.model.intent;

import java.util.List;

/** How an intent is carried out on one device. */
public sealed interface Plan {

    /** The calls, in order; at least one. */
    record Calls(List<AcsCall> calls) implements Plan {

        public Calls {
            calls = List.copyOf(calls);
            if (calls.isEmpty()) {
                throw new IllegalArgumentException("a plan needs a call; use unsupported");
            }
        }
    }

    /** The device cannot do it. */
    record Unsupported(String reason) implements Plan {}

    static Plan of(AcsCall... calls) {
        return new Calls(List.of(calls));
    }

    static Plan unsupported(DeviceIntent intent) {
        return new Unsupported("No connector knows how to carry out " + intent + " on this device.");
    }
}
