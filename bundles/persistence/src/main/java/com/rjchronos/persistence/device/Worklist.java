package com.rjchronos.persistence.device;

import com.rjchronos.port.DeviceStore.Batch;
import com.rjchronos.port.DeviceStore.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A batch sorted by what is to be done. Of a device that comes twice the last one counts; every list is in the order
 * in which rows are
 * locked, so that two batches at a time cannot wait for each other in a circle.
 */
record Worklist(List<DeviceRow> discovered, List<DeviceRow> updated, List<Change.Parked> parked) {

    static Worklist of(Batch batch) {
        List<DeviceRow> discovered = new ArrayList<>();
        List<DeviceRow> updated = new ArrayList<>();
        List<Change.Parked> parked = new ArrayList<>();
        for (Change change : lastOfEach(batch)) {
            if (change instanceof Change.Discovered found) {
                discovered.add(DeviceRow.of(found));
            } else if (change instanceof Change.Updated update) {
                updated.add(DeviceRow.of(update));
            } else if (change instanceof Change.Parked away) {
                parked.add(away);
            }
        }
        discovered.sort(Comparator.comparing(DeviceRow::key));
        updated.sort(Comparator.comparingLong(DeviceRow::id));
        parked.sort(Comparator.comparingLong(away -> away.id().value()));
        return new Worklist(discovered, updated, parked);
    }

    private static Iterable<Change> lastOfEach(Batch batch) {
        Map<String, Change> last = new HashMap<>();
        batch.changes().forEach(change -> last.put(key(change), change));
        return last.values();
    }

    private static String key(Change change) {
        if (change instanceof Change.Discovered found) {
            return DeviceColumns.genieacsId(found.reading().identity().genieacsId());
        }
        if (change instanceof Change.Updated update) {
            return DeviceColumns.genieacsId(update.reading().identity().genieacsId());
        }
        return DeviceColumns.genieacsId(((Change.Parked) change).identity().genieacsId());
    }
}
