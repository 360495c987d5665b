package com.rjchronos.model.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A station in the customer's network, by wire or radio, as the device's table of hosts tells it. Make one with {@link #of} and add
 * what was found.
 *
 * @param path the entry it was read from, e.g. {@code Device.Hosts.Host.3}
 * @param mac {@code AA:BB:CC:DD:EE:FF}
 * @param ip its IPv4 address
 * @param name as it told the DHCP server
 * @param active whether it is there; empty if not reported
 * @param medium how it is attached
 * @param link the interface or network of the device it is attached to
 * @param addressing how it got its address
 * @param lease what was left of its lease when it was read
 * @param at when the entry was read from the device
 */
public record Host(
        String path,
        Optional<String> mac,
        Optional<String> ip,
        Optional<String> name,
        Optional<Boolean> active,
        Optional<Medium> medium,
        Optional<String> link,
        Optional<Addressing> addressing,
        Optional<Duration> lease,
        Optional<Instant> at) {

    public Host {
        Objects.requireNonNull(path);
        Objects.requireNonNull(mac);
        Objects.requireNonNull(ip);
        Objects.requireNonNull(name);
        Objects.requireNonNull(active);
        Objects.requireNonNull(medium);
        Objects.requireNonNull(link);
        Objects.requireNonNull(addressing);
        Objects.requireNonNull(lease);
        Objects.requireNonNull(at);
    }

    /** A host of which no more is known yet. */
    public static Host of(String path) {
        return new Draft(path).made();
    }

    public Host mac(Optional<String> mac) {
        return with(draft -> draft.mac = mac);
    }

    public Host ip(Optional<String> ip) {
        return with(draft -> draft.ip = ip);
    }

    public Host name(Optional<String> name) {
        return with(draft -> draft.name = name);
    }

    public Host active(Optional<Boolean> active) {
        return with(draft -> draft.active = active);
    }

    public Host medium(Optional<Medium> medium) {
        return with(draft -> draft.medium = medium);
    }

    public Host link(Optional<String> link) {
        return with(draft -> draft.link = link);
    }

    public Host addressing(Optional<Addressing> addressing) {
        return with(draft -> draft.addressing = addressing);
    }

    public Host lease(Optional<Duration> lease) {
        return with(draft -> draft.lease = lease);
    }

    public Host at(Optional<Instant> at) {
        return with(draft -> draft.at = at);
    }

    private Host with(Consumer<Draft> change) {
        Draft draft = new Draft(path);
        draft.mac = mac;
        draft.ip = ip;
        draft.name = name;
        draft.active = active;
        draft.medium = medium;
        draft.link = link;
        draft.addressing = addressing;
        draft.lease = lease;
        draft.at = at;
        change.accept(draft);
        return draft.made();
    }

    /** One while it is made. */
    private static final class Draft {
        private final String path;
        private Optional<String> mac = Optional.empty();
        private Optional<String> ip = Optional.empty();
        private Optional<String> name = Optional.empty();
        private Optional<Boolean> active = Optional.empty();
        private Optional<Medium> medium = Optional.empty();
        private Optional<String> link = Optional.empty();
        private Optional<Addressing> addressing = Optional.empty();
        private Optional<Duration> lease = Optional.empty();
        private Optional<Instant> at = Optional.empty();

        private Draft(String path) {
            this.path = path;
        }

        private Host made() {
            return new Host(path, mac, ip, name, active, medium, link, addressing, lease, at);
        }
    }

    /** How a host is attached. */
    public enum Medium {
        ETHERNET,
        WIFI,
        OTHER
    }

    /** How a host got its address. */
    public enum Addressing {
        DHCP,
        STATIC,
        AUTO_IP
    }
}
