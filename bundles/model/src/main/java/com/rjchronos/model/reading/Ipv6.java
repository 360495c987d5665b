package com.rjchronos.model.reading;

import java.util.Objects;
import java.util.Optional;

/**
 * What a connection has of IPv6.
 *
 * @param address its own, never link-local, in lower case as the device spells it
 * @param prefix what the provider delegated to it for the customer's network, with its length, e.g. {@code 2001:db8:12:ab00::/56}
 */
public record Ipv6(Optional<String> address, Optional<String> prefix) {
    /** Nothing reported. */
    public static final Ipv6 NONE = new Ipv6(Optional.empty(), Optional.empty());

    public Ipv6 {
        Objects.requireNonNull(address);
        Objects.requireNonNull(prefix);
    }
}
