package com.rjchronos.port;

import com.rjchronos.model.acs.CommandOutcome;
import com.rjchronos.model.acs.PingReport;
import com.rjchronos.model.device.DeviceDocument;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The devices as an ACS keeps them, one at a time. What reads throws {@link com.rjchronos.model.problem.ProblemException}: unavailable, if the ACS does
 * not answer; invalid, for an impossible id.
 */
@ProviderType
public interface AcsDevices {

    /**
     * What the ACS knows of a device now; it is not asked itself.
     *
     * @param projection subtrees and parameters, without wildcards; empty for its metadata alone
     */
    Optional<DeviceDocument> document(String genieacsId, Set<String> projection);

    /**
     * The whole document as JSON that may be shown: passwords, which the ACS keeps in clear text, are empty, and what identifies a subscriber is
     * invented. An unavailable problem for a document of more than 16 MiB.
     */
    Optional<String> capture(String genieacsId);

    /** Sets a tag; it stays one if it was there. */
    CommandOutcome tag(String genieacsId, String tag);

    /** Takes a tag away; {@code Done} also if there was none. */
    CommandOutcome untag(String genieacsId, String tag);

    /**
     * Lets the ACS forget a device with its tasks and faults. It registers anew when it informs, with the few parameters that the ACS reads by
     * itself. {@code Done} also if the ACS never knew it.
     */
    CommandOutcome delete(String genieacsId);

    /** Pings a host from the ACS's machine. */
    PingReport ping(String host);
}
