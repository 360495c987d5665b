package com.rjchronos.rest.device;

import com.rjchronos.model.reading.Traffic;
import com.rjchronos.model.reading.WanConnection;
import java.time.Duration;
import java.time.Instant;

/**
 * A connection towards the provider.
 *
 * @param path the object it was read from
 * @param type {@code pppoe}, {@code dhcp}, {@code static}, {@code bridge} or {@code other}
 * @param username PPPoE user
 * @param vlan 802.1Q id
 * @param uptimeSeconds since it came up
 * @param ipv6Prefix what the provider delegated, with its length
 * @param traffic null if nothing is counted
 */
public record WanView(
        String path,
        String type,
        Boolean connected,
        String username,
        String externalIp,
        String ipv6Address,
        String ipv6Prefix,
        String macAddress,
        Integer vlan,
        Long uptimeSeconds,
        TrafficView traffic) {

    /**
     * Counters of one moment, since the device booted or the connection came up; many wrap at 2^32.
     *
     * @param measuredAt when they were read from the device
     */
    public record TrafficView(
            Long bytesReceived,
            Long bytesSent,
            Long packetsReceived,
            Long packetsSent,
            Long errorsReceived,
            Long errorsSent,
            Instant measuredAt) {

        private static TrafficView of(Traffic traffic) {
            return traffic.equals(Traffic.NONE)
                    ? null
                    : new TrafficView(
                            traffic.bytesReceived().orElse(null),
                            traffic.bytesSent().orElse(null),
                            traffic.packetsReceived().orElse(null),
                            traffic.packetsSent().orElse(null),
                            traffic.errorsReceived().orElse(null),
                            traffic.errorsSent().orElse(null),
                            traffic.at().orElse(null));
        }
    }

    static WanView of(WanConnection wan) {
        return new WanView(
                wan.path(),
                wan.type().code(),
                wan.connected().orElse(null),
                wan.username().orElse(null),
                wan.externalIp().orElse(null),
                wan.ipv6().address().orElse(null),
                wan.ipv6().prefix().orElse(null),
                wan.mac().orElse(null),
                wan.vlan().orElse(null),
                wan.uptime().map(Duration::toSeconds).orElse(null),
                TrafficView.of(wan.traffic()));
    }
}
