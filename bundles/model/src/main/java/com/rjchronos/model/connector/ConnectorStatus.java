package com.rjchronos.model.connector;

import java.util.List;
import java.util.Map;

/**
 * An installed connector.
 *
 * @param name the last part of its bundle's symbolic name, e.g. {@code huawei}
 * @param bundle symbolic name
 * @param version of the bundle
 * @param state what it does at the moment
 * @param speaksFor its claims by kind, e.g. {@code manufacturer → [Huawei.*]}
 * @param reads the subtrees it wants
 * @param devicesServed devices bound to it
 * @param failures documents and intents it threw on or hung on since it came
 * @param parkedDocuments devices that wait for it
 * @param detail why it is not active, if it is not
 */
public record ConnectorStatus(
        String name,
        String bundle,
        String version,
        State state,
        Map<String, List<String>> speaksFor,
        List<String> reads,
        long devicesServed,
        long failures,
        long parkedDocuments,
        String detail) {

    /** What a connector does at the moment. */
    public enum State {
        ACTIVE,
        /** It hung, or failed too often, and is not asked any more until it is released or updated. */
        QUARANTINED,
        /** Not here, but devices are bound to it and wait. */
        AWAY,
        /** Its bundle is installed, but lacks something that it needs. */
        UNRESOLVED,
        /** Its bundle is installed, but not trusted; or what it says of itself breaks a rule. */
        REFUSED
    }

    public ConnectorStatus {
        speaksFor = Map.copyOf(speaksFor);
        reads = List.copyOf(reads);
    }
}
