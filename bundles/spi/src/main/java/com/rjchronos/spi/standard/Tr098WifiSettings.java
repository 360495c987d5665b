package com.rjchronos.spi.standard;

import com.rjchronos.model.intent.AcsCall.Setting;
import com.rjchronos.model.intent.WifiChange;
import com.rjchronos.model.reading.Wlan;
import com.rjchronos.model.reading.Wlan.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parameters of a Wi-Fi change in TR-098, where one {@code WLANConfiguration} holds the whole network. */
final class Tr098WifiSettings {
    private static final String PSK = "PSKAuthentication";

    private Tr098WifiSettings() {}

    static Optional<String> obstacle(Wlan network, WifiChange change, WifiDialect dialect) {
        Optional<Security> after = change.security().or(network::security);
        boolean isProtected =
                after.filter(security -> security == Security.OPEN).isEmpty();
        if (dialect.passwordWithSsid()
                && isProtected
                && change.ssid().isPresent()
                && change.password().isEmpty()) {
            return Optional.of("Its firmware takes a new SSID only with the password beside it, which must be given.");
        }
        return change.security()
                .filter(security -> dialect.beaconOf(security).isEmpty())
                .map(security -> "It is not known how its firmware spells " + security.label() + ".");
    }

    static List<Setting> of(Wlan network, WifiChange change, WifiDialect dialect) {
        String at = network.path() + ".";
        List<Setting> settings = new ArrayList<>();
        change.enabled().ifPresent(on -> settings.add(Setting.flag(at + "Enable", on)));
        change.ssid().ifPresent(ssid -> settings.add(Setting.text(at + "SSID", ssid)));
        change.hidden()
                .ifPresent(hidden -> settings.add(
                        Setting.flag(at + "SSIDAdvertisementEnabled", hidden == dialect.advertisesHidden())));
        change.security().ifPresent(security -> settings.addAll(protection(at, security, dialect)));
        change.password().ifPresent(password -> dialect.passwords()
                .forEach(name -> settings.add(Setting.secret(at + name, password))));
        change.channel().ifPresent(channel -> settings.addAll(channel(at, channel)));
        return settings;
    }

    /**
     * {@code BeaconType} and, since a beacon promises what other parameters must hold, the encryption and the authentication that
     * go with it. {@code Basic} is open only without encryption. A vendor's own WPA3 is its beacon and no more that is known.
     */
    private static List<Setting> protection(String at, Security security, WifiDialect dialect) {
        List<Setting> settings = new ArrayList<>();
        settings.add(Setting.text(at + "BeaconType", dialect.beaconOf(security).orElseThrow()));
        switch (security) {
            case OPEN -> {
                settings.add(Setting.text(at + "BasicEncryptionModes", "None"));
                settings.add(Setting.text(at + "BasicAuthenticationMode", "None"));
            }
            case WPA -> {
                settings.add(Setting.text(at + "WPAEncryptionModes", "TKIPandAESEncryption"));
                settings.add(Setting.text(at + "WPAAuthenticationMode", PSK));
            }
            case WPA2 -> {
                settings.add(Setting.text(at + "IEEE11iEncryptionModes", "AESEncryption"));
                settings.add(Setting.text(at + "IEEE11iAuthenticationMode", PSK));
            }
            case WEP, WPA3 -> {}
        }
        return settings;
    }

    static List<Setting> channel(String at, WifiChange.Channel channel) {
        List<Setting> settings = new ArrayList<>();
        settings.add(Setting.flag(at + "AutoChannelEnable", channel.number().isEmpty()));
        channel.number().ifPresent(number -> settings.add(Setting.number(at + "Channel", number)));
        return settings;
    }
}
