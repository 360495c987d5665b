package com.rjchronos.api;

import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.intent.Capability;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.Plan;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What would have to be said to a device to carry out an intent. It says nothing to the device. */
@ProviderType
public interface Planner {

    /**
     * How the device's connector would carry out an intent, by what is stored of the device.
     *
     * @return {@code Unsupported}, with the reason, also where the connector failed
     * @throws com.rjchronos.model.problem.ProblemException {@code NOT_FOUND} for an unknown device; {@code UNAVAILABLE} while
     *     nobody is here who plans for it
     */
    Plan plan(Caller caller, DeviceId device, DeviceIntent intent);

    /**
     * What the device can do: one answer for each kind of intent, in their order. A kind of which some variant is supported is
     * supported; while nobody is here who plans for the device none is, and the reason says so.
     *
     * @throws com.rjchronos.model.problem.ProblemException {@code NOT_FOUND} for an unknown device
     */
    List<Capability> capabilities(Caller caller, DeviceId device);
}
