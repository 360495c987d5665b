package com.rjchronos.persistence.device;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.persistence.row.RowArrays;
import com.rjchronos.persistence.row.StoredInstant;
import com.rjchronos.persistence.row.StoredText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table {@code devices}, as far as sweeps may touch it: identity, never what people entered. */
final class IdentityRows {
    private static final String UNNEST =
            """
            unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int8[],
                ?::int8[])
            as n(genieacs_id, manufacturer, oui, product_class, serial_number, pon_serial, mac, model, hardware_version, tags, registered, id)
            """;
    private static final String INSERT =
            """
            insert into devices (acs_id, created_at, updated_at, genieacs_id, manufacturer, oui, product_class, serial_number, pon_serial,
                mac_address, model, hardware_version, tags, registered_at)
            select ?, ?, ?, n.genieacs_id, n.manufacturer, n.oui, n.product_class, n.serial_number, n.pon_serial, n.mac::macaddr, n.model,
                n.hardware_version, string_to_array(n.tags, E'\\x1f'), %s
            from %s
            on conflict (acs_id, genieacs_id) do nothing
            returning genieacs_id, id
            """
                    .formatted(StoredInstant.sql("n.registered"), UNNEST);
    private static final String UPDATE =
            """
            update devices d set updated_at = ?, manufacturer = n.manufacturer, oui = n.oui, product_class = n.product_class,
                serial_number = n.serial_number, pon_serial = n.pon_serial, mac_address = n.mac::macaddr, model = n.model,
                hardware_version = n.hardware_version, tags = string_to_array(n.tags, E'\\x1f'), registered_at = %1$s
            from %2$s
            where d.id = n.id
                and (d.manufacturer, d.oui, d.product_class, d.serial_number, d.pon_serial, d.mac_address, d.model, d.hardware_version, d.tags,
                    d.registered_at)
                is distinct from (n.manufacturer, n.oui, n.product_class, n.serial_number, n.pon_serial, n.mac::macaddr, n.model,
                    n.hardware_version, string_to_array(n.tags, E'\\x1f'), %1$s)
            """
                    .formatted(StoredInstant.sql("n.registered"), UNNEST);
    private static final String IDS = "select genieacs_id, id from devices where acs_id = ? and genieacs_id = any(?)";

    private IdentityRows() {}

    /** Inserts the devices that are not there yet, and returns the ids of those by key. */
    static Map<String, Long> insert(Connection connection, AcsId acs, Instant at, List<DeviceRow> rows)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, acs.value());
            insert.setObject(2, StoredInstant.parameter(at));
            insert.setObject(3, StoredInstant.parameter(at));
            bind(insert, 3, rows);
            return ids(insert);
        }
    }

    /** Writes what differs. */
    static void update(Connection connection, Instant at, List<DeviceRow> rows) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setObject(1, StoredInstant.parameter(at));
            bind(update, 1, rows);
            update.executeUpdate();
        }
    }

    /** The ids of stored devices by key. */
    static Map<String, Long> ids(Connection connection, AcsId acs, List<String> keys) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(IDS)) {
            query.setString(1, acs.value());
            query.setArray(2, connection.createArrayOf("text", keys.toArray()));
            return ids(query);
        }
    }

    private static void bind(PreparedStatement statement, int before, List<DeviceRow> rows) throws SQLException {
        new RowArrays<>(statement, before, rows)
                .text(DeviceRow::key)
                .text(row -> DeviceColumns.text(row.reading().identity().manufacturer()))
                .text(row -> StoredText.limited(row.reading().identity().oui(), DeviceColumns.OUI))
                .text(row -> DeviceColumns.text(row.reading().identity().productClass()))
                .text(row -> DeviceColumns.text(row.reading().identity().serialNumber()))
                .text(row -> row.ponSerial().orElse(null))
                .text(row -> DeviceColumns.mac(row.reading()))
                .text(row -> DeviceColumns.text(row.reading().model()))
                .text(row -> DeviceColumns.text(row.reading().hardwareVersion()))
                .text(row -> DeviceColumns.tags(row.reading()))
                .instant(row -> row.reading().registered())
                .number(DeviceRow::id);
    }

    private static Map<String, Long> ids(PreparedStatement statement) throws SQLException {
        Map<String, Long> ids = new HashMap<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                ids.put(row.getString(1), row.getLong(2));
            }
        }
        return ids;
    }
}
