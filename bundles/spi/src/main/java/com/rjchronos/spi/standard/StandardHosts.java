package com.rjchronos.spi.standard;

import com.rjchronos.model.device.Leaf;
import com.rjchronos.model.reading.Host;
import com.rjchronos.model.reading.Host.Addressing;
import com.rjchronos.model.reading.Host.Medium;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The table of hosts, which TR-098 and TR-181 shape alike. An entry with neither MAC nor IP address is nobody. */
final class StandardHosts {
    /** The whole table: its instances cannot be named beforehand. */
    static final String TR098 = "InternetGatewayDevice.LANDevice.1.Hosts";

    static final String TR181 = "Device.Hosts";

    private static final int MAX_INSTANCE = 4096;
    private static final int MAX_COUNT = 65_535;

    private static final Comparator<Host> PRESENT_FIRST =
            Comparator.comparing(host -> !host.active().orElse(true));

    private StandardHosts() {}

    /**
     * Those of the object that holds {@code Hosts}, the ones that are there first.
     *
     * @param address how its data model names the MAC address
     * @param link how it names what a host is attached to
     */
    static List<Host> of(Branch parent, String address, String link) {
        return parent.at("Hosts.Host").instances(MAX_INSTANCE).stream()
                .map(entry -> host(entry, address, link))
                .filter(host -> host.mac().isPresent() || host.ip().isPresent())
                .sorted(PRESENT_FIRST)
                .toList();
    }

    /** How many there are: what the device says, else the entries that were found. */
    static Optional<Integer> count(Branch parent, List<Host> found) {
        return parent.integer("Hosts.HostNumberOfEntries", 0, MAX_COUNT)
                .or(() -> found.isEmpty() ? Optional.empty() : Optional.of(found.size()));
    }

    private static Host host(Branch entry, String address, String link) {
        Optional<String> attached = entry.text(link);
        return Host.of(entry.path())
                .mac(entry.text(address).flatMap(Addresses::mac))
                .ip(entry.text("IPAddress").flatMap(Addresses::ipv4))
                .name(entry.text("HostName"))
                .active(entry.flag("Active"))
                .medium(entry.text("InterfaceType")
                        .flatMap(StandardHosts::mediumOfWord)
                        .or(() -> attached.flatMap(StandardHosts::mediumOfLink)))
                .link(attached)
                .addressing(entry.text("AddressSource").flatMap(StandardHosts::addressing))
                .lease(entry.seconds("LeaseTimeRemaining").filter(left -> !left.isZero()))
                .at(entry.leaf(address).or(() -> entry.leaf("IPAddress")).flatMap(Leaf::at));
    }

    /** TR-098's words, and the one some use for a radio. */
    private static Optional<Medium> mediumOfWord(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        return switch (upper) {
            case "ETHERNET" -> Optional.of(Medium.ETHERNET);
            case "WLAN", "WIFI", "WI-FI" -> Optional.of(Medium.WIFI);
            case "USB", "HOMEPNA", "HOMEPLUG", "OTHER" -> Optional.of(Medium.OTHER);
            default -> upper.startsWith("802.11") ? Optional.of(Medium.WIFI) : Optional.empty();
        };
    }

    private static Optional<Medium> mediumOfLink(String path) {
        if (path.contains(".WLANConfiguration.") || path.contains(".WiFi.")) {
            return Optional.of(Medium.WIFI);
        }
        boolean wire = path.contains(".LANEthernetInterfaceConfig.") || path.contains(".Ethernet.Interface.");
        return wire ? Optional.of(Medium.ETHERNET) : Optional.empty();
    }

    private static Optional<Addressing> addressing(String source) {
        return switch (source.toUpperCase(Locale.ROOT)) {
            case "DHCP" -> Optional.of(Addressing.DHCP);
            case "STATIC" -> Optional.of(Addressing.STATIC);
            case "AUTOIP" -> Optional.of(Addressing.AUTO_IP);
            default -> Optional.empty();
        };
    }
}
