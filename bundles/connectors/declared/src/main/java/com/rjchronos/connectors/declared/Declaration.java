package com.rjchronos.connectors.declared;

import com.rjchronos.spi.VendorConnector;
import com.rjchronos.spi.standard.StandardReading;
import java.util.Hashtable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one file says: a connector, and what it says of itself.
 *
 * @param speaks its claims as service properties
 * @param reads the paths it uses, found out from the file
 */
record Declaration(
        String name, String version, Map<String, List<String>> speaks, Set<String> reads, VendorConnector connector) {
    private static final Set<String> KEYS =
            Set.of("name", "version", "speaks", "start", "pon_serial", "optical", "wan", "wifi");
    private static final Predicate<String> NAME =
            Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}").asMatchPredicate();
    private static final Predicate<String> VERSION = Pattern.compile(
                    "[0-9]{1,9}([.][0-9]{1,9}([.][0-9]{1,9}([.][A-Za-z0-9_-]{1,40})?)?)?")
            .asMatchPredicate();

    Declaration {
        speaks = Map.copyOf(speaks);
        reads = Set.copyOf(reads);
    }

    /**
     * Reads the text of a file.
     *
     * @param free whether a name is nobody else's
     * @throws FileRefusedException at the first line that breaks a rule
     */
    static Declaration of(String yaml, Predicate<String> free) {
        Entry file = Entry.document(yaml);
        Map<String, Entry> fields = file.fields(KEYS);
        Entry named = required(file, fields, "name");
        String name = named.text(NAME, "must match [a-z0-9][a-z0-9_-]{0,39}");
        named.text(free, "must be no name of another file's connector");
        String version = required(file, fields, "version").text(VERSION, "must be a version, e.g. 1.0.0");
        Map<String, List<String>> speaks = DeclaredClaims.of(required(file, fields, "speaks"));
        part(fields, "start")
                .ifPresent(
                        start -> start.text("standard"::equals, "must be standard: the Broadband Forum's data models"));
        DeclaredSerials serials =
                part(fields, "pon_serial").map(DeclaredSerials::of).orElse(DeclaredSerials.NONE);
        DeclaredOptics optics = part(fields, "optical").map(DeclaredOptics::of).orElse(DeclaredOptics.NONE);
        Dialects dialects = Dialects.of(part(fields, "wan"), part(fields, "wifi"));
        Set<String> reads = new LinkedHashSet<>(List.of(StandardReading.READS.split(",")));
        Stream.of(serials.reads(), optics.reads(), dialects.reads()).forEach(reads::addAll);
        return new Declaration(name, version, speaks, reads, new DeclaredConnector(dialects, serials, optics));
    }

    /** What the appliance knows of the connector without asking it. */
    Hashtable<String, Object> properties() {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put("chronos.connector", name);
        properties.put("chronos.version", version);
        properties.put("chronos.reads", reads.toArray(String[]::new));
        speaks.forEach((claim, texts) -> properties.put(claim, texts.toArray(String[]::new)));
        return properties;
    }

    @Override
    public String toString() {
        return name + " " + version;
    }

    private static Optional<Entry> part(Map<String, Entry> fields, String key) {
        return Optional.ofNullable(fields.get(key));
    }

    private static Entry required(Entry file, Map<String, Entry> fields, String key) {
        return part(fields, key).orElseThrow(() -> file.refused("must have " + key));
    }
}
