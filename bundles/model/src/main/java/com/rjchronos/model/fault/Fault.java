package com.rjchronos.model.fault;

import com.rjchronos.model.acs.AcsFault;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.device.DeviceId;
import java.time.Instant;
import java.util.Optional;

/**
 * A fault that an ACS holds, or held. One that ends and comes back, or becomes another, is a new one.
 *
 * @param device the device; empty while no sweep has brought it
 * @param said what the ACS says of it, as it was listed last
 * @param firstSeen our clock when it was listed first
 * @param lastSeen our clock when it was listed last
 * @param goneAt our clock when a complete listing was without it; empty while it is there
 */
public record Fault(
        FaultId id,
        AcsId acs,
        Optional<DeviceId> device,
        AcsFault said,
        Instant firstSeen,
        Instant lastSeen,
        Optional<Instant> goneAt) {

    /** Parameters of one fault that are kept at most. */
    public static final int MAX_REFUSED = 20;
}
