package com.rjchronos.spi.standard;

import com.rjchronos.model.reading.Ipv6;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The IPv6 of a connection: in tables as TR-181 shapes them, or in a vendor's own parameters, as TR-098 has none. */
final class StandardIpv6 {
    private static final int MAX_INSTANCE = 64;

    private StandardIpv6() {}

    /** Of an object that holds the tables {@code IPv6Address} and {@code IPv6Prefix}. */
    static Ipv6 tr181(Branch object) {
        return new Ipv6(address(object), prefix(object));
    }

    /** Where the vendor says it; the first place with a value counts. */
    static Ipv6 tr098(Branch connection, Ipv6Dialect dialect) {
        List<Branch> objects = dialect.objects().stream().map(connection::at).toList();
        return new Ipv6(
                Stream.concat(
                                dialect.addresses().stream()
                                        .flatMap(name -> connection.text(name).flatMap(Addresses::ipv6).stream()),
                                objects.stream().flatMap(object -> address(object).stream()))
                        .findFirst(),
                Stream.concat(
                                dialect.prefixes().stream()
                                        .flatMap(name -> connection.text(name).flatMap(Addresses::ipv6Prefix).stream()),
                                objects.stream().flatMap(object -> prefix(object).stream()))
                        .findFirst());
    }

    private static Optional<String> address(Branch object) {
        return object.at("IPv6Address").instances(MAX_INSTANCE).stream()
                .filter(entry -> isInUse(entry, "IPAddressStatus"))
                .flatMap(entry -> entry.text("IPAddress").flatMap(Addresses::ipv6).stream())
                .findFirst();
    }

    /** A prefix that a router on the link announced is not the customer's. */
    private static Optional<String> prefix(Branch object) {
        return object.at("IPv6Prefix").instances(MAX_INSTANCE).stream()
                .filter(entry -> isInUse(entry, "PrefixStatus"))
                .filter(entry ->
                        "PrefixDelegation".equalsIgnoreCase(entry.text("Origin").orElse("PrefixDelegation")))
                .flatMap(entry -> entry.text("Prefix").flatMap(Addresses::ipv6Prefix).stream())
                .findFirst();
    }

    private static boolean isInUse(Branch entry, String status) {
        return entry.text(status).filter("Invalid"::equalsIgnoreCase).isEmpty();
    }
}
