package com.rjchronos.port;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.page.Page;
import com.rjchronos.model.page.PageRequest;
import com.rjchronos.model.sweep.Sweep;
import com.rjchronos.model.sweep.SweepId;
import com.rjchronos.model.sweep.SweepKind;
import com.rjchronos.model.sweep.SweepOutcome;
import com.rjchronos.model.sweep.SweepQuery;
import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The rows of sweeps, and how far each ACS has been read. */
@ProviderType
public interface SweepStore {

    /**
     * How far an ACS has been read.
     *
     * @param informedUntil the ACS's clock at the start of its last complete full or incremental sweep
     * @param registeredUntil the same for the look for new devices
     * @param lastComplete our clock at the end of the last complete full or incremental sweep
     */
    record Progress(
            Optional<Instant> informedUntil, Optional<Instant> registeredUntil, Optional<Instant> lastComplete) {
        /** Never swept. */
        public static final Progress NONE = new Progress(Optional.empty(), Optional.empty(), Optional.empty());
    }

    SweepId open(AcsId acs, SweepKind kind, Optional<Instant> since, String reason, Instant at);

    /** Ends a sweep; {@code progress} (only of a complete one) is stored in the same transaction. Returns its row. */
    Sweep close(SweepId id, SweepOutcome outcome, Optional<String> reason, Optional<Progress> progress, Instant at);

    /** Marks sweeps that a crash left running as interrupted. Returns how many. */
    int interruptRunning(Instant at);

    Progress progress(AcsId acs);

    Page<Sweep> page(SweepQuery query);

    /** The newest first. */
    default Page<Sweep> page(Optional<AcsId> acs, PageRequest page) {
        return page(SweepQuery.newest(acs, page));
    }
}
