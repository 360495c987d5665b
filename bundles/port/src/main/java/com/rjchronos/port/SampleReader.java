package com.rjchronos.port;

import com.rjchronos.model.device.DeviceDocument;
import org.osgi.annotation.versioning.ProviderType;

/** Reads documents that were captured, as those that an ACS sends; needs no ACS. */
@ProviderType
public interface SampleReader {

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is none; the message says why
     */
    DeviceDocument read(String json);
}
