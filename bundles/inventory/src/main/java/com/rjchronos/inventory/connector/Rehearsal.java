package com.rjchronos.inventory.connector;

import com.rjchronos.model.connector.Trial.Outcome;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.spi.VendorConnector;
import com.rjchronos.spi.draft.ConnectorDraft;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Version;

/**
 * The desk as it would be with one more connector, which takes the place of those of its name. Foreign code is guarded as on the desk, but nobody hears
 * of what happens here, and nobody's record suffers.
 */
public final class Rehearsal {
    private final Watchdog watchdog;
    private final ConnectorSet today;
    private final ConnectorSet then;
    private final Timed timed;
    private final InstalledConnector tried;

    private Rehearsal(Duration budget, ConnectorSet today, ConnectorSet then, Timed timed, InstalledConnector tried) {
        this.watchdog = new Watchdog(budget, SwapWitness.NOBODY);
        this.today = today;
        this.then = then;
        this.timed = timed;
        this.tried = tried;
    }

    /**
     * Of a draft among those who are here.
     *
     * @throws IllegalArgumentException if what the draft says of itself breaks a rule
     */
    public static Rehearsal of(ConnectorDraft draft, Collection<InstalledConnector> here, Duration budget) {
        Timed timed = new Timed(draft.connector());
        InstalledConnector tried = InstalledConnector.of(
                        new Provenance("draft", Version.emptyVersion, "", ""), draft.properties(), timed)
                .apart();
        ConnectorSet today = ConnectorSet.EMPTY;
        ConnectorSet then = ConnectorSet.EMPTY.with(tried);
        for (InstalledConnector each : here) {
            today = today.with(each.apart());
            then = each.name().equals(tried.name()) ? then : then.with(each.apart());
        }
        return new Rehearsal(budget, today, then, timed, tried);
    }

    /**
     * What became of a document.
     *
     * @param reading of {@code READ} alone
     * @param detail how it failed, or whom it is left to
     * @param took how long the connector thought about it
     */
    public record Act(Outcome outcome, Optional<DeviceReading> reading, Optional<String> detail, Duration took) {}

    /** The name of the connector that is tried. */
    public String name() {
        return tried.name();
    }

    public String version() {
        return tried.version().toString();
    }

    /** What sweeps would ask for. */
    public Set<String> projection() {
        return then.projection();
    }

    /** Why it is asked no more; empty if it is. */
    public Optional<String> over() {
        return tried.quarantinedBecause();
    }

    /** By those who are here today. */
    public Verdict today(DeviceDocument document, Optional<String> bound) {
        return watchdog.read(List.of(document), () -> today, id -> bound).get(0);
    }

    /** With the one that is tried among them. */
    public Act then(DeviceDocument document, Optional<String> bound) {
        long failures = tried.failures();
        timed.took = Duration.ZERO;
        Verdict verdict =
                watchdog.read(List.of(document), () -> then, id -> bound).get(0);
        if (tried.failures() != failures) {
            Optional<String> reason = over().or(() -> reason(verdict));
            return new Act(Outcome.FAILED, Optional.empty(), reason, timed.took);
        }
        if (verdict instanceof Verdict.Read read && read.connector().equals(tried.name()) && !read.stoodIn()) {
            return new Act(Outcome.READ, Optional.of(read.reading()), Optional.empty(), timed.took);
        }
        return new Act(Outcome.LEFT, Optional.empty(), reason(verdict), Duration.ZERO);
    }

    /** Why a document is not the connector's. */
    private static Optional<String> reason(Verdict verdict) {
        if (verdict instanceof Verdict.Read read) {
            return Optional.of(read.connector());
        }
        return Optional.of(
                verdict instanceof Verdict.Failed failed ? failed.reason() : ((Verdict.Unread) verdict).reason());
    }

    /** Takes the time of each reading. */
    private static final class Timed implements VendorConnector {
        private final VendorConnector connector;
        private volatile Duration took = Duration.ZERO;

        Timed(VendorConnector connector) {
            this.connector = connector;
        }

        @Override
        public DeviceReading read(DeviceDocument document) {
            long began = System.nanoTime();
            try {
                return connector.read(document);
            } finally {
                took = Duration.ofNanos(System.nanoTime() - began);
            }
        }

        @Override
        public Plan plan(DeviceReading device, DeviceIntent intent) {
            return connector.plan(device, intent);
        }
    }
}
