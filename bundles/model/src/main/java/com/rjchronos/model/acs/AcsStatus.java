package com.rjchronos.model.acs;

/** An ACS in service: what the last contact showed, and which of its devices are ours. */
public record AcsStatus(AcsHealth health, AcsScope scope) {}
