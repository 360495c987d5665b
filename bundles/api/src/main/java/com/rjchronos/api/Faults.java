package com.rjchronos.api;

import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.fault.Fault;
import com.rjchronos.model.fault.FaultListing;
import com.rjchronos.model.fault.FaultQuery;
import com.rjchronos.model.page.Page;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What the ACSs say went wrong with devices. */
@ProviderType
public interface Faults {

    /**
     * Lists the faults of every ACS in service that answers, side by side, and returns when done. Of one ACS never two listings run at
     * once: one that is being listed is left out, as are those in maintenance, and for the clock some of the times those that answer late.
     */
    List<FaultListing> sweep(Caller caller);

    Page<Fault> page(Caller caller, FaultQuery query);
}
