package com.rjchronos.rest.device;

import com.rjchronos.model.reading.Host;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A station in the customer's network, by wire or radio.
 *
 * @param name as it told the DHCP server
 * @param active whether it is there
 * @param medium {@code ethernet}, {@code wifi} or {@code other}
 * @param link the interface or network of the device it is attached to
 * @param addressing {@code dhcp}, {@code static} or {@code auto_ip}
 * @param leaseSeconds what was left of its lease when it was read
 * @param measuredAt when it was read from the device
 */
public record HostView(
        String macAddress,
        String ipAddress,
        String name,
        Boolean active,
        String medium,
        String link,
        String addressing,
        Long leaseSeconds,
        Instant measuredAt) {

    static HostView of(Host host) {
        return new HostView(
                host.mac().orElse(null),
                host.ip().orElse(null),
                host.name().orElse(null),
                host.active().orElse(null),
                host.medium().map(HostView::word).orElse(null),
                host.link().orElse(null),
                host.addressing().map(HostView::word).orElse(null),
                host.lease().map(Duration::toSeconds).orElse(null),
                host.at().orElse(null));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
