package com.rjchronos.api;

import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.page.Page;
import com.rjchronos.model.sweep.Sweep;
import com.rjchronos.model.sweep.SweepKind;
import com.rjchronos.model.sweep.SweepQuery;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Passes over the devices of every ACS. */
@ProviderType
public interface Sweeps {

    /**
     * Sweeps every ACS in service and returns when done. Of one ACS never two sweeps run at once: a sweep waits a while for lesser
     * ones to end (a full one for up to 15 minutes, an incremental one for up to one), and an ACS that is still being swept then,
     * or that was covered meanwhile, is left out of the answer. Calls may overlap: so one ACS that is slow holds up no other.
     */
    List<Sweep> run(Caller caller, SweepKind kind);

    Page<Sweep> page(Caller caller, SweepQuery query);

    /** Compares what is stored with the clock: devices that went silent, ACSs that did. Returns how many devices changed status. */
    int reassess(Caller caller);
}
