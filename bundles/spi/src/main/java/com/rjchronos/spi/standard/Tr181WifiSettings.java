package com.rjchronos.spi.standard;

import com.rjchronos.model.intent.AcsCall.Setting;
import com.rjchronos.model.intent.WifiChange;
import com.rjchronos.model.reading.Wlan;
import com.rjchronos.model.reading.Wlan.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parameters of a Wi-Fi change in TR-181, where three objects make a network: the SSID, the access point that refers to it and
 * the radio it refers to. Each is the one that was read, by its own path.
 */
final class Tr181WifiSettings {
    private Tr181WifiSettings() {}

    static Optional<String> obstacle(Wlan network, WifiChange change) {
        boolean ofPoint = change.password().isPresent()
                || change.security().isPresent()
                || change.hidden().isPresent();
        if (ofPoint && network.accessPoint().isEmpty()) {
            return Optional.of("No access point is known that refers to " + network.path() + ".");
        }
        return change.channel().isPresent() && network.radio().isEmpty()
                ? Optional.of("No radio is known that " + network.path() + " refers to.")
                : Optional.empty();
    }

    static List<Setting> of(Wlan network, WifiChange change) {
        String at = network.path() + ".";
        List<Setting> settings = new ArrayList<>();
        change.enabled().ifPresent(on -> settings.add(Setting.flag(at + "Enable", on)));
        change.ssid().ifPresent(ssid -> settings.add(Setting.text(at + "SSID", ssid)));
        network.accessPoint().ifPresent(point -> settings.addAll(ofPoint(point + ".", change)));
        network.radio().ifPresent(radio -> change.channel()
                .ifPresent(channel -> settings.addAll(Tr098WifiSettings.channel(radio + ".", channel))));
        return settings;
    }

    /** A network is on only if its access point is too. */
    private static List<Setting> ofPoint(String at, WifiChange change) {
        List<Setting> settings = new ArrayList<>();
        change.enabled().ifPresent(on -> settings.add(Setting.flag(at + "Enable", on)));
        change.hidden().ifPresent(hidden -> settings.add(Setting.flag(at + "SSIDAdvertisementEnabled", !hidden)));
        change.security()
                .ifPresent(security -> settings.add(Setting.text(at + "Security.ModeEnabled", mode(security))));
        change.password().ifPresent(password -> settings.add(Setting.secret(at + "Security.KeyPassphrase", password)));
        return settings;
    }

    private static String mode(Security security) {
        return switch (security) {
            case OPEN -> "None";
            case WEP -> "WEP-128";
            case WPA -> "WPA-Personal";
            case WPA2 -> "WPA2-Personal";
            case WPA3 -> "WPA3-Personal";
        };
    }
}
