package com.rjchronos.api;

import com.rjchronos.model.acs.AcsFinding;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.acs.AcsSetupDiff;
import com.rjchronos.model.acs.AcsSetupTerms;
import com.rjchronos.model.acs.AcsStatus;
import com.rjchronos.model.caller.Caller;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The ACSs in service, and what each has to do by itself so that what the connectors read is fresh.
 *
 * <p>All but {@link #list} throw {@link com.rjchronos.model.problem.ProblemException}: {@code NOT_FOUND} for an ACS that is not in service.
 */
@ProviderType
public interface AcsSetups {

    /** By name; makes no contact. */
    List<AcsStatus> list(Caller caller);

    /**
     * What {@link #apply} would change; changes nothing.
     *
     * @throws com.rjchronos.model.problem.ProblemException {@code UNAVAILABLE} if the ACS does not answer; {@code CONFLICT} if its scope
     *     cannot stand in a preset, or no connector is installed
     */
    AcsSetupDiff diff(Caller caller, AcsId acs);

    /**
     * Puts there what is missing, replaces what says something else, reads it back, and returns what was changed.
     *
     * @throws com.rjchronos.model.problem.ProblemException as {@link #diff}; {@code CONFLICT} too if a connector is away that devices of
     *     this ACS are bound to, and {@code PRECONDITION_FAILED} if there is another diff than the one that was shown
     */
    AcsSetupDiff apply(Caller caller, AcsId acs, AcsSetupTerms terms);

    /** Looks an ACS over and changes nothing. What cannot be looked at is a finding too. */
    List<AcsFinding> check(Caller caller, AcsId acs);
}
