package com.rjchronos.model.reading;

import java.util.List;

/**
 * Who is in the customer's network. Entries beyond {@value #MAX} of each are left out; how many there are in all say
 * {@link DeviceReading#hosts} and {@link Wlan#clients}.
 *
 * @param hosts by wire or radio, those that are there first
 * @param stations of its Wi-Fi networks
 */
public record CustomerNetwork(List<Host> hosts, List<Station> stations) {
    /** Of each; a household seldom has a third of it. */
    public static final int MAX = 64;

    /** Nobody reported. */
    public static final CustomerNetwork NONE = new CustomerNetwork(List.of(), List.of());

    public CustomerNetwork {
        hosts = List.copyOf(hosts.size() > MAX ? hosts.subList(0, MAX) : hosts);
        stations = List.copyOf(stations.size() > MAX ? stations.subList(0, MAX) : stations);
    }
}
