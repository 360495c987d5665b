package com.rjchronos.port;

import com.rjchronos.model.acs.AcsHealth;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.acs.AcsPace;
import com.rjchronos.model.sweep.SweepId;
import com.rjchronos.model.sweep.SweepQuestion;
import com.rjchronos.model.sweep.SweepReport;
import org.osgi.annotation.versioning.ProviderType;

/** One GenieACS. */
@ProviderType
public interface AcsGateway {

    AcsId acs();

    /** What the last contact showed; makes no contact. While it is not reachable every other call fails at once. */
    AcsHealth health();

    /** How fast it answers; makes no contact. */
    AcsPace pace();

    /**
     * Streams the answer to a question into the house batch by batch, through the
     * {@code Intake} door, and returns when it ended or broke off. Never throws for a misbehaving ACS: that is a broken report.
     */
    SweepReport sweep(SweepId sweep, SweepQuestion question);

    /** What can be asked of a device, through the ACS. */
    AcsCommands commands();

    /** The devices as the ACS keeps them, one at a time. */
    AcsDevices devices();

    /** Those of its devices that are ours, seen together. */
    AcsFleet fleet();

    /** What went wrong between the ACS and devices. */
    AcsFaults faults();

    /** What the ACS does with its devices by itself. */
    AcsSetup setup();

    /** What devices can download from the ACS. */
    AcsFiles files();
}
