package com.rjchronos.testkit;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.ParameterNode;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Host;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.Station;
import com.rjchronos.model.reading.Traffic;
import com.rjchronos.model.reading.WanConnection;
import com.rjchronos.model.reading.Wlan;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The laws of hosts, stations, IPv6 and counters: part of {@link ReadingLaws}. */
final class NetworkLaws {
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:]{2,39}");
    private static final Pattern PREFIX = Pattern.compile("[0-9a-f:]{2,39}/[1-9][0-9]{0,2}");

    private NetworkLaws() {}

    /** Who is in the network is an entry of the document, with the entry's own values and times. */
    static void check(DeviceReading reading, DeviceDocument document) {
        int hosts = reading.network().hosts().size();
        ReadingLaws.require(
                hosts == 0 || reading.hosts().isPresent(), "who tells hosts tells how many there are in all");
        reading.network().hosts().forEach(host -> check(host, entry(document, host.path())));
        Set<String> networks = reading.wlans().stream().map(Wlan::path).collect(Collectors.toSet());
        for (Station station : reading.network().stations()) {
            ReadingLaws.require(networks.contains(station.network()), "a station's network was read: " + station);
            check(station, entry(document, station.path()));
        }
    }

    private static void check(Host host, ParameterNode entry) {
        ReadingLaws.isText(Optional.of(host.path()));
        ReadingLaws.isText(host.name());
        ReadingLaws.isText(host.link());
        ReadingLaws.matches(host.mac(), ReadingLaws.MAC);
        ReadingLaws.matches(host.ip(), ReadingLaws.IPV4);
        ReadingLaws.require(host.mac().isPresent() || host.ip().isPresent(), "a host has an address");
        ReadingLaws.require(
                host.mac().map(mac -> holds(entry, mac)).orElse(true), "no parameter of the entry holds " + host);
        Stream.of(host.ip(), host.name())
                .flatMap(Optional::stream)
                .forEach(text -> ReadingLaws.require(
                        entry.children().values().stream().anyMatch(child -> says(child, text)),
                        "no parameter of the entry says " + text));
        ReadingLaws.require(host.lease().map(lease -> !lease.isNegative()).orElse(true), "a lease is not negative");
    }

    private static void check(Station station, ParameterNode entry) {
        ReadingLaws.isText(Optional.of(station.path()));
        ReadingLaws.matches(Optional.of(station.mac()), ReadingLaws.MAC);
        ReadingLaws.require(holds(entry, station.mac()), "no parameter of the entry holds " + station);
        int signal = station.signalDbm().flatMap(Measured::value).orElse(-50);
        ReadingLaws.require(signal >= -120 && signal < 0, "a signal is within -120..0 dBm but was " + signal);
        Stream.of(station.downKbps(), station.upKbps())
                .flatMap(Optional::stream)
                .flatMap(rate -> rate.value().stream())
                .forEach(rate -> ReadingLaws.require(rate > 0, "a rate is positive but was " + rate));
        Stream.of(station.signalDbm(), station.downKbps(), station.upKbps())
                .flatMap(Optional::stream)
                .forEach(measured -> ReadingLaws.require(
                        ReadingLaws.isSomewhere(measured, entry),
                        "no parameter of the entry holds " + measured.raw() + " of " + measured.at()));
    }

    static void isStorable(WanConnection wan) {
        ReadingLaws.matches(wan.ipv6().address(), IPV6);
        ReadingLaws.matches(wan.ipv6().prefix(), PREFIX);
        Traffic traffic = wan.traffic();
        Stream.of(
                        traffic.bytesReceived(),
                        traffic.bytesSent(),
                        traffic.packetsReceived(),
                        traffic.packetsSent(),
                        traffic.errorsReceived(),
                        traffic.errorsSent())
                .flatMap(Optional::stream)
                .forEach(count -> ReadingLaws.require(count >= 0, "a counter is not negative but was " + count));
    }

    /** Whether a parameter holds a MAC address, in whatever spelling. */
    private static boolean holds(ParameterNode entry, String mac) {
        return entry.children().values().stream().anyMatch(child -> child.leaf()
                .flatMap(leaf -> leaf.text())
                .filter(text -> text.equalsIgnoreCase(mac) || digits(text).equals(digits(mac)))
                .isPresent());
    }

    private static boolean says(ParameterNode parameter, String text) {
        return parameter
                .leaf()
                .flatMap(leaf -> leaf.text())
                .filter(text::equals)
                .isPresent();
    }

    private static String digits(String mac) {
        return mac.length() > 24 ? "" : mac.replaceAll("[:.-]", "").toUpperCase(Locale.ROOT);
    }

    private static ParameterNode entry(DeviceDocument document, String path) {
        ParameterNode node = document.parameters();
        for (String name : path.split("[.]")) {
            node = node.children().getOrDefault(name, ParameterNode.EMPTY);
        }
        ReadingLaws.require(node != ParameterNode.EMPTY, "the document has the entry " + path);
        return node;
    }
}
