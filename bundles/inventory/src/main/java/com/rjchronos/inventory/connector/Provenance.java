package com.rjchronos.inventory.connector;

import com.rjchronos.inventory.connector.Swap.Subject;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Version;

/**
 * The bundle that a connector came with.
 *
 * @param bundle symbolic name
 * @param location as the framework keeps it
 * @param content SHA-256 of its jar; empty if that is not known
 */
record Provenance(String bundle, Version version, String location, String content) {

    /** The same as a service says of itself, where one bundle brings several connectors: each has a version and a file of its own. */
    Provenance as(Map<String, Object> properties) {
        return new Provenance(
                bundle,
                said(properties, "chronos.version").map(Version::parseVersion).orElse(version),
                said(properties, "chronos.location").orElse(location),
                said(properties, "chronos.sha256").orElse(content));
    }

    private static Optional<String> said(Map<String, Object> properties, String key) {
        return Optional.ofNullable(properties.get(key)).map(Object::toString);
    }

    Subject subject(String connector) {
        return new Subject(connector, bundle, version.toString(), location, content);
    }

    /** Of a connector that has no name of its own. */
    Subject subject() {
        return subject(lastPart());
    }

    /** What a connector of this bundle is called that has no name of its own: the last part of the symbolic name. */
    String lastPart() {
        return bundle.substring(bundle.lastIndexOf('.') + 1);
    }
}
