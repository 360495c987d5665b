package com.rjchronos.inventory.connector;

import com.rjchronos.model.reading.DeviceReading;

/** What the desk made of one document. */
public sealed interface Verdict {

    /**
     * It was read.
     *
     * @param connector whose device it is
     * @param stoodIn whether the fallback read it for a connector that is quarantined
     */
    record Read(DeviceReading reading, String connector, boolean stoodIn) implements Verdict {}

    /** Nobody is here who could read it. */
    record Unread(String reason) implements Verdict {}

    /** Somebody is, but failed. */
    record Failed(String reason) implements Verdict {}
}
