package com.rjchronos.inventory.device;

import com.rjchronos.model.device.DeviceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a device's last Inform says about it: offline is no Inform for twice its interval. */
public final class Connectivity {

    private Connectivity() {}

    /**
     * Online, offline, or unknown for a device that never informed.
     *
     * @param lastInform a time in the future counts as now: a clock that is wrong is no silence
     * @param interval as the device reports it; none, or nonsense, is the default
     */
    public static DeviceStatus of(
            Optional<Instant> lastInform, Optional<Duration> interval, Duration defaultInterval, Instant now) {
        if (lastInform.isEmpty()) {
            return DeviceStatus.UNKNOWN;
        }
        Duration expected = interval.filter(i -> !i.isNegative() && !i.isZero()).orElse(defaultInterval);
        Duration silence = Duration.between(lastInform.get(), now);
        return silence.compareTo(expected.multipliedBy(2)) > 0 ? DeviceStatus.OFFLINE : DeviceStatus.ONLINE;
    }
}
