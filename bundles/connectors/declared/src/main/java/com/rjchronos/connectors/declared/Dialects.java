package com.rjchronos.connectors.declared;

import com.rjchronos.model.reading.Wlan.Security;
import com.rjchronos.spi.standard.Ipv6Dialect;
import com.rjchronos.spi.standard.StationDialect;
import com.rjchronos.spi.standard.WanDialect;
import com.rjchronos.spi.standard.WifiDialect;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The parts {@code wan} and {@code wifi} of a file, key by key a component of the dialect records. What those records learn, a
 * file learns here.
 *
 * @param reads what a sweep has to bring beside what the standard reads
 */
record Dialects(WanDialect wan, WifiDialect wifi, List<String> reads) {
    private static final Set<String> WAN = Set.of(
            "services", "vlans", "vlan_switches", "link_vlans", "ipv6_objects", "ipv6_addresses", "ipv6_prefixes");
    private static final Set<String> WIFI = Set.of(
            "bands",
            "passwords",
            "beacons",
            "inverted_advertisement",
            "ssid_needs_password",
            "signals",
            "down_rates",
            "up_rates");

    /** What a plan may set, by the key of a file. WEP is never set. */
    private static final Map<String, Security> PROTECTIONS =
            Map.of("open", Security.OPEN, "wpa", Security.WPA, "wpa2", Security.WPA2, "wpa3", Security.WPA3);

    private static final Predicate<String> WORD =
            Pattern.compile("[A-Za-z0-9_+/-]{1,64}").asMatchPredicate();
    private static final Set<String> FLAGS = Set.of("true", "false");
    private static final String WLAN = "InternetGatewayDevice.LANDevice.1.WLANConfiguration.";

    /** The networks that the standard reads. */
    private static final List<String> NETWORKS = List.of("1", "2", "5", "6");

    Dialects {
        reads = List.copyOf(reads);
    }

    static Dialects of(Optional<Entry> wan, Optional<Entry> wifi) {
        Map<String, Entry> wans = wan.map(entry -> entry.fields(WAN)).orElse(Map.of());
        Map<String, Entry> wifis = wifi.map(entry -> entry.fields(WIFI)).orElse(Map.of());
        WifiDialect dialect = wifi(wifis);
        return new Dialects(
                wan(wans),
                dialect,
                ofEachNetwork(dialect.bands())); // a sweep brings the WAN connections and the stations whole
    }

    private static WanDialect wan(Map<String, Entry> fields) {
        return new WanDialect(
                names(fields, "services"),
                names(fields, "vlans"),
                names(fields, "vlan_switches"),
                names(fields, "link_vlans"),
                new Ipv6Dialect(
                        names(fields, "ipv6_objects"),
                        names(fields, "ipv6_addresses"),
                        names(fields, "ipv6_prefixes")));
    }

    private static WifiDialect wifi(Map<String, Entry> fields) {
        return new WifiDialect(
                names(fields, "bands"),
                Optional.ofNullable(fields.get("passwords"))
                        .map(entry -> entry.texts(Paths.SETTABLE, Paths.SETTABLE_RULE))
                        .orElse(WifiDialect.STANDARD.passwords()),
                beacons(fields.get("beacons")),
                flag(fields.get("inverted_advertisement")),
                flag(fields.get("ssid_needs_password")),
                new StationDialect(
                        names(fields, "signals"),
                        fields.containsKey("down_rates")
                                ? names(fields, "down_rates")
                                : StationDialect.STANDARD.downRates(),
                        names(fields, "up_rates")));
    }

    private static Map<Security, String> beacons(Entry entry) {
        Map<Security, String> beacons = new EnumMap<>(Security.class);
        if (entry != null) {
            entry.fields(PROTECTIONS.keySet())
                    .forEach((key, word) -> beacons.put(
                            PROTECTIONS.get(key), word.text(WORD, "must be a BeaconType, a word of [A-Za-z0-9_+/-]")));
        }
        return beacons;
    }

    private static boolean flag(Entry entry) {
        return entry != null
                && entry.text(FLAGS::contains, "must be true or false").equals("true");
    }

    private static List<String> names(Map<String, Entry> fields, String key) {
        Entry entry = fields.get(key);
        return entry == null ? List.of() : entry.texts(Paths.RELATIVE, Paths.RELATIVE_RULE);
    }

    private static List<String> ofEachNetwork(List<String> names) {
        return names.stream()
                .flatMap(name -> NETWORKS.stream().map(network -> WLAN + network + "." + name))
                .toList();
    }
}
