package com.rjchronos.persistence.device;

import com.rjchronos.persistence.row.RowArrays;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The table {@code device_network}: who is in a customer's network, which neither lists nor sweeps look at. */
final class NetworkRows {
    /** Writes what differs: most Informs bring no new hosts, and most devices tell none at all. */
    private static final String STORE =
            """
            with n as (select * from unnest(?::int8[], ?::text[]) as n(device_id, network)),
            changed as (
                update device_network w set network = n.network from n
                where w.device_id = n.device_id and w.network <> n.network)
            insert into device_network (device_id, network)
            select n.device_id, n.network from n
            where n.network <> '%s' and not exists (select from device_network w where w.device_id = n.device_id)
            """
                    .formatted(ReadingJson.NOBODY);

    private NetworkRows() {}

    /** Of devices whose rows are new or locked. */
    static void store(Connection connection, List<DeviceRow> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STORE)) {
            new RowArrays<>(statement, 0, rows)
                    .number(DeviceRow::id)
                    .text(row -> ReadingJson.writeNetwork(row.reading().network()));
            statement.executeUpdate();
        }
    }
}
