package com.rjchronos.model.connector;

/**
 * What the release of a connector did. Asked for once more it does nothing, and says so.
 *
 * @param name of the connector
 * @param released whether it was quarantined and is asked again
 * @param devices that waited for it and are anybody's now
 */
public record ConnectorRelease(String name, boolean released, long devices) {}
