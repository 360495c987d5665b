package com.rjchronos.rest.connector;

import com.rjchronos.model.connector.ConnectorStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A vendor connector, installed or missed. */
public record ConnectorView(
        String name,
        String bundle,
        String version,
        String state,
        Map<String, List<String>> speaksFor,
        List<String> reads,
        long devicesServed,
        long failures,
        long parkedDocuments,
        String detail) {

    static ConnectorView of(ConnectorStatus status) {
        return new ConnectorView(
                status.name(),
                status.bundle(),
                status.version(),
                status.state().name().toLowerCase(Locale.ROOT),
                new TreeMap<>(status.speaksFor()),
                status.reads(),
                status.devicesServed(),
                status.failures(),
                status.parkedDocuments(),
                status.detail());
    }
}
