package com.rjchronos.api;

import com.rjchronos.model.sweep.SweepBatch;
import com.rjchronos.model.sweep.SweepCounts;
import org.osgi.annotation.versioning.ProviderType;

/** Where documents come into the house. */
@ProviderType
public interface Intake {

    /**
     * Reads, compares and stores a batch in one transaction, and adds its counts to the sweep's row. A document that cannot be
     * read is counted and named; it never stops the others. Thread-safe.
     *
     * @throws com.rjchronos.model.problem.ProblemException {@code UNAVAILABLE} if nothing can be stored at the moment
     */
    SweepCounts accept(SweepBatch batch);
}
