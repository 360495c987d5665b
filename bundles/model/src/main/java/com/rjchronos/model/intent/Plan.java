package com.rjchronos.model.intent;

import java.util.List;
import java.util.Locale;

/** How an intent is carried out on one device. */
public sealed interface Plan {

    /**
     * The calls, in order; at least one.
     *
     * @param results objects that hold what came of it once the device has done it (a diagnostic's figures); often none
     */
    record Calls(List<AcsCall> calls, List<String> results) implements Plan {

        public Calls {
            calls = List.copyOf(calls);
            results = List.copyOf(results);
            if (calls.isEmpty()) {
                throw new IllegalArgumentException("a plan needs a call; use unsupported");
            }
            results.forEach(AcsCall.Paths::require);
        }
    }

    /** The device cannot do it. */
    record Unsupported(String reason) implements Plan {

        public Unsupported {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("what is unsupported needs a reason");
            }
        }
    }

    static Plan of(AcsCall... calls) {
        return of(List.of(calls));
    }

    static Plan of(List<? extends AcsCall> calls) {
        return new Calls(List.copyOf(calls), List.of());
    }

    static Plan unsupported(String reason) {
        return new Unsupported(reason);
    }

    static Plan unsupported(DeviceIntent intent) {
        return new Unsupported("No connector knows how to carry out "
                + intent.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " on this device.");
    }
}
