package com.rjchronos.persistence.device;

import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.port.DeviceStore.Change;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A device of a batch whose reading is to be stored.
 *
 * @param id ours; 0 until the database gave one
 * @param key its GenieACS id as stored
 * @param ponSerial the PON serial that it may hold; empty also if another device holds it
 */
record DeviceRow(
        long id,
        String key,
        DeviceReading reading,
        DeviceStatus connectivity,
        Optional<String> connector,
        Optional<String> parkedBecause,
        Set<String> fields,
        boolean measured,
        Optional<AuditEntry> audit,
        Optional<String> ponSerial) {

    static DeviceRow of(Change.Discovered change) {
        return new DeviceRow(
                0,
                DeviceColumns.genieacsId(change.reading().identity().genieacsId()),
                change.reading(),
                change.connectivity(),
                change.connector(),
                change.parkedBecause(),
                Set.of(),
                true,
                Optional.of(change.audit()),
                DeviceColumns.ponSerial(change.reading()));
    }

    static DeviceRow of(Change.Updated change) {
        return new DeviceRow(
                change.id().value(),
                DeviceColumns.genieacsId(change.reading().identity().genieacsId()),
                change.reading(),
                change.connectivity(),
                Optional.of(change.connector()),
                Optional.empty(),
                change.fields(),
                change.measured(),
                change.audit(),
                DeviceColumns.ponSerial(change.reading()));
    }

    DeviceRow id(long id) {
        return new DeviceRow(
                id, key, reading, connectivity, connector, parkedBecause, fields, measured, audit, ponSerial);
    }

    DeviceRow withoutPonSerial() {
        return new DeviceRow(
                id, key, reading, connectivity, connector, parkedBecause, fields, measured, audit, Optional.empty());
    }

    /** The trail's entries of these devices, each about the id that the database gave. */
    static List<AuditEntry> entries(List<DeviceRow> rows) {
        return rows.stream()
                .flatMap(row -> row.audit().map(entry -> entry.about(new DeviceId(row.id()))).stream())
                .toList();
    }
}
