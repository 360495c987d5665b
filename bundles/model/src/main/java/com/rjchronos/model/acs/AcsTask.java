package com.rjchronos.model.acs;

import java.time.Instant;
import java.util.Optional;

/**
 * A task that waits in the ACS for its device; one that faulted waits too, beside its fault.
 *
 * @param id the ACS's id of it
 * @param genieacsId the device's id there
 * @param name as GenieACS spells it, e.g. {@code setParameterValues}
 * @param uniqueKey who put it there, if it said so
 * @param at when it was inserted, by the ACS's clock
 * @param expiry when the ACS forgets it, if ever
 */
public record AcsTask(
        TaskId id,
        String genieacsId,
        String name,
        Optional<String> uniqueKey,
        Optional<Instant> at,
        Optional<Instant> expiry) {}
