package com.rjchronos.model.acs;

/**
 * What came of a ping from the ACS's machine.
 *
 * @param answered whether the host answered
 * @param words what the ping program, or the ACS, said
 */
public record PingReport(boolean answered, String words) {}
