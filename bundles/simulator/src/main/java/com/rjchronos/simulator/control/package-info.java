/**
 * What a test needs and GenieACS does not have, under {@code /_sim}: the ledger, chaos, poison, and the strings by which devices are
 * pulled. Nothing of it is visible to a client of the NBI's own paths.
 */
package com.rjchronos.simulator.control;
