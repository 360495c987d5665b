package com.rjchronos.inventory.connector;

import com.rjchronos.spi.VendorConnector;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.framework.Version;

/** A connector that is here, and how it behaved since it came. */
public final class InstalledConnector {
    private final String name;
    private final String bundle;
    private final Version version;
    private final Claims claims;
    private final List<String> reads;
    private final VendorConnector connector;
    private final AtomicLong failures = new AtomicLong();
    private volatile String firstFailure;
    private volatile String quarantinedBecause;

    private InstalledConnector(
            String bundle, Version version, Map<String, Object> properties, VendorConnector connector) {
        Object named = properties.get("chronos.connector");
        this.name = named == null ? bundle.substring(bundle.lastIndexOf('.') + 1) : named.toString();
        this.bundle = bundle;
        Object versioned = properties.get("chronos.version");
        this.version = versioned == null ? version : Version.parseVersion(versioned.toString());
        this.claims = Claims.of(properties);
        this.reads = paths(Claims.texts(properties.get("chronos.reads")));
        this.connector = connector;
    }

    /**
     * A connector as its service properties describe it.
     *
     * @param version its bundle's; {@code chronos.version}, where one bundle brings several connectors, comes before it
     * @throws IllegalArgumentException if they break a rule
     */
    static InstalledConnector of(
            String bundle, Version version, Map<String, Object> properties, VendorConnector connector) {
        return new InstalledConnector(bundle, version, properties, connector);
    }

    public String name() {
        return name;
    }

    String bundle() {
        return bundle;
    }

    Version version() {
        return version;
    }

    public Claims claims() {
        return claims;
    }

    /** Whether it serves devices that nobody speaks for. */
    public boolean fallback() {
        return claims.fallback();
    }

    /** One text may hold several paths with commas between: annotations cannot compose arrays. */
    private static List<String> paths(List<String> texts) {
        return texts.stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .distinct()
                .map(path -> Claims.path("reads", path))
                .toList();
    }

    List<String> reads() {
        return reads;
    }

    VendorConnector connector() {
        return connector;
    }

    long failures() {
        return failures.get();
    }

    Optional<String> firstFailure() {
        return Optional.ofNullable(firstFailure);
    }

    /** Counts a document it could not read; true for the first. */
    boolean failed(String reason) {
        boolean first = failures.getAndIncrement() == 0;
        if (first) {
            firstFailure = reason;
        }
        return first;
    }

    /** Asks it no more; true if it was not quarantined before. */
    boolean quarantine(String reason) {
        boolean first = quarantinedBecause == null;
        failures.incrementAndGet();
        quarantinedBecause = reason;
        return first;
    }

    boolean quarantined() {
        return quarantinedBecause != null;
    }

    Optional<String> quarantinedBecause() {
        return Optional.ofNullable(quarantinedBecause);
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
