package com.rjchronos.model.reading;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One connection of a device towards the provider. Make one with {@link #of} and add what was found; the constructor is for the store,
 * which has to know every part.
 *
 * @param path the object it was read from, e.g. {@code InternetGatewayDevice.WANDevice.1.WANConnectionDevice.1.WANPPPConnection.1}
 * @param type how it gets its address
 * @param connected whether it is up; empty if not reported
 * @param username PPPoE user; no password is ever read
 * @param externalIp the IPv4 address it has
 * @param mac of its interface
 * @param vlan 802.1Q id, 1..4094
 * @param uptime since it came up
 * @param vlanPath the parameter that a change of the VLAN sets; empty if the device has none that is known, and if nothing tells this
 *     connection from others that may be the subscriber's
 * @param ipv6 its IPv6 address and the prefix that the provider delegated
 * @param traffic its counters
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
        Optional<String> vlanPath,
        Ipv6 ipv6,
        Traffic traffic) {

    public WanConnection {
        Objects.requireNonNull(path);
        Objects.requireNonNull(type);
        Objects.requireNonNull(connected);
        Objects.requireNonNull(username);
        Objects.requireNonNull(externalIp);
        Objects.requireNonNull(mac);
        Objects.requireNonNull(vlan);
        Objects.requireNonNull(uptime);
        Objects.requireNonNull(vlanPath);
        Objects.requireNonNull(ipv6);
        Objects.requireNonNull(traffic);
    }

    /** A connection of which no more is known yet. */
    public static WanConnection of(String path, Type type) {
        return new Draft(path, type).made();
    }

    public WanConnection connected(Optional<Boolean> connected) {
        return with(draft -> draft.connected = connected);
    }

    public WanConnection username(Optional<String> username) {
        return with(draft -> draft.username = username);
    }

    public WanConnection externalIp(Optional<String> externalIp) {
        return with(draft -> draft.externalIp = externalIp);
    }

    public WanConnection mac(Optional<String> mac) {
        return with(draft -> draft.mac = mac);
    }

    public WanConnection vlan(Optional<Integer> vlan) {
        return with(draft -> draft.vlan = vlan);
    }

    public WanConnection uptime(Optional<Duration> uptime) {
        return with(draft -> draft.uptime = uptime);
    }

    public WanConnection vlanPath(Optional<String> vlanPath) {
        return with(draft -> draft.vlanPath = vlanPath);
    }

    public WanConnection ipv6(Ipv6 ipv6) {
        return with(draft -> draft.ipv6 = ipv6);
    }

    public WanConnection traffic(Traffic traffic) {
        return with(draft -> draft.traffic = traffic);
    }

    private WanConnection with(Consumer<Draft> change) {
        Draft draft = new Draft(path, type);
        draft.connected = connected;
        draft.username = username;
        draft.externalIp = externalIp;
        draft.mac = mac;
        draft.vlan = vlan;
        draft.uptime = uptime;
        draft.vlanPath = vlanPath;
        draft.ipv6 = ipv6;
        draft.traffic = traffic;
        change.accept(draft);
        return draft.made();
    }

    /** One while it is made. */
    private static final class Draft {
        private final String path;
        private final Type type;
        private Optional<Boolean> connected = Optional.empty();
        private Optional<String> username = Optional.empty();
        private Optional<String> externalIp = Optional.empty();
        private Optional<String> mac = Optional.empty();
        private Optional<Integer> vlan = Optional.empty();
        private Optional<Duration> uptime = Optional.empty();
        private Optional<String> vlanPath = Optional.empty();
        private Ipv6 ipv6 = Ipv6.NONE;
        private Traffic traffic = Traffic.NONE;

        private Draft(String path, Type type) {
            this.path = path;
            this.type = type;
        }

        private WanConnection made() {
            return new WanConnection(
                    path, type, connected, username, externalIp, mac, vlan, uptime, vlanPath, ipv6, traffic);
        }
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
