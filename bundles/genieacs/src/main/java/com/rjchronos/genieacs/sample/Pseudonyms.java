package com.rjchronos.genieacs.sample;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Invented names for the real ones of one document: the same for the same, wherever it stands. All are learned before any is replaced. */
final class Pseudonyms {
    /** Shorter names are replaced where they are the whole value, not within others; likewise secrets, which are words more often. */
    private static final int TELLING = 6;

    private static final int TELLING_SECRET = 8;
    private static final int KEPT = 4;
    /** Four letters of a PON serial in hex digits, and eight more: {@code 4857544382450006}. */
    private static final Pattern HEX_SERIAL = Pattern.compile("(?:4[1-9A-Fa-f]|5[0-9Aa]){4}[0-9A-Fa-f]{8}");

    /** As G.984.3 shows one. */
    private static final Pattern PON_SERIAL =
            Pattern.compile("(?<![0-9A-Za-z])[A-Z]{4}(?=[0-9A-F]*[0-9])[0-9A-F]{8}(?![0-9A-Za-z])");

    /** Of the data models: its numbers are no address. */
    private static final Pattern PATH = Pattern.compile("(?:InternetGatewayDevice|Device)(?:[.][A-Za-z0-9_-]+)*[.]?");

    /** What many parameters say is nobody's secret, also where one says it whose name sounds like a secret. */
    private static final Pattern WORDS = Pattern.compile(
            "(?i)enabled|disabled|connected|disconnected|unconfigured|automatic|unknown|internal|external|supported|complete|subscriber|internet");

    private static final Pattern URL = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{0,20})://\\S*");
    private static final Pattern MAIL = Pattern.compile("(?<![^\\s@<>\"])[^\\s@<>\"]++@[^\\s@<>\"]+");

    private final Addresses addresses = new Addresses();
    private final Map<String, Integer> tails = new HashMap<>();
    private final Map<String, String> wholes = new HashMap<>();
    private final Set<String> secrets = new HashSet<>();
    /** By the real one in capitals. */
    private final Map<String, String> within = new HashMap<>();

    private Pattern any;

    /** The first four characters stay, or the eight hex digits that stand for them; so does the kind of every other. */
    void serial(String real) {
        if (real.isBlank() || wholes.containsKey(real)) {
            return;
        }
        int kept = HEX_SERIAL.matcher(real).matches() ? 2 * KEPT : real.length() > KEPT ? KEPT : 0;
        String tail = real.substring(kept);
        int number = tails.computeIfAbsent(tail.toUpperCase(Locale.ROOT), t -> tails.size() + 1);
        String invented = shaped(tail, number);
        if (invented.equalsIgnoreCase(tail)) {
            invented = shaped(tail, number + 500);
        }
        learn(real, real.substring(0, kept) + invented);
        if (tail.length() >= TELLING) {
            within.putIfAbsent(tail.toUpperCase(Locale.ROOT), invented);
        }
    }

    void network(String real) {
        name("ssid-", real);
    }

    void user(String real) {
        name("user-", real);
    }

    /** An address stays one, and a URL too. */
    void host(String real) {
        if (!real.contains("://") && !Addresses.isOne(real) && !isPath(real)) {
            name("host-", real);
        }
    }

    /** Those of other devices, wherever they stand. */
    void ponSerials(String text) {
        PON_SERIAL.matcher(text).results().forEach(found -> serial(found.group()));
    }

    /** What is emptied where it belongs must not stand elsewhere either. */
    void secret(String real) {
        if (real.length() >= TELLING) {
            secrets.add(real);
        }
        if (real.length() >= TELLING_SECRET && !isWord(real) && !isPath(real)) {
            within.putIfAbsent(real.toUpperCase(Locale.ROOT), "");
        }
    }

    private void name(String kind, String real) {
        if (!real.isBlank() && !wholes.containsKey(real)) {
            learn(real, kind + (wholes.size() + 1));
        }
    }

    private void learn(String real, String invented) {
        wholes.put(real, invented);
        if (real.length() >= TELLING && !isWord(real)) {
            within.put(real.toUpperCase(Locale.ROOT), invented);
            within.putIfAbsent(escaped(real).toUpperCase(Locale.ROOT), escaped(invented));
        }
    }

    /** A text without what it gave away; a path of the data model stays. */
    String of(String text, Secrecy secrecy) {
        boolean named = secrecy != Secrecy.MAC && secrecy != Secrecy.VERSION && secrecy != Secrecy.OPEN;
        if (wholes.containsKey(text)
                && (named || text.length() > KEPT && !isWord(text))) { // a serial of "1" is a number elsewhere
            return wholes.get(text);
        }
        if (secrets.contains(text) && !isWord(text) && !isPath(text)) {
            return "";
        }
        if (isPath(text)) {
            return renamed(text);
        }
        String open = URL.matcher(text).replaceAll("$1://host.invalid/");
        open = MAIL.matcher(renamed(open)).replaceAll("");
        return secrecy == Secrecy.VERSION ? open : addresses.replaced(open, secrecy == Secrecy.MAC);
    }

    private static boolean isWord(String text) {
        return WORDS.matcher(text).matches();
    }

    private static boolean isPath(String text) {
        return PATH.matcher(text).matches();
    }

    private String renamed(String text) {
        if (within.isEmpty()) {
            return text;
        }
        if (any == null) {
            // the longest first, or a part of it is replaced and the rest stays
            any = Pattern.compile(
                    within.keySet().stream()
                            .sorted(Comparator.comparingInt(String::length).reversed())
                            .map(Pattern::quote)
                            .collect(Collectors.joining("|")),
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        }
        return any.matcher(text)
                .replaceAll(real -> Matcher.quoteReplacement(
                        within.getOrDefault(real.group().toUpperCase(Locale.ROOT), "")));
    }

    /** The number, from the right, in the digits of a text; letters become A. What is neither stays. */
    private static String shaped(String text, int number) {
        StringBuilder shaped = new StringBuilder(text);
        int rest = number;
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                shaped.setCharAt(i, (char) ('0' + rest % 10));
                rest /= 10;
            } else if (Character.isLetter(c)) {
                shaped.setCharAt(i, Character.isLowerCase(c) ? 'a' : 'A');
            }
        }
        return shaped.toString();
    }

    /** As GenieACS writes the parts of an {@code _id}: every byte but letters, digits and {@code _} as {@code %XX}. */
    static String escaped(String part) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : part.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > 0 && (Character.isLetterOrDigit(b) || b == '_');
            escaped.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b & 0xFF));
        }
        return escaped.toString();
    }
}
