package com.rjchronos.spi.standard;

import com.rjchronos.model.reading.Ipv6;
import com.rjchronos.model.reading.Traffic;
import com.rjchronos.model.reading.WanConnection;
import com.rjchronos.model.reading.WanConnection.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The WAN connections and the LAN address of TR-181: its PPP interfaces, and those IP interfaces that are not the customer's. */
final class Tr181Wan {
    static final String READS = "Device.PPP.Interface,Device.IP.Interface,Device.Ethernet.VLANTermination";

    private static final int MAX_INSTANCE = 64;
    private static final String ADDRESS = "IPv4Address.1.IPAddress";
    private static final String VLAN_ID = "VLANID";
    private static final String STATS = "Stats";
    private static final String ADDRESSING = "IPv4Address.1.AddressingType";

    private Tr181Wan() {}

    static List<WanConnection> wans(Branch root) {
        List<Branch> interfaces = root.at("IP.Interface").instances(MAX_INSTANCE);
        List<Found> found = new ArrayList<>();
        for (Branch ppp : root.at("PPP.Interface").instances(MAX_INSTANCE)) {
            ppp(root, ppp, interfaces).ifPresent(wan -> found.add(new Found(wan, signsIn(ppp))));
        }
        boolean dialsIn = !found.isEmpty();
        for (Branch ip : interfaces) {
            Type type = StandardWan.addressing(ip.text(ADDRESSING).orElse(""));
            if (type != Type.OTHER && !isLan(ip) && !(dialsIn && type == Type.PPPOE)) {
                found.add(new Found(ip(root, ip, type), false));
            }
        }
        boolean several = found.size() > 1;
        return found.stream()
                .sorted(Found.SUBSCRIBERS_FIRST)
                .map(f -> several && !f.signedIn() ? f.wan().vlanPath(Optional.empty()) : f.wan())
                .toList();
    }

    static Optional<String> lanIp(Branch root) {
        return root.at("IP.Interface").instances(MAX_INSTANCE).stream()
                .filter(Tr181Wan::isLan)
                .flatMap(ip -> address(ip).stream())
                .findFirst();
    }

    /** Whether the interface is in use at all; what a factory left there without an account is not. */
    private static boolean signsIn(Branch ppp) {
        return ppp.text("Username").isPresent() && ppp.flag("Enable").orElse(true);
    }

    private static Optional<WanConnection> ppp(Branch root, Branch ppp, List<Branch> interfaces) {
        Optional<Boolean> connected = ppp.text("ConnectionStatus").map("Connected"::equalsIgnoreCase);
        Optional<String> username = ppp.text("Username");
        if (connected.isEmpty() && username.isEmpty()) {
            return Optional.empty();
        }
        Optional<Branch> over = over(ppp, interfaces);
        return Optional.of(WanConnection.of(ppp.path(), Type.PPPOE)
                .connected(connected)
                .username(username)
                .externalIp(ppp.text("IPCP.LocalIPAddress")
                        .flatMap(Addresses::ipv4)
                        .or(() -> over.flatMap(Tr181Wan::address)))
                .vlan(vlan(root, ppp))
                .uptime(ppp.seconds("LastChange").filter(since -> connected.orElse(false)))
                .vlanPath(vlanPath(root, ppp))
                .ipv6(over.map(StandardIpv6::tr181).orElse(Ipv6.NONE))
                .traffic(traffic(ppp, over)));
    }

    private static WanConnection ip(Branch root, Branch ip, Type type) {
        Optional<Boolean> up = ip.text("Status").map("Up"::equalsIgnoreCase);
        return WanConnection.of(ip.path(), type)
                .connected(up)
                .externalIp(address(ip))
                .vlan(vlan(root, ip))
                .uptime(ip.seconds("LastChange").filter(since -> up.orElse(false)))
                .vlanPath(vlanPath(root, ip))
                .ipv6(StandardIpv6.tr181(ip))
                .traffic(Counters.of(ip.at(STATS), ""));
    }

    /** The PPP interface's own counters, else those of the IP interface over it, which counts the same packets. */
    private static Traffic traffic(Branch ppp, Optional<Branch> over) {
        Traffic own = Counters.of(ppp.at(STATS), "");
        return own.equals(Traffic.NONE)
                ? over.map(ip -> Counters.of(ip.at(STATS), "")).orElse(Traffic.NONE)
                : own;
    }

    /** The IP interface that runs over a PPP interface, or the only kind that gets its address by IPCP. */
    private static Optional<Branch> over(Branch ppp, List<Branch> interfaces) {
        return interfaces.stream()
                .filter(ip -> isOver(ip, ppp.path()))
                .findFirst()
                .or(() -> interfaces.stream()
                        .filter(ip -> ip.text(ADDRESSING)
                                .filter("IPCP"::equalsIgnoreCase)
                                .isPresent())
                        .findFirst());
    }

    private static Optional<Integer> vlan(Branch root, Branch upper) {
        return terminations(root, upper)
                .flatMap(vlan -> vlan.integer(VLAN_ID, 1, 4094).stream())
                .findFirst();
    }

    private static Optional<String> vlanPath(Branch root, Branch upper) {
        return terminations(root, upper)
                .filter(vlan -> vlan.has(VLAN_ID))
                .map(vlan -> vlan.path() + "." + VLAN_ID)
                .findFirst();
    }

    private static Stream<Branch> terminations(Branch root, Branch upper) {
        return root.at("Ethernet.VLANTermination").instances(MAX_INSTANCE).stream()
                .filter(vlan -> isOver(upper, vlan.path()));
    }

    private static boolean isLan(Branch ip) {
        boolean fixed = ip.text(ADDRESSING).filter("Static"::equalsIgnoreCase).isPresent();
        return fixed && address(ip).filter(Addresses::isPrivate).isPresent();
    }

    private static Optional<String> address(Branch ip) {
        return ip.text(ADDRESS).flatMap(Addresses::ipv4);
    }

    private static boolean isOver(Branch upper, String lower) {
        return upper.text("LowerLayers")
                .filter(layers -> refersTo(layers, lower))
                .isPresent();
    }

    /** Whether a comma-separated list of references holds a path; TR-181 writes them with or without a trailing dot. */
    static boolean refersTo(String references, String path) {
        int at = references.indexOf(path);
        if (at < 0) {
            return false;
        }
        int end = at + path.length();
        return end == references.length() || references.charAt(end) == '.' || references.charAt(end) == ',';
    }

    /**
     * A connection, and whether one signs in for it: then it is the subscriber's, up or down. TR-181 does not say what the others
     * are for, and management runs over plain IP.
     */
    private record Found(WanConnection wan, boolean signedIn) {
        static final Comparator<Found> SUBSCRIBERS_FIRST = Comparator.comparing((Found f) -> !f.signedIn())
                .thenComparing(f -> !f.wan().connected().orElse(false));
    }
}
