package com.rjchronos.persistence.fault;

import com.rjchronos.model.acs.AcsFault;
import com.rjchronos.persistence.row.StoredText;
import com.rjchronos.port.FaultStore.Handful;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A fault as its row holds it, within the columns' limits. */
record FaultRow(
        String genieacsId,
        String channel,
        String code,
        String message,
        String refused,
        int retries,
        Optional<Instant> reportedAt) {
    /** As that of devices, so that both are joined. */
    private static final int GENIEACS_ID = 600;

    private static final int NAME = 200;
    private static final int MESSAGE = 1_000;

    /** In the order in which rows are locked. Of one that comes twice, e.g. because it changed meanwhile, the last counts. */
    static List<FaultRow> of(Handful handful) {
        TreeMap<String, FaultRow> rows = new TreeMap<>();
        handful.faults().stream().map(FaultRow::of).forEach(row -> rows.put(row.genieacsId + ":" + row.channel, row));
        return List.copyOf(rows.values());
    }

    private static FaultRow of(AcsFault fault) {
        return new FaultRow(
                StoredText.key(fault.genieacsId(), GENIEACS_ID),
                StoredText.key(fault.channel(), NAME),
                StoredText.limited(fault.code(), NAME),
                StoredText.limited(fault.message(), MESSAGE),
                RefusedJson.write(fault.refused()),
                fault.retries(),
                fault.at());
    }
}
