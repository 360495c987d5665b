package com.rjchronos.inventory.connector;

import com.rjchronos.inventory.connector.Swap.Subject;
import com.rjchronos.spi.VendorConnector;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.osgi.framework.Version;

/** A connector that is here, and how it behaved since it came. */
public final class InstalledConnector {
    private final String name;
    private final Provenance provenance;
    private final Claims claims;
    private final List<String> reads;
    private final VendorConnector connector;
    private final AtomicLong failures = new AtomicLong();
    private final AtomicInteger inARow = new AtomicInteger();
    private final AtomicLong behind = new AtomicLong();
    private volatile boolean gone;
    private volatile String firstFailure;
    private volatile String quarantinedBecause;
    private volatile boolean onTrial;

    private InstalledConnector(
            String name, Provenance provenance, Claims claims, List<String> reads, VendorConnector connector) {
        this.name = name;
        this.provenance = provenance;
        this.claims = claims;
        this.reads = reads;
        this.connector = connector;
    }

    /**
     * A connector as its service properties describe it.
     *
     * @param provenance of its bundle; the version that the service says of itself ({@code chronos.version}) comes before the bundle's
     * @throws IllegalArgumentException if they break a rule
     */
    static InstalledConnector of(Provenance provenance, Map<String, Object> properties, VendorConnector connector) {
        return new InstalledConnector(
                nameOf(provenance, properties),
                provenance.as(properties),
                Claims.of(properties),
                paths(Claims.texts(properties.get("chronos.reads"))),
                connector);
    }

    /** The same, quarantined as it is, with a record of its own from now on: what it does there is not held against this one. */
    InstalledConnector apart() {
        InstalledConnector apart = new InstalledConnector(name, provenance, claims, reads, connector);
        apart.quarantinedBecause = quarantinedBecause;
        apart.onTrial = true;
        return apart;
    }

    static String nameOf(Provenance provenance, Map<String, Object> properties) {
        Object named = properties.get("chronos.connector");
        return named == null ? provenance.lastPart() : named.toString();
    }

    Subject subject() {
        return provenance.subject(name);
    }

    public String name() {
        return name;
    }

    String bundle() {
        return provenance.bundle();
    }

    Version version() {
        return provenance.version();
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

    /** The paths it wants of a document, without trailing dots: what it reads, and what it decides by. */
    Stream<String> asks() {
        return Stream.concat(reads.stream(), claims.objects().stream())
                .map(p -> p.replaceAll("[.]+$", ""))
                .filter(p -> !p.isEmpty());
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

    /** Counts a document it could not read or an intent it could not plan; true for the first. */
    boolean failed(String reason) {
        boolean first = failures.getAndIncrement() == 0;
        if (first) {
            firstFailure = reason;
        }
        return first;
    }

    /** It could not read a document; how many now since the last that it could. */
    int missed() {
        return inARow.incrementAndGet();
    }

    /**
     * It thought about a document.
     *
     * @param took how much longer than it is given on the average, in ns; less is negative
     * @return by how much it is behind now, never less than nothing
     */
    long thought(long took) {
        return behind.accumulateAndGet(took, (before, more) -> Math.max(0, before + more));
    }

    /** It read a document. */
    void succeeded() {
        if (inARow.get() != 0) {
            inARow.set(0);
        }
    }

    /** Documents it could not read since the last that it could. */
    int failuresInARow() {
        return inARow.get();
    }

    /** Its bundle took it away: what it fails at from now on is not its fault. */
    void leave() {
        gone = true;
    }

    boolean gone() {
        return gone;
    }

    /** Asks it no more; true if it was not quarantined before. */
    synchronized boolean quarantine(String reason) {
        boolean first = quarantinedBecause == null;
        failures.incrementAndGet();
        quarantinedBecause = reason;
        return first;
    }

    /** Asks it again; false if it was not quarantined. */
    synchronized boolean release() {
        boolean was = quarantinedBecause != null;
        inARow.set(0);
        behind.set(0);
        quarantinedBecause = null;
        return was;
    }

    boolean quarantined() {
        return quarantinedBecause != null;
    }

    Optional<String> quarantinedBecause() {
        return Optional.ofNullable(quarantinedBecause);
    }

    @Override
    public String toString() {
        return name + " " + version() + (onTrial ? " on trial" : "");
    }
}
