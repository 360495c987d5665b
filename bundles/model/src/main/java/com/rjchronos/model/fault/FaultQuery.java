package com.rjchronos.model.fault;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.page.PageRequest;
import com.rjchronos.model.page.Sort;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which faults a caller wants to see: every given condition holds.
 *
 * @param acs of this ACS
 * @param device of this device
 * @param codes any of these; empty for all
 * @param channels any of these; empty for all
 * @param present those that are there, or those that are gone; empty for both
 * @param sort in this order; the newest first breaks ties
 * @param page the window
 */
public record FaultQuery(
        Optional<AcsId> acs,
        Optional<DeviceId> device,
        Set<String> codes,
        Set<String> channels,
        Optional<Boolean> present,
        List<Sort<Key>> sort,
        PageRequest page) {

    public FaultQuery {
        codes = Set.copyOf(codes);
        channels = Set.copyOf(channels);
        sort = List.copyOf(sort);
    }

    /** What faults can be sorted by. Those without the value come last, in either direction. */
    public enum Key {
        ID,
        ACS,
        DEVICE_ID,
        CODE,
        CHANNEL,
        RETRIES,
        REPORTED_AT,
        FIRST_SEEN,
        LAST_SEEN,
        GONE_AT
    }

    /** The newest first: those that are there, or all. */
    public static FaultQuery newest(Optional<Boolean> present, PageRequest page) {
        return new FaultQuery(Optional.empty(), Optional.empty(), Set.of(), Set.of(), present, List.of(), page);
    }
}
