package com.rjchronos.spi.standard;

import java.util.List;

/**
 * Where a vendor has the IPv6 of a TR-098 connection, which the standard leaves out. Names are relative to the connection; the first
 * that has a value counts.
 *
 * @param objects objects that hold the tables {@code IPv6Address} and {@code IPv6Prefix} in TR-181's shape
 * @param addresses parameters with the connection's own address
 * @param prefixes parameters with the prefix delegated to it, with its length
 */
public record Ipv6Dialect(List<String> objects, List<String> addresses, List<String> prefixes) {
    /** Nowhere. */
    public static final Ipv6Dialect NONE = new Ipv6Dialect(List.of(), List.of(), List.of());

    public Ipv6Dialect {
        objects = List.copyOf(objects);
        addresses = List.copyOf(addresses);
        prefixes = List.copyOf(prefixes);
    }
}
