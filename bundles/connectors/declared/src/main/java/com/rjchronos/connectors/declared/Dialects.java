package com.rjchronos.connectors.declared;

import com.rjchronos.spi.standard.WanDialect;
import com.rjchronos.spi.standard.WifiDialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parts {@code wan} and {@code wifi} of a file, key by key a component of the dialect records. What those records learn, a
 * file learns here.
 *
 * @param reads what a sweep has to bring beside what the standard reads
 */
record Dialects(WanDialect wan, WifiDialect wifi, List<String> reads) {
    private static final Set<String> WAN = Set.of("services", "vlans", "vlan_switches");
    private static final Set<String> WIFI = Set.of("bands");
    private static final String WLAN = "InternetGatewayDevice.LANDevice.1.WLANConfiguration.";

    /** The networks that the standard reads. */
    private static final List<String> NETWORKS = List.of("1", "2", "5", "6");

    Dialects {
        reads = List.copyOf(reads);
    }

    static Dialects of(Optional<Entry> wan, Optional<Entry> wifi) {
        Map<String, Entry> wans = wan.map(entry -> entry.fields(WAN)).orElse(Map.of());
        Map<String, Entry> wifis = wifi.map(entry -> entry.fields(WIFI)).orElse(Map.of());
        List<String> bands = names(wifis, "bands");
        return new Dialects(
                new WanDialect(names(wans, "services"), names(wans, "vlans"), names(wans, "vlan_switches")),
                new WifiDialect(bands),
                ofEachNetwork(bands)); // a sweep brings the WAN connections whole
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
