package com.rjchronos.spi.standard;

import com.rjchronos.model.reading.Station;
import com.rjchronos.model.reading.Wlan;
import com.rjchronos.model.reading.Wlan.Band;
import com.rjchronos.model.reading.Wlan.Security;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The Wi-Fi networks of TR-098. Bands are found from what the device says of each network: vendors number them differently. */
final class StandardWlans {
    /** The first and the second network of each radio in every numbering that is known: 1 and 5, 1 and 2, 6 and 1. */
    private static final List<String> INSTANCES = List.of("1", "2", "5", "6");

    /** The same as people read it. */
    static final String NUMBERS = String.join(", ", INSTANCES);

    private static final int MAX_CHANNEL = 233;
    private static final int MAX_SSID = 64;
    private static final int MAX_CLIENTS = 4096;
    private static final String LETTERS = "abcegnx";

    // Chained so that one line names the parameters of one instance. A whole instance would cost 40 parameters and its
    // keys.
    private static final String W = "InternetGatewayDevice.LANDevice.1.WLANConfiguration.";
    private static final String SSID = ".SSID._value," + W;
    private static final String ENABLE = ".Enable._value," + W;
    private static final String CHANNEL = ".Channel._value," + W;
    private static final String STANDARD = ".Standard._value," + W;
    private static final String BEACON = ".BeaconType._value," + W;
    private static final String BASIC = ".BasicEncryptionModes._value," + W;
    private static final String CLIENTS = ".TotalAssociations._value," + W;
    private static final String STATIONS = ".AssociatedDevice";

    /** Seven values of each instance, and its stations; no key and no passphrase is among them. */
    static final String TR098 = W + 1 + SSID + 1 + ENABLE + 1 + CHANNEL + 1 + STANDARD + 1 + BEACON + 1 + BASIC + 1
            + CLIENTS + 1 + STATIONS + "," + W + 2 + SSID + 2 + ENABLE + 2 + CHANNEL + 2 + STANDARD + 2 + BEACON + 2
            + BASIC + 2 + CLIENTS + 2 + STATIONS + "," + W + 5 + SSID + 5 + ENABLE + 5 + CHANNEL + 5 + STANDARD + 5
            + BEACON + 5 + BASIC + 5 + CLIENTS + 5 + STATIONS + "," + W + 6 + SSID + 6 + ENABLE + 6 + CHANNEL + 6
            + STANDARD + 6 + BEACON + 6 + BASIC + 6 + CLIENTS + 6 + STATIONS;

    private StandardWlans() {}

    static List<WifiNetwork> tr098(Branch root, WifiDialect dialect) {
        List<WifiNetwork> networks = new ArrayList<>();
        Branch table = root.at("LANDevice.1.WLANConfiguration");
        for (String instance : INSTANCES) {
            Branch network = table.at(instance);
            Optional<String> ssid = ssid(network);
            Optional<Boolean> enabled = network.flag("Enable");
            if (ssid.isPresent() || enabled.isPresent()) {
                List<Station> stations = Stations.tr098(network, dialect.stations());
                Wlan wlan = Wlan.of(network.path())
                        .band(band(network, dialect))
                        .ssid(ssid)
                        .enabled(enabled)
                        .security(security(network))
                        .channel(channel(network))
                        .clients(clients(network, "TotalAssociations", stations))
                        .averageSignalDbm(Stations.averageSignal(stations));
                networks.add(new WifiNetwork(wlan, stations));
            }
        }
        return networks;
    }

    static Optional<String> ssid(Branch network) {
        return network.text("SSID").filter(ssid -> ssid.length() <= MAX_SSID);
    }

    static Optional<Integer> channel(Branch radio) {
        return radio.integer("Channel", 1, MAX_CHANNEL);
    }

    /** How many there are: what the device says, else the entries that were found. */
    static Optional<Integer> clients(Branch object, String name, List<Station> found) {
        return object.integer(name, 0, MAX_CLIENTS)
                .or(() -> found.isEmpty() ? Optional.empty() : Optional.of(found.size()));
    }

    /** TR-181's word for a band, {@code 2.4GHz}. */
    static Optional<Band> bandOfWord(String word) {
        return Arrays.stream(Band.values())
                .filter(band -> band.label().equalsIgnoreCase(word))
                .findFirst();
    }

    /** The vendor's own word, else {@code Standard} where it says it clearly, else the channel in use. */
    private static Optional<Band> band(Branch network, WifiDialect dialect) {
        return dialect.bands().stream()
                .flatMap(name -> network.text(name).flatMap(StandardWlans::bandOfWord).stream())
                .findFirst()
                .or(() -> network.text("Standard").flatMap(StandardWlans::bandOfStandard))
                .or(() -> channel(network).flatMap(Band::ofChannel));
    }

    /**
     * IEEE 802.11 letters as devices list them ({@code b,g,n}, {@code a/n/ac}, {@code bgn}): b and g exist at 2.4 GHz only, an a
     * without an x after it at 5 GHz only, n and ax anywhere.
     */
    private static Optional<Band> bandOfStandard(String standard) {
        boolean low = false;
        boolean high = false;
        for (int i = 0; i < standard.length(); i++) {
            char letter = Character.toLowerCase(standard.charAt(i));
            if (Character.isLetter(letter) && LETTERS.indexOf(letter) < 0) {
                return Optional.empty(); // words such as "auto" say nothing
            }
            char next = i + 1 < standard.length() ? Character.toLowerCase(standard.charAt(i + 1)) : ' ';
            low |= letter == 'b' && next != 'e' || letter == 'g';
            high |= letter == 'a' && next != 'x';
        }
        if (low == high) {
            return Optional.empty();
        }
        return Optional.of(high ? Band.GHZ_5 : Band.GHZ_2_4);
    }

    /** {@code Basic} is open or WEP, which only its encryption tells; of a mixed offer the strongest counts. */
    private static Optional<Security> security(Branch network) {
        String beacon = network.text("BeaconType").orElse("").toUpperCase(Locale.ROOT);
        if (beacon.contains("WPA3")) {
            return Optional.of(Security.WPA3);
        }
        if (beacon.contains("11I") || beacon.contains("WPA2")) {
            return Optional.of(Security.WPA2);
        }
        if (beacon.contains("WPA")) {
            return Optional.of(Security.WPA);
        }
        return switch (beacon) {
            case "NONE" -> Optional.of(Security.OPEN);
            case "BASIC" -> network.text("BasicEncryptionModes").flatMap(StandardWlans::basic);
            default -> Optional.empty();
        };
    }

    private static Optional<Security> basic(String encryption) {
        return switch (encryption.toUpperCase(Locale.ROOT)) {
            case "NONE" -> Optional.of(Security.OPEN);
            case "WEPENCRYPTION" -> Optional.of(Security.WEP);
            default -> Optional.empty();
        };
    }
}
