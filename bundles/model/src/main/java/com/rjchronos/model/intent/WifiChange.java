package com.rjchronos.model.intent;

import com.rjchronos.model.reading.Wlan.Band;
import com.rjchronos.model.reading.Wlan.Security;
import com.rjchronos.model.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What somebody wants of one Wi-Fi network; what is empty stays as it is.
 *
 * @param band which network: the first of this band that the device offers
 * @param ssid its name, 1 to 32 bytes of UTF-8
 * @param password 8 to 63 printable ASCII characters (WPA's rule)
 * @param security how it is protected
 * @param channel which channel
 * @param enabled whether it is on
 * @param hidden whether its name is kept from beacons
 */
public record WifiChange(
        Band band,
        Optional<String> ssid,
        Optional<Secret> password,
        Optional<Security> security,
        Optional<Channel> channel,
        Optional<Boolean> enabled,
        Optional<Boolean> hidden) {
    private static final int MAX_SSID_BYTES = 32;
    private static final int MIN_PASSWORD = 8;
    private static final int MAX_PASSWORD = 63;

    public WifiChange {
        ssid.ifPresent(WifiChange::requireSsid);
        password.ifPresent(WifiChange::requirePassword);
        if (ssid.isEmpty()
                && password.isEmpty()
                && security.isEmpty()
                && channel.isEmpty()
                && enabled.isEmpty()
                && hidden.isEmpty()) {
            throw new IllegalArgumentException("a Wi-Fi change must change something");
        }
        if (password.isPresent() && security.filter(s -> s == Security.OPEN).isPresent()) {
            throw new IllegalArgumentException("an open network has no password");
        }
    }

    /**
     * A channel, or the device's own choice.
     *
     * @param number 1..233; empty: automatic
     */
    public record Channel(Optional<Integer> number) {
        /** The device chooses. */
        public static final Channel AUTO = new Channel(Optional.empty());

        public Channel {
            number.ifPresent(n -> {
                if (n < 1 || n > 233) {
                    throw new IllegalArgumentException("a channel is 1..233 but was " + n);
                }
            });
        }

        public static Channel of(int number) {
            return new Channel(Optional.of(number));
        }
    }

    /** The same change of a network of another band. */
    public WifiChange of(Band other) {
        return new WifiChange(other, ssid, password, security, channel, enabled, hidden);
    }

    private static void requireSsid(String ssid) {
        int bytes = ssid.getBytes(StandardCharsets.UTF_8).length;
        if (ssid.isBlank()
                || bytes > MAX_SSID_BYTES
                || ssid.codePoints().anyMatch(Character::isISOControl)
                || !XmlText.carries(ssid)) {
            throw new IllegalArgumentException("an SSID has 1 to 32 bytes of UTF-8 and no control characters");
        }
    }

    private static void requirePassword(Secret password) {
        String text = password.reveal();
        boolean printable = text.chars().allMatch(c -> c >= ' ' && c <= '~');
        if (!printable || text.length() < MIN_PASSWORD || text.length() > MAX_PASSWORD) {
            throw new IllegalArgumentException("a Wi-Fi password has 8 to 63 printable ASCII characters");
        }
    }
}
