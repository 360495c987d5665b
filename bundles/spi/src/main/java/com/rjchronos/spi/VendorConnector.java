package com.rjchronos.spi;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.reading.DeviceReading;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One vendor's dialect, as pure functions: no I/O, threads, state; the same input gives the same answer. That is what makes
 * hot-swap safe: a call in flight ends on the old object, the next one asks the new.
 *
 * <p>Register it as a Declarative Services component with {@link SpeaksFor} and {@link Reads}.
 */
@ConsumerType
public interface VendorConnector {

    /**
     * Reads a document that holds what {@link Reads} asked for and perhaps more. Never null, never throws for a missing or
     * malformed parameter, never invents a value; identity and times are the document's own.
     */
    DeviceReading read(DeviceDocument document);

    /**
     * Plans the calls for an intent, each targeting this device, or says why there are none.
     *
     * @param device what is known of it, as {@link #read} made it; its networks and connections name the objects they were read from
     */
    default Plan plan(DeviceReading device, DeviceIntent intent) {
        return Plan.unsupported(intent);
    }
}
