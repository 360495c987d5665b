package com.rjchronos.model.sweep;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.page.PageRequest;
import com.rjchronos.model.page.Sort;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which sweeps a caller wants to see: every given condition holds.
 *
 * @param acs of this ACS
 * @param kinds any of these; empty for all
 * @param outcomes any of these; empty for all
 * @param sort in this order; the newest first breaks ties
 * @param page the window
 */
public record SweepQuery(
        Optional<AcsId> acs, Set<SweepKind> kinds, Set<SweepOutcome> outcomes, List<Sort<Key>> sort, PageRequest page) {

    public SweepQuery {
        kinds = Set.copyOf(kinds);
        outcomes = Set.copyOf(outcomes);
        sort = List.copyOf(sort);
    }

    /** What sweeps can be sorted by. Those that have not ended come last, in either direction. */
    public enum Key {
        ID,
        ACS,
        KIND,
        STARTED_AT,
        ENDED_AT,
        OUTCOME,
        READ,
        STORED,
        UNCHANGED,
        PARKED,
        FAILED,
        BYTES
    }

    /** All sweeps, or those of one ACS, the newest first. */
    public static SweepQuery newest(Optional<AcsId> acs, PageRequest page) {
        return new SweepQuery(acs, Set.of(), Set.of(), List.of(), page);
    }
}
