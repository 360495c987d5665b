package com.rjchronos.model.acs;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a call is to reach its device.
 *
 * @param uniqueKey names the call for ever: by it a call whose answer was lost is found again. The ACS replaces an older task of the device
 *     with the same key
 * @param knock whether the device is asked to come at once, and how long it has to, 1 to 60 s; empty: the call waits for its next Inform
 * @param expiry when the ACS is to forget a call that was not carried out, from 1 s; empty: never
 */
public record Delivery(String uniqueKey, Optional<Duration> knock, Optional<Duration> expiry) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9:._-]{1,100}");

    public Delivery {
        if (!KEY.matcher(uniqueKey).matches()) {
            throw new IllegalArgumentException("a unique key must match " + KEY + " but was " + uniqueKey);
        }
        if (knock.filter(k -> k.toMillis() < 1_000 || k.toMillis() > 60_000).isPresent()) {
            throw new IllegalArgumentException("a device has 1..60 s to come but was to have " + knock.get());
        }
        if (expiry.filter(e -> e.toSeconds() < 1).isPresent()) {
            throw new IllegalArgumentException("a call expires after 1 s or later but was to after " + expiry.get());
        }
    }

    /** It waits in the ACS for the device's next Inform. */
    public static Delivery queued(String uniqueKey) {
        return new Delivery(uniqueKey, Optional.empty(), Optional.empty());
    }

    /** The device is asked to come at once. */
    public static Delivery knocking(String uniqueKey, Duration within) {
        return new Delivery(uniqueKey, Optional.of(within), Optional.empty());
    }

    public Delivery expiringAfter(Duration time) {
        return new Delivery(uniqueKey, knock, Optional.of(time));
    }
}
