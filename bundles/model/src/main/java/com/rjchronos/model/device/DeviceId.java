package com.rjchronos.model.device;

import java.util.Optional;

/** Our id of a device, never GenieACS's; clients see its decimal form as an opaque string. */
public record DeviceId(long value) {

    public DeviceId {
        if (value <= 0) {
            throw new IllegalArgumentException("device id must be positive but was " + value);
        }
    }

    /** Empty for text that cannot be an id of ours. */
    public static Optional<DeviceId> parse(String text) {
        if (text == null || !text.matches("[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        return Optional.of(new DeviceId(Long.parseLong(text)));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
