package com.rjchronos.model.device;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the API shows as {@code status}: connectivity as sweeps find it, unless people set something else. */
public enum DeviceStatus {
    ONLINE,
    OFFLINE,
    MAINTENANCE,
    DISABLED,
    PROVISIONING,
    /** The ACS is away or its knowledge stale: silence of the ACS is not silence of the devices. */
    UNKNOWN;

    /** As the API and {@code device_statuses.code} spell it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Also takes the filters' old names {@code powered_off} (offline) and {@code admin_disabled} (disabled). */
    public static Optional<DeviceStatus> parse(String code) {
        return switch (code) {
            case "powered_off" -> Optional.of(OFFLINE);
            case "admin_disabled" -> Optional.of(DISABLED);
            default ->
                Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst();
        };
    }
}
