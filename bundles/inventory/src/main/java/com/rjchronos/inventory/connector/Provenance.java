package com.rjchronos.inventory.connector;

import com.rjchronos.inventory.connector.Swap.Subject;
import java.util.Map;
import org.osgi.framework.Version;

/**
 * The bundle that a connector came with.
 *
 * @param bundle symbolic name
 * @param location as the framework keeps it
 * @param content SHA-256 of its jar; empty if that is not known
 */
record Provenance(String bundle, Version version, String location, String content) {

    /** The same in the version that a service says of itself, where one bundle brings several connectors. */
    Provenance as(Map<String, Object> properties) {
        Object said = properties.get("chronos.version");
        return said == null ? this : new Provenance(bundle, Version.parseVersion(said.toString()), location, content);
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
