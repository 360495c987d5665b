package com.rjchronos.spi.standard;

import java.util.List;

/**
 * How a vendor names what TR-098 leaves out on a WAN connection. Names are relative to the connection, or to the link that it
 * runs over; the first that has a value counts.
 *
 * @param services parameters that list what a connection is for, e.g. {@code INTERNET_TR069}
 * @param vlans parameters with the 802.1Q id; a change sets the one that was read, else the first that the device has
 * @param vlanSwitches flags without which the id means nothing: a false one says that frames go untagged, and a change of the id
 *     sets them
 * @param linkVlans parameters with the 802.1Q id of a whole {@code WANConnectionDevice}, relative to it, asked where the connection
 *     has none of its own; a change of one is a change for every connection of that device
 * @param ipv6 where it has IPv6
 */
public record WanDialect(
        List<String> services,
        List<String> vlans,
        List<String> vlanSwitches,
        List<String> linkVlans,
        Ipv6Dialect ipv6) {
    /** The standard and no more. */
    public static final WanDialect STANDARD = new WanDialect(List.of(), List.of());

    public WanDialect {
        services = List.copyOf(services);
        vlans = List.copyOf(vlans);
        vlanSwitches = List.copyOf(vlanSwitches);
        linkVlans = List.copyOf(linkVlans);
    }

    /** A dialect whose ids are the connections' own. */
    public WanDialect(List<String> services, List<String> vlans, List<String> vlanSwitches) {
        this(services, vlans, vlanSwitches, List.of(), Ipv6Dialect.NONE);
    }

    /** A dialect whose ids always count. */
    public WanDialect(List<String> services, List<String> vlans) {
        this(services, vlans, List.of());
    }

    /** The same with parameters for the id of a link. */
    public WanDialect vlanOfLinkIn(String... names) {
        return new WanDialect(services, vlans, vlanSwitches, List.of(names), ipv6);
    }

    /** The same with places for IPv6. */
    public WanDialect ipv6In(Ipv6Dialect places) {
        return new WanDialect(services, vlans, vlanSwitches, linkVlans, places);
    }
}
