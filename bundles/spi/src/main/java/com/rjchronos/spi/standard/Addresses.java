package com.rjchronos.spi.standard;

import java.util.Locale;
import java.util.Optional;

/** Addresses as devices report them, in one spelling; what is none, or none yet, is empty. */
public final class Addresses {
    private static final int MAC_DIGITS = 12;

    private Addresses() {}

    /** {@code AA:BB:CC:DD:EE:FF} from any spelling with twelve hex digits; never all zeros or a group address. */
    public static Optional<String> mac(String text) {
        if (text.length() > 24) {
            return Optional.empty();
        }
        StringBuilder mac = new StringBuilder(17);
        int digits = 0;
        for (char c : text.toUpperCase(Locale.ROOT).toCharArray()) {
            if (Character.digit(c, 16) >= 0 && c < 128) {
                if (digits > 0 && digits % 2 == 0) {
                    mac.append(':');
                }
                mac.append(c);
                digits++;
            } else if (c != ':' && c != '-' && c != '.') {
                return Optional.empty();
            }
        }
        return digits == MAC_DIGITS && isOfOneStation(mac) ? Optional.of(mac.toString()) : Optional.empty();
    }

    /** A dotted IPv4 address; {@code 0.0.0.0} is what a device reports that has none. */
    public static Optional<String> ipv4(String text) {
        int value = 0;
        int digits = 0;
        int parts = 1;
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' && digits < 3) {
                value = value * 10 + (c - '0');
                digits++;
            } else if (c == '.' && digits > 0 && parts < 4) {
                parts++;
                digits = 0;
                value = 0;
            } else {
                return Optional.empty();
            }
            bits |= value;
            if (value > 255) {
                return Optional.empty();
            }
        }
        return parts == 4 && digits > 0 && bits != 0 ? Optional.of(text) : Optional.empty();
    }

    /** An IPv6 address in lower case, global (2000::/3) or unique local (fc00::/7): others are no connection's own. */
    public static Optional<String> ipv6(String text) {
        return isIpv6(text) && isRouted(text) ? Optional.of(text.toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** As {@link #ipv6}, with a length from 1 to 128 behind it: {@code 2001:db8:12:ab00::/56}. */
    public static Optional<String> ipv6Prefix(String text) {
        int slash = text.indexOf('/');
        boolean length = slash > 0 && text.substring(slash + 1).matches("[1-9][0-9]?|1[01][0-9]|12[0-8]");
        return length
                ? ipv6(text.substring(0, slash)).map(address -> address + text.substring(slash))
                : Optional.empty();
    }

    /** Eight groups of one to four hex digits, or fewer with one gap. */
    private static boolean isIpv6(String text) {
        int groups = 0;
        int digits = 0;
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':') {
                boolean doubled = text.startsWith("::", i);
                if (doubled && gap || !doubled && (digits == 0 || i == text.length() - 1)) {
                    return false;
                }
                gap |= doubled;
                i += doubled ? 1 : 0;
                digits = 0;
            } else {
                groups += digits == 0 ? 1 : 0;
                digits++;
                if (c >= 128 || Character.digit(c, 16) < 0 || digits > 4 || groups > 8) {
                    return false;
                }
            }
        }
        return gap ? groups < 8 : groups == 8;
    }

    private static boolean isRouted(String ipv6) {
        int first = ipv6.startsWith(":") ? 0 : Integer.parseInt(ipv6, 0, ipv6.indexOf(':'), 16);
        return first >> 13 == 1 || first >> 9 == 0xFC00 >> 9;
    }

    /** Whether an IPv4 address is one of RFC 1918's, as customers' networks use them. */
    static boolean isPrivate(String ipv4) {
        if (ipv4.startsWith("172.")) {
            int second = Integer.parseInt(ipv4, 4, ipv4.indexOf('.', 4), 10);
            return second >= 16 && second <= 31;
        }
        return ipv4.startsWith("10.") || ipv4.startsWith("192.168.");
    }

    private static boolean isOfOneStation(CharSequence mac) {
        boolean group = (Character.digit(mac.charAt(1), 16) & 1) == 1;
        return !group && !mac.toString().equals("00:00:00:00:00:00");
    }
}
