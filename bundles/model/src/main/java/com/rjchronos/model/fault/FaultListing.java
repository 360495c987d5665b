package com.rjchronos.model.fault;

import com.rjchronos.model.acs.AcsId;
import java.util.Optional;

/**
 * What came of one listing of an ACS's faults.
 *
 * @param kept how many are ours: the ACS may hold others, of devices out of its scope
 * @param came those of them that were not there before
 * @param gone those that were there and are not any more; none if the listing broke
 * @param brokenBecause why the listing is not complete; empty if it is
 */
public record FaultListing(AcsId acs, int kept, int came, int gone, Optional<String> brokenBecause) {}
