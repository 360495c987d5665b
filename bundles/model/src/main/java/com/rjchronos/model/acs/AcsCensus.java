package com.rjchronos.model.acs;

import java.time.Instant;
import java.util.Optional;

/**
 * How many devices of ours an ACS knows.
 *
 * @param devices in scope
 * @param informed those whose last Inform is after the time that was asked for
 * @param acsTime the ACS's clock when it answered (its {@code Date} header), in whole seconds
 */
public record AcsCensus(long devices, long informed, Optional<Instant> acsTime) {}
