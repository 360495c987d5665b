package com.rjchronos.port;

import com.rjchronos.model.acs.AcsCensus;
import com.rjchronos.model.acs.AcsScope;
import com.rjchronos.model.device.DeviceDocument;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The devices of ours that an ACS keeps, seen together. What reads throws as {@link AcsDevices} does. */
@ProviderType
public interface AcsFleet {

    /** Which of the ACS's devices are ours; makes no contact. */
    AcsScope scope();

    /**
     * Counts the devices in scope.
     *
     * @param informedSince by the ACS's clock
     */
    AcsCensus census(Instant informedSince);

    /**
     * Some devices in scope, whichever the ACS names first; those that cannot be read are left out.
     *
     * @param projection subtrees and parameters, without wildcards
     * @param informedSince only those that informed after this, by the ACS's clock
     * @param most 1..1000
     */
    List<DeviceDocument> sample(Set<String> projection, Instant informedSince, int most);
}
