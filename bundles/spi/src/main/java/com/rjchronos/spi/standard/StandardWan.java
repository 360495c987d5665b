package com.rjchronos.spi.standard;

import com.rjchronos.model.reading.WanConnection;
import com.rjchronos.model.reading.WanConnection.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The WAN connections of TR-098, found by what they are for and their status, never by an index: which instance carries the
 * subscriber's traffic depends on the provider's template. One that serves management, voice or television comes last even if
 * it is the only one that is up: it is not the subscriber's.
 */
final class StandardWan {
    private static final String CONNECTIONS = "WANDevice.1.WANConnectionDevice";
    private static final int MAX_INSTANCE = 64;

    /** The whole table: its instances cannot be named beforehand, and the likely ones have too many for a URL. */
    static final String TR098 = "InternetGatewayDevice.WANDevice.1.WANConnectionDevice";

    private StandardWan() {}

    static List<WanConnection> tr098(Branch root, WanDialect dialect) {
        List<Found> found = new ArrayList<>();
        for (Branch device : root.at(CONNECTIONS).instances(MAX_INSTANCE)) {
            for (Branch ppp : device.at("WANPPPConnection").instances(MAX_INSTANCE)) {
                ppp(ppp, dialect).ifPresent(wan -> found.add(new Found(wan, purpose(ppp, dialect))));
            }
            for (Branch ip : device.at("WANIPConnection").instances(MAX_INSTANCE)) {
                ip(ip, dialect).ifPresent(wan -> found.add(new Found(wan, purpose(ip, dialect))));
            }
        }
        return found.stream().sorted(Found.SUBSCRIBERS_FIRST).map(Found::wan).toList();
    }

    private static Optional<WanConnection> ppp(Branch ppp, WanDialect dialect) {
        String kind = ppp.text("ConnectionType").orElse("");
        boolean bridged = kind.endsWith("_Bridged");
        return connection(ppp, bridged ? Type.BRIDGE : Type.PPPOE, ppp.text("Username"), dialect);
    }

    private static Optional<WanConnection> ip(Branch ip, WanDialect dialect) {
        boolean bridged = ip.text("ConnectionType").orElse("").endsWith("_Bridged");
        Type type = bridged ? Type.BRIDGE : addressing(ip.text("AddressingType").orElse(""));
        return connection(ip, type, Optional.empty(), dialect);
    }

    static Type addressing(String addressing) {
        return switch (addressing.toUpperCase(Locale.ROOT)) {
            case "DHCP" -> Type.DHCP;
            case "STATIC" -> Type.STATIC;
            case "IPCP" -> Type.PPPOE;
            default -> Type.OTHER;
        };
    }

    private static Optional<WanConnection> connection(
            Branch object, Type type, Optional<String> username, WanDialect dialect) {
        Optional<Boolean> connected = object.text("ConnectionStatus").map("Connected"::equalsIgnoreCase);
        Optional<String> ip = object.text("ExternalIPAddress").flatMap(Addresses::ipv4);
        if (connected.isEmpty() && ip.isEmpty() && username.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new WanConnection(
                object.path(),
                type,
                connected,
                username,
                ip,
                object.text("MACAddress").flatMap(Addresses::mac),
                vlan(object, dialect),
                object.seconds("Uptime").filter(since -> connected.orElse(true)),
                vlanPath(object, dialect)));
    }

    private static Optional<Integer> vlan(Branch object, WanDialect dialect) {
        boolean untagged = dialect.vlanSwitches().stream()
                .flatMap(name -> object.flag(name).stream())
                .anyMatch(on -> !on);
        return untagged
                ? Optional.empty()
                : dialect.vlans().stream()
                        .flatMap(name -> object.integer(name, 1, 4094).stream())
                        .findFirst();
    }

    private static Optional<String> vlanPath(Branch object, WanDialect dialect) {
        Stream<String> said =
                dialect.vlans().stream().filter(name -> object.leaf(name).isPresent());
        Stream<String> known = dialect.vlans().stream().filter(object::has);
        return Stream.concat(said, known)
                .map(name -> object.path() + "." + name)
                .findFirst();
    }

    private static Purpose purpose(Branch connection, WanDialect dialect) {
        return dialect.services().stream()
                .flatMap(name -> connection.text(name).stream())
                .findFirst()
                .or(() -> connection.text("Name"))
                .map(Purpose::of)
                .orElse(Purpose.UNKNOWN);
    }

    /** What a connection is for, the most interesting first. */
    private enum Purpose {
        INTERNET,
        UNKNOWN,
        SERVICE;

        static Purpose of(String words) {
            String upper = words.toUpperCase(Locale.ROOT);
            if (upper.contains("INTERNET")) {
                return INTERNET;
            }
            boolean service = upper.contains("TR069")
                    || upper.contains("VOIP")
                    || upper.contains("VOICE")
                    || upper.contains("IPTV");
            return service ? SERVICE : UNKNOWN;
        }
    }

    private record Found(WanConnection wan, Purpose purpose) {
        static final Comparator<Found> SUBSCRIBERS_FIRST = Comparator.comparing(
                        (Found f) -> f.purpose() == Purpose.SERVICE)
                .thenComparing(f -> !f.wan().connected().orElse(false))
                .thenComparing(Found::purpose);
    }
}
