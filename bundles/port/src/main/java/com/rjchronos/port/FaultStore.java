package com.rjchronos.port;

import com.rjchronos.model.acs.AcsFault;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.fault.Fault;
import com.rjchronos.model.fault.FaultQuery;
import com.rjchronos.model.page.Page;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The faults that ACSs hold and held. Those that come and go get into the change log, as {@code fault}, {@code came} and {@code gone}. */
@ProviderType
public interface FaultStore {

    /**
     * Some of the faults of one listing; each device and channel at most once.
     *
     * @param at our clock when the listing began: it tells one listing from another
     * @param knownOnly whether faults of devices that are not stored are left out
     */
    record Handful(AcsId acs, Instant at, boolean knownOnly, List<AcsFault> faults) {
        public Handful {
            faults = List.copyOf(faults);
        }
    }

    /**
     * What became of a handful.
     *
     * @param kept how many were not left out
     * @param came those of them that were not there before
     */
    record Kept(int kept, int came) {}

    /** Keeps what was listed. One that has another code than before at its place is a new one, and the one before is gone. */
    Kept keep(Handful handful);

    /** Ends a complete listing: what it was without, and no later one held, is gone. Returns how many are. */
    int gone(AcsId acs, Instant at);

    Page<Fault> page(FaultQuery query);
}
