package com.rjchronos.spi.standard;

import com.rjchronos.model.reading.Station;
import com.rjchronos.model.reading.Wlan;
import com.rjchronos.model.reading.Wlan.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The Wi-Fi networks of TR-181: an SSID, the radio below it and the access point above it, joined by their references. */
final class Tr181Wlans {
    private static final int LAST = 4;
    /** The SSIDs that are read, as people read it. */
    static final String NUMBERS = "1 to " + LAST;

    private static final int LAST_POINT = 8;
    private static final int LAST_RADIO = 3;

    // Chained as in StandardWlans.
    private static final String S = "Device.WiFi.SSID.";
    private static final String SSID = ".SSID._value," + S;
    private static final String ENABLE = ".Enable._value," + S;
    private static final String LOWER = ".LowerLayers._value,";
    private static final String R = "Device.WiFi.Radio.";
    private static final String BAND = ".OperatingFrequencyBand._value," + R;
    private static final String CHANNEL = ".Channel._value,";

    /** Three values of each of four SSIDs, two of each of three radios, and the access points with their stations. */
    static final String READS = S + 1 + SSID + 1 + ENABLE + 1 + LOWER + S + 2 + SSID + 2 + ENABLE + 2 + LOWER + S + 3
            + SSID + 3 + ENABLE + 3 + LOWER + S + 4 + SSID + 4 + ENABLE + 4 + LOWER + R + 1 + BAND + 1 + CHANNEL + R + 2
            + BAND + 2 + CHANNEL + R + 3 + BAND + 3 + CHANNEL + "Device.WiFi.AccessPoint";

    private Tr181Wlans() {}

    static List<WifiNetwork> networks(Branch root) {
        List<Branch> radios = root.at("WiFi.Radio").instances(LAST_RADIO);
        List<Branch> points = root.at("WiFi.AccessPoint").instances(LAST_POINT);
        List<WifiNetwork> networks = new ArrayList<>();
        for (Branch network : root.at("WiFi.SSID").instances(LAST)) {
            Optional<String> ssid = StandardWlans.ssid(network);
            Optional<Boolean> enabled = network.flag("Enable");
            if (ssid.isPresent() || enabled.isPresent()) {
                Optional<Branch> point = above(network, points);
                List<Station> stations =
                        point.map(p -> Stations.tr181(p, network.path())).orElse(List.of());
                Wlan wlan = wlan(network, below(network, radios), point, stations)
                        .ssid(ssid)
                        .enabled(enabled);
                networks.add(new WifiNetwork(wlan, stations));
            }
        }
        return networks;
    }

    private static Wlan wlan(Branch network, Optional<Branch> radio, Optional<Branch> point, List<Station> stations) {
        return Wlan.of(network.path())
                .band(radio.flatMap(r -> r.text("OperatingFrequencyBand")).flatMap(StandardWlans::bandOfWord))
                .security(point.flatMap(p -> p.text("Security.ModeEnabled")).flatMap(Tr181Wlans::security))
                .channel(radio.flatMap(StandardWlans::channel))
                .clients(point.flatMap(p -> StandardWlans.clients(p, "AssociatedDeviceNumberOfEntries", stations)))
                .averageSignalDbm(Stations.averageSignal(stations))
                .radio(radio.map(Branch::path))
                .accessPoint(point.map(Branch::path));
    }

    private static Optional<Branch> below(Branch network, List<Branch> radios) {
        String layers = network.text("LowerLayers").orElse("");
        return radios.stream().filter(r -> Tr181Wan.refersTo(layers, r.path())).findFirst();
    }

    private static Optional<Branch> above(Branch network, List<Branch> points) {
        return points.stream()
                .filter(p -> Tr181Wan.refersTo(p.text("SSIDReference").orElse(""), network.path()))
                .findFirst();
    }

    /** {@code ModeEnabled}; of a mixed offer ({@code WPA-WPA2-Personal}, {@code WPA3-Personal-Transition}) the strongest counts. */
    private static Optional<Security> security(String mode) {
        String upper = mode.toUpperCase(Locale.ROOT);
        if (upper.contains("WPA3")) {
            return Optional.of(Security.WPA3);
        }
        if (upper.contains("WPA2")) {
            return Optional.of(Security.WPA2);
        }
        if (upper.startsWith("WPA")) {
            return Optional.of(Security.WPA);
        }
        if (upper.startsWith("WEP")) {
            return Optional.of(Security.WEP);
        }
        return upper.equals("NONE") ? Optional.of(Security.OPEN) : Optional.empty();
    }
}
