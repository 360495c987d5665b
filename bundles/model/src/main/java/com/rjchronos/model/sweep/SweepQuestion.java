package com.rjchronos.model.sweep;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a sweep asks an ACS.
 *
 * @param kind which devices
 * @param projection object and parameter paths to bring, without metadata such as {@code _lastInform}, which always come
 * @param informedSince only devices whose last Inform is after this
 * @param registeredSince only devices that registered after this
 * @param genieacsIds only these devices, as GenieACS stores their ids; empty means no such condition
 */
public record SweepQuestion(
        SweepKind kind,
        Set<String> projection,
        Optional<Instant> informedSince,
        Optional<Instant> registeredSince,
        List<String> genieacsIds) {

    public SweepQuestion {
        projection = Set.copyOf(projection);
        genieacsIds = List.copyOf(genieacsIds);
    }
}
