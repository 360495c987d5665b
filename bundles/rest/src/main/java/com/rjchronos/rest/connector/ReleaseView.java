package com.rjchronos.rest.connector;

import com.rjchronos.model.connector.ConnectorRelease;

/** What a release did. */
public record ReleaseView(String name, boolean released, long devices) {

    static ReleaseView of(ConnectorRelease release) {
        return new ReleaseView(release.name(), release.released(), release.devices());
    }
}
