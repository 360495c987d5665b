package com.rjchronos.api;

import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.connector.ConnectorRelease;
import com.rjchronos.model.connector.ConnectorStatus;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The vendor connectors that are installed, or missed. */
@ProviderType
public interface Connectors {

    /** By name. */
    List<ConnectorStatus> list(Caller caller);

    /**
     * Ends the quarantine of a connector that is here, and has its devices read again.
     *
     * @param devices instead takes the devices of a connector that is <em>not</em> here from it: others may read them
     * @throws com.rjchronos.model.problem.ProblemException {@code NOT_FOUND} for a connector nobody knows; {@code CONFLICT} if its
     *     devices are to be taken from it while it is here
     */
    ConnectorRelease release(Caller caller, String name, boolean devices);
}
