package com.rjchronos.model.intent;

import java.util.Optional;

/**
 * Whether a device can do one kind of thing.
 *
 * @param kind which
 * @param supported whether there is a plan for it
 * @param reason why there is none; empty exactly if it is supported
 */
public record Capability(DeviceIntent.Kind kind, boolean supported, Optional<String> reason) {

    public Capability {
        if (supported == reason.isPresent()) {
            throw new IllegalArgumentException("a reason is for what is unsupported, and for nothing else");
        }
    }

    public static Capability supported(DeviceIntent.Kind kind) {
        return new Capability(kind, true, Optional.empty());
    }

    public static Capability unsupported(DeviceIntent.Kind kind, String reason) {
        return new Capability(kind, false, Optional.of(reason));
    }
}
