package com.rjchronos.persistence.device;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.connector.UnmatchedGroup;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.page.Page;
import com.rjchronos.model.page.PageRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Groups the devices of some connectors by what they say they are. The example is the device we know longest. */
final class AlikeDevices {
    /** Without a group in the window there is one row, without a device, that tells how many groups there are. */
    private static final String ALIKE =
            """
            with alike as materialized (
                select d.manufacturer, d.oui, d.product_class, d.model, count(*) as devices, min(d.id) as example
                from devices d join device_state s on s.device_id = d.id
                where s.connector = any(?) group by d.manufacturer, d.oui, d.product_class, d.model),
            windowed as (select * from alike order by devices desc, example limit ? offset ?)
            select t.total, a.model, a.devices, e.id, e.acs_id, e.genieacs_id, e.manufacturer, e.oui, e.product_class, e.serial_number
            from (select count(*) as total from alike) t left join windowed a on true left join devices e on e.id = a.example
            order by a.devices desc, a.example
            """;

    private AlikeDevices() {}

    static Page<UnmatchedGroup> of(Connection connection, Set<String> connectors, PageRequest window)
            throws SQLException {
        List<UnmatchedGroup> groups = new ArrayList<>();
        long total = 0;
        try (PreparedStatement query = connection.prepareStatement(ALIKE)) {
            query.setArray(1, connection.createArrayOf("text", connectors.toArray()));
            query.setInt(2, window.limit());
            query.setInt(3, window.offset());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    total = row.getLong("total");
                    if (row.getString("genieacs_id") != null) {
                        groups.add(group(row));
                    }
                }
            }
        }
        return new Page<>(groups, total);
    }

    private static UnmatchedGroup group(ResultSet row) throws SQLException {
        return new UnmatchedGroup(
                new DeviceIdentity(
                        new AcsId(row.getString("acs_id")),
                        row.getString("genieacs_id"),
                        Optional.ofNullable(row.getString("manufacturer")),
                        Optional.ofNullable(row.getString("oui")),
                        Optional.ofNullable(row.getString("product_class")),
                        Optional.ofNullable(row.getString("serial_number"))),
                new DeviceId(row.getLong("id")),
                Optional.ofNullable(row.getString("model")),
                row.getLong("devices"),
                Optional.empty());
    }
}
