package com.rjchronos.spi.standard;

import java.util.List;

/**
 * How a vendor names what TR-098 leaves out on a WAN connection. Names are relative to the connection; the first that has a
 * value counts.
 *
 * @param services parameters that list what a connection is for, e.g. {@code INTERNET_TR069}
 * @param vlans parameters with the 802.1Q id; the first that the device has is the one a change sets
 * @param vlanSwitches flags without which the id means nothing: a false one says that frames go untagged, and a change of the id
 *     sets them
 */
public record WanDialect(List<String> services, List<String> vlans, List<String> vlanSwitches) {
    /** The standard and no more. */
    public static final WanDialect STANDARD = new WanDialect(List.of(), List.of());

    public WanDialect {
        services = List.copyOf(services);
        vlans = List.copyOf(vlans);
        vlanSwitches = List.copyOf(vlanSwitches);
    }

    /** A dialect whose ids always count. */
    public WanDialect(List<String> services, List<String> vlans) {
        this(services, vlans, List.of());
    }
}
