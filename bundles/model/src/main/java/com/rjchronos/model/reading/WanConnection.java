package com.rjchronos.model.reading;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * One connection of a device towards the provider.
 *
 * @param path the object it was read from, e.g. {@code InternetGatewayDevice.WANDevice.1.WANConnectionDevice.1.WANPPPConnection.1}
 * @param type how it gets its address
 * @param connected whether it is up; empty if not reported
 * @param username PPPoE user; no password is ever read
 * @param externalIp the address it has
 * @param mac of its interface
 * @param vlan 802.1Q id, 1..4094
 * @param uptime since it came up
 * @param vlanPath the parameter that holds the VLAN's id; empty if the device has none that is known
 */
public record WanConnection(
        String path,
        Type type,
        Optional<Boolean> connected,
        Optional<String> username,
        Optional<String> externalIp,
        Optional<String> mac,
        Optional<Integer> vlan,
        Optional<Duration> uptime,
        Optional<String> vlanPath) {

    /** A connection of which no parameter for its VLAN is known. */
    public WanConnection(
            String path,
            Type type,
            Optional<Boolean> connected,
            Optional<String> username,
            Optional<String> externalIp,
            Optional<String> mac,
            Optional<Integer> vlan,
            Optional<Duration> uptime) {
        this(path, type, connected, username, externalIp, mac, vlan, uptime, Optional.empty());
    }

    /** How a connection gets its address. */
    public enum Type {
        PPPOE,
        DHCP,
        STATIC,
        BRIDGE,
        OTHER;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Type> parse(String code) {
            return Arrays.stream(values()).filter(t -> t.code().equals(code)).findFirst();
        }
    }
}
