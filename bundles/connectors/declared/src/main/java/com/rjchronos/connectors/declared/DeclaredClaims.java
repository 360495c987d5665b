package com.rjchronos.connectors.declared;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** The part {@code speaks} of a file: the claims of {@code SpeaksFor}, as the service properties they become. */
final class DeclaredClaims {
    private static final String PREFIX = "chronos.speaks.";

    /** A key of a file, the claim it makes, and the rule for each of its texts. */
    private enum Claim {
        MANUFACTURER("manufacturer", DeclaredClaims::isExpression, "must be a regular expression"),
        OUI("oui", text -> text.matches("[0-9A-Fa-f]{6}"), "must be six hex digits"),
        PRODUCT_CLASS("productClass", DeclaredClaims::isExpression, "must be a regular expression"),
        SERIAL_PREFIX(
                "serialPrefix",
                text -> text.matches("[A-Za-z0-9]{2,32}"),
                "must be the beginning of a serial, 2 to 32 letters and digits"),
        HAS_OBJECT("hasObject", Paths.ABSOLUTE, Paths.ABSOLUTE_RULE),
        MODEL("model", DeclaredClaims::isExpression, "must be a regular expression"),
        EXCEPT_MANUFACTURER("exceptManufacturer", DeclaredClaims::isExpression, "must be a regular expression");

        private final String property;
        private final Predicate<String> rule;
        private final String sentence;

        Claim(String property, Predicate<String> rule, String sentence) {
            this.property = property;
            this.rule = rule;
            this.sentence = sentence;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** It narrows the others and is none of itself. */
        boolean narrows() {
            return this == MODEL || this == EXCEPT_MANUFACTURER;
        }
    }

    private static final Set<String> KEYS =
            Arrays.stream(Claim.values()).map(Claim::key).collect(Collectors.toSet());

    private DeclaredClaims() {}

    /** The claims as service properties. */
    static Map<String, List<String>> of(Entry speaks) {
        Map<String, List<String>> properties = new LinkedHashMap<>();
        boolean claims = false;
        Map<String, Entry> fields = speaks.fields(KEYS);
        for (Claim claim : Claim.values()) {
            Entry entry = fields.get(claim.key());
            if (entry != null) {
                properties.put(PREFIX + claim.property, entry.texts(claim.rule, claim.sentence));
                claims |= !claim.narrows();
            }
        }
        if (!claims) {
            throw speaks.refused("must claim a manufacturer, oui, product_class, serial_prefix or has_object: "
                    + "a file is no fallback for devices that nobody speaks for");
        }
        return properties;
    }

    private static boolean isExpression(String text) {
        try {
            Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
