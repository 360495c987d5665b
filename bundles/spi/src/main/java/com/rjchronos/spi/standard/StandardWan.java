package com.rjchronos.spi.standard;

import com.rjchronos.model.reading.WanConnection;
import com.rjchronos.model.reading.WanConnection.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The WAN connections of TR-098, found by what they are for and their status, never by an index: which instance carries the
 * subscriber's traffic depends on the provider's template. One that serves management, voice or television comes last even if
 * it is the only one that is up: it is not the subscriber's. Nor is plain IP of unknown purpose beside a connection that signs in,
 * which is the subscriber's up or down.
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
                ppp(device, ppp, dialect)
                        .ifPresent(wan -> found.add(new Found(wan, purpose(ppp, dialect), signsIn(ppp, wan))));
            }
            for (Branch ip : device.at("WANIPConnection").instances(MAX_INSTANCE)) {
                ip(device, ip, dialect).ifPresent(wan -> found.add(new Found(wan, purpose(ip, dialect), false)));
            }
        }
        boolean several =
                found.stream().filter(f -> f.purpose() != Purpose.SERVICE).count() > 1;
        return found.stream()
                .sorted(Found.SUBSCRIBERS_FIRST)
                .map(f -> several && f.purpose() == Purpose.UNKNOWN ? f.wan().vlanPath(Optional.empty()) : f.wan())
                .toList();
    }

    /** Whether somebody's account is in it; not what a factory left there switched off. */
    private static boolean signsIn(Branch ppp, WanConnection wan) {
        return wan.type() == Type.PPPOE
                && wan.username().isPresent()
                && ppp.flag("Enable").orElse(true);
    }

    private static Optional<WanConnection> ppp(Branch device, Branch ppp, WanDialect dialect) {
        String kind = ppp.text("ConnectionType").orElse("");
        boolean bridged = kind.endsWith("_Bridged");
        return connection(device, ppp, bridged ? Type.BRIDGE : Type.PPPOE, ppp.text("Username"), dialect);
    }

    private static Optional<WanConnection> ip(Branch device, Branch ip, WanDialect dialect) {
        boolean bridged = ip.text("ConnectionType").orElse("").endsWith("_Bridged");
        Type type = bridged ? Type.BRIDGE : addressing(ip.text("AddressingType").orElse(""));
        return connection(device, ip, type, Optional.empty(), dialect);
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
            Branch device, Branch object, Type type, Optional<String> username, WanDialect dialect) {
        Optional<Boolean> connected = object.text("ConnectionStatus").map("Connected"::equalsIgnoreCase);
        Optional<String> ip = object.text("ExternalIPAddress").flatMap(Addresses::ipv4);
        if (connected.isEmpty() && ip.isEmpty() && username.isEmpty()) {
            return Optional.empty();
        }
        List<VlanId> ids = vlanIds(device, object, dialect);
        return Optional.of(WanConnection.of(object.path(), type)
                .connected(connected)
                .username(username)
                .externalIp(ip)
                .mac(object.text("MACAddress").flatMap(Addresses::mac))
                .vlan(vlan(ids, object, dialect))
                .uptime(object.seconds("Uptime").filter(since -> connected.orElse(true)))
                .vlanPath(vlanPath(ids))
                .ipv6(StandardIpv6.tr098(object, dialect.ipv6()))
                .traffic(Counters.of(object.at("Stats"), Counters.TR098)));
    }

    private static Optional<Integer> vlan(List<VlanId> ids, Branch object, WanDialect dialect) {
        boolean untagged = dialect.vlanSwitches().stream()
                .flatMap(name -> object.flag(name).stream())
                .anyMatch(on -> !on);
        return untagged
                ? Optional.empty()
                : ids.stream().flatMap(id -> id.value().stream()).findFirst();
    }

    /** Where the id was read; else the first parameter that says anything; else the first there is. */
    private static Optional<String> vlanPath(List<VlanId> ids) {
        return Stream.<Predicate<VlanId>>of(id -> id.value().isPresent(), VlanId::isSaid, VlanId::isKnown)
                .flatMap(rule -> ids.stream().filter(rule))
                .map(VlanId::path)
                .findFirst();
    }

    private static List<VlanId> vlanIds(Branch device, Branch object, WanDialect dialect) {
        return Stream.concat(
                        dialect.vlans().stream().map(name -> new VlanId(object, name)),
                        dialect.linkVlans().stream().map(name -> new VlanId(device, name)))
                .toList();
    }

    private static Purpose purpose(Branch connection, WanDialect dialect) {
        return dialect.services().stream()
                .flatMap(name -> connection.text(name).stream())
                .findFirst()
                .or(() -> connection.text("Name"))
                .map(Purpose::of)
                .orElse(Purpose.UNKNOWN);
    }

    /** A parameter that may hold the 802.1Q id of a connection. */
    private record VlanId(Branch object, String name) {
        Optional<Integer> value() {
            return object.integer(name, 1, 4094);
        }

        boolean isSaid() {
            return object.leaf(name).isPresent();
        }

        boolean isKnown() {
            return object.has(name);
        }

        String path() {
            return object.path() + "." + name;
        }
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

    private record Found(WanConnection wan, Purpose purpose, boolean signedIn) {
        static final Comparator<Found> SUBSCRIBERS_FIRST = Comparator.comparing(
                        (Found f) -> f.purpose() == Purpose.SERVICE)
                .thenComparing(f -> !f.isTheirs())
                .thenComparing(f -> !f.isUp())
                .thenComparing(Found::purpose);

        boolean isTheirs() {
            return signedIn || purpose == Purpose.INTERNET && isUp();
        }

        boolean isUp() {
            return wan.connected().orElse(false);
        }
    }
}
