package com.rjchronos.port;

import com.rjchronos.model.acs.AcsHealth;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.sweep.SweepId;
import com.rjchronos.model.sweep.SweepQuestion;
import com.rjchronos.model.sweep.SweepReport;
import org.osgi.annotation.versioning.ProviderType;

/** One GenieACS. */
@ProviderType
public interface AcsGateway {

    AcsId acs();

    /** What the last contact showed; makes no contact. */
    AcsHealth health();

    /**
     * Streams the answer to a question into the house batch by batch, through the
     * {@code Intake} door, and returns when it ended or broke off. Never throws for a misbehaving ACS: that is a broken report.
     */
    SweepReport sweep(SweepId sweep, SweepQuestion question);
}
