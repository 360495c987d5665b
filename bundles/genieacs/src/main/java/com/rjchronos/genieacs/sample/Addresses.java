package com.rjchronos.genieacs.sample;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Invented addresses for the real ones in texts. A MAC address keeps its OUI and how it is written. An IP address keeps its kind: 10/8, 172.16/12, 192.168/16
 * and 100.64/10 stay within these, others come to lie in 198.18/15 (RFC 2544) and 2001:db8::/32 (RFC 3849). What nobody owns stays: loopback, masks,
 * multicast, and the addresses that say nothing.
 */
final class Addresses {
    private static final Pattern MAC = Pattern.compile(
            "(?<![0-9A-Za-z])([0-9A-Fa-f]{2})([:-]?)([0-9A-Fa-f]{2})\\2([0-9A-Fa-f]{2})\\2([0-9A-Fa-f]{2})\\2([0-9A-Fa-f]{2})\\2([0-9A-Fa-f]{2})(?![0-9A-Za-z])");

    private static final Pattern IPV4 =
            Pattern.compile("(?<![0-9A-Za-z.])([0-9]{1,3})[.]([0-9]{1,3})[.][0-9]{1,3}[.][0-9]{1,3}(?![0-9]|[.][0-9])");
    private static final Pattern IPV6 =
            Pattern.compile("(?<![0-9A-Za-z:])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?![0-9A-Za-z:])");

    private final Map<String, Integer> numbers = new HashMap<>();

    /**
     * The text without the addresses.
     *
     * @param digits whether twelve digits without a letter are a MAC address too; else they may be a counter
     */
    String replaced(String text, boolean digits) {
        String open = each(MAC, text, real -> mac(real, digits));
        open = each(IPV4, open, this::ipv4);
        return each(IPV6, open, this::ipv6);
    }

    /** Whether the text is one address, perhaps with a port or the length of a prefix, and nothing else. */
    static boolean isOne(String text) {
        return IPV4.matcher(text).lookingAt() && text.matches("[0-9.:/]+")
                || text.contains(":") && text.matches("[0-9A-Fa-f:]+(/[0-9]+)?");
    }

    private interface Inventing {
        String of(MatchResult real);
    }

    private static String each(Pattern pattern, String text, Inventing inventing) {
        return pattern.matcher(text).replaceAll(real -> Matcher.quoteReplacement(inventing.of(real)));
    }

    private String mac(MatchResult real, boolean digits) {
        String bare = real.group().replaceAll("[:-]", "").toUpperCase(Locale.ROOT);
        boolean counter = !digits && real.group().matches("[0-9]*");
        if (counter || bare.matches("0{12}|F{12}")) {
            return real.group();
        }
        int number = number(bare);
        String between = real.group(2);
        String tail = String.join(
                between, hex(number >> 16, real.group()), hex(number >> 8, real.group()), hex(number, real.group()));
        return String.join(between, real.group(1), real.group(3), real.group(4), tail);
    }

    private static String hex(int octet, String like) {
        String hex = String.format("%02X", octet & 0xFF);
        return like.equals(like.toLowerCase(Locale.ROOT)) ? hex.toLowerCase(Locale.ROOT) : hex;
    }

    private String ipv4(MatchResult real) {
        int first = Integer.parseInt(real.group(1));
        int second = Integer.parseInt(real.group(2));
        boolean nobodys = first == 0 || first == 127 || first >= 224;
        if (nobodys) {
            return real.group();
        }
        String net = net(first, second);
        return net + low(number(real.group()), net.equals("192.168.") ? 200 : 0);
    }

    /** The last ones of a kind: the first are in use. */
    private static String net(int first, int second) {
        if (first == 10) {
            return "10.255.";
        }
        if (first == 172 && second >= 16 && second < 32) {
            return "172.31.";
        }
        if (first == 192 && second == 168) {
            return "192.168.";
        }
        return first == 100 && second >= 64 && second < 128 ? "100.127." : "198.18.";
    }

    private static String low(int number, int from) {
        return (from + (number >> 8) & 0xFF) + "." + (number & 0xFF);
    }

    private String ipv6(MatchResult real) {
        String address = real.group().toLowerCase(Locale.ROOT);
        boolean whole =
                address.contains("::") || address.chars().filter(c -> c == ':').count() == 7;
        if (!whole || address.matches("[0:]*1?")) {
            return real.group();
        }
        return (address.startsWith("fe80") ? "fe80::" : "2001:db8::") + Integer.toHexString(number(address));
    }

    private int number(String real) {
        return numbers.computeIfAbsent(real, r -> numbers.size() + 1);
    }
}
