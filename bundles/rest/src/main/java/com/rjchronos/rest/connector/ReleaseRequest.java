package com.rjchronos.rest.connector;

/**
 * What to release; an empty body asks for the end of a quarantine.
 *
 * @param devices whether it is the devices of a connector that is away
 */
public record ReleaseRequest(boolean devices) {}
