package com.rjchronos.spi.standard;

import com.rjchronos.model.reading.Wlan.Security;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How a vendor says what TR-098 leaves out on a Wi-Fi network, or says otherwise. Names are relative to the network. Start from
 * {@link #STANDARD} or {@link #WifiDialect(List)} and add what differs.
 *
 * @param bands parameters with the band in TR-181's words, e.g. {@code 2.4GHz}; asked before anything the band is derived from;
 *     the first that has a value counts
 * @param passwords every parameter that a firmware of the family takes the password in, as text. All are sent: GenieACS drops
 *     those a device does not have (seen of 1.2.13)
 * @param beacons the {@code BeaconType} of a protection where it is not the standard's; one of {@code WPA3}, for which the standard
 *     has none, makes that possible
 * @param advertisesHidden whether {@code SSIDAdvertisementEnabled} is inverted: true hides the name
 * @param passwordWithSsid whether a new name takes effect only with the password beside it
 * @param stations what it tells of those who are associated
 */
public record WifiDialect(
        List<String> bands,
        List<String> passwords,
        Map<Security, String> beacons,
        boolean advertisesHidden,
        boolean passwordWithSsid,
        StationDialect stations) {
    /** The two places TR-098 has for a passphrase; its {@code PreSharedKey} is a key of 64 hex digits. */
    private static final List<String> PASSPHRASES = List.of("KeyPassphrase", "PreSharedKey.1.KeyPassphrase");

    /** The standard and no more. */
    public static final WifiDialect STANDARD = new WifiDialect(List.of());

    public WifiDialect {
        bands = List.copyOf(bands);
        passwords = List.copyOf(passwords);
        beacons = Map.copyOf(beacons);
    }

    /** The standard, but for where the band is said. */
    public WifiDialect(List<String> bands) {
        this(bands, PASSPHRASES, Map.of(), false, false, StationDialect.STANDARD);
    }

    /** The same with other parameters for the password. */
    public WifiDialect passwordIn(String... names) {
        return new WifiDialect(bands, List.of(names), beacons, advertisesHidden, passwordWithSsid, stations);
    }

    /** The same with another {@code BeaconType} for a protection. */
    public WifiDialect beacon(Security security, String word) {
        Map<Security, String> more = new EnumMap<>(Security.class);
        more.putAll(beacons);
        more.put(security, word);
        return new WifiDialect(bands, passwords, more, advertisesHidden, passwordWithSsid, stations);
    }

    /** The same where true hides the name. */
    public WifiDialect invertedAdvertisement() {
        return new WifiDialect(bands, passwords, beacons, true, passwordWithSsid, stations);
    }

    /** The same where a new name needs the password sent with it. */
    public WifiDialect ssidNeedsPassword() {
        return new WifiDialect(bands, passwords, beacons, advertisesHidden, true, stations);
    }

    /** The same where stations tell more. */
    public WifiDialect stationsIn(StationDialect more) {
        return new WifiDialect(bands, passwords, beacons, advertisesHidden, passwordWithSsid, more);
    }

    /** The word for a protection: the vendor's, else the standard's, which has none for {@code WPA3} and several for {@code WEP}. */
    Optional<String> beaconOf(Security security) {
        return Optional.ofNullable(beacons.get(Objects.requireNonNull(security)))
                .or(() -> switch (security) {
                    case OPEN -> Optional.of("Basic");
                    case WPA -> Optional.of("WPA");
                    case WPA2 -> Optional.of("11i");
                    case WEP, WPA3 -> Optional.empty();
                });
    }
}
