package com.rjchronos.api;

import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.connector.Sample;
import com.rjchronos.model.connector.UnmatchedGroup;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.page.Page;
import com.rjchronos.model.page.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/** What whoever writes a connector needs to see of devices. */
@ProviderType
public interface Samples {

    /**
     * A device's whole document as its ACS keeps it now, masked; the device itself is not asked. Needs {@code connectors:manage}.
     *
     * @throws com.rjchronos.model.problem.ProblemException {@code NOT_FOUND} for a device that we, or its ACS, do not know;
     *     {@code UNAVAILABLE} while the ACS does not answer
     */
    Sample capture(Caller caller, DeviceId id);

    /**
     * Devices for which there is no connector but a fallback, alike ones together, the most first. Needs {@code connectors:read}. Of the first
     * twenty of a window it says which vendor objects they have; what was seen is remembered for ten minutes.
     */
    Page<UnmatchedGroup> unmatched(Caller caller, PageRequest window);
}
