package com.rjchronos.spi.draft;

import com.rjchronos.spi.VendorConnector;
import java.util.Map;

/**
 * A connector that is not in service.
 *
 * @param properties what its service would say of it: {@code chronos.connector}, {@code chronos.version}, its claims and what it reads
 */
public record ConnectorDraft(Map<String, Object> properties, VendorConnector connector) {

    public ConnectorDraft {
        properties = Map.copyOf(properties);
    }
}
