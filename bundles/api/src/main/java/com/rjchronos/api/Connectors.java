package com.rjchronos.api;

import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.connector.ConnectorStatus;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The vendor connectors that are installed, or missed. */
@ProviderType
public interface Connectors {

    /** By name. */
    List<ConnectorStatus> list(Caller caller);
}
