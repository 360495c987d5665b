package com.rjchronos.rest.connector;

import com.rjchronos.model.connector.ConnectorStatus;
import com.rjchronos.model.page.Sort;
import java.util.Comparator;
import java.util.List;

/** What connectors can be sorted by. They are few: it is done in memory. */
enum ConnectorKey {
    NAME(Comparator.comparing(ConnectorStatus::name)),
    BUNDLE(Comparator.comparing(ConnectorStatus::bundle)),
    VERSION(Comparator.comparing(ConnectorStatus::version)),
    STATE(Comparator.comparing(ConnectorStatus::state)),
    DEVICES_SERVED(Comparator.comparingLong(ConnectorStatus::devicesServed)),
    FAILURES(Comparator.comparingLong(ConnectorStatus::failures)),
    PARKED_DOCUMENTS(Comparator.comparingLong(ConnectorStatus::parkedDocuments));

    private final Comparator<ConnectorStatus> ascending;

    ConnectorKey(Comparator<ConnectorStatus> ascending) {
        this.ascending = ascending;
    }

    /** What is equal stays as it was. */
    static Comparator<ConnectorStatus> order(List<Sort<ConnectorKey>> sorts) {
        return sorts.stream()
                .map(sort -> sort.descending() ? sort.key().ascending.reversed() : sort.key().ascending)
                .reduce(Comparator::thenComparing)
                .orElse((one, other) -> 0);
    }
}
