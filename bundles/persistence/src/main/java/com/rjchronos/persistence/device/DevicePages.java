package com.rjchronos.persistence.device;

import com.rjchronos.model.device.Device;
import com.rjchronos.model.device.Device.Attachment;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.device.DeviceKind;
import com.rjchronos.model.device.DeviceQuery;
import com.rjchronos.model.device.DeviceQuery.Filter;
import com.rjchronos.model.device.Lifecycle;
import com.rjchronos.model.page.Page;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.persistence.connection.Transactions;
import com.rjchronos.persistence.row.StoredInstant;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Devices as lists show them: first the ids of the window from narrow tables, then the wide rows of those alone. */
final class DevicePages {
    private static final int REMEMBERED_TOTALS = 200;
    private static final String WIDE =
            """
            select d.id, d.lifecycle, d.created_at, d.version, coalesce(d.status_id, s.status_id) as status, s.stale_since, s.kind,
                s.connector, s.parked_because, x.reading, p.olt_id, p.frame, p.slot, p.port_number, c.full_name, c.address_street%s
            from %s
            join devices d on d.id = s.device_id
            join device_details x on x.device_id = s.device_id
            left join olt_ports p on p.id = d.olt_port_id
            left join subscribers c on c.id = d.subscriber_id
            """;
    private static final String ONE =
            WIDE.formatted(", w.network", "device_state s left join device_network w on w.device_id = s.device_id")
                    + " where s.device_id = ?";

    private final Transactions transactions;
    private final ShortMemory<Filter, Long> totals = new ShortMemory<>(REMEMBERED_TOTALS);

    DevicePages(Transactions transactions) {
        this.transactions = transactions;
    }

    Optional<Device> find(DeviceId id) {
        return transactions.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(ONE)) {
                query.setLong(1, id.value());
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Optional.of(whole(row)) : Optional.empty();
                }
            }
        });
    }

    Page<Device> page(DeviceQuery query) {
        DeviceFilterSql filter = DeviceFilterSql.of(query.filter());
        DeviceOrderSql.need(query.sort(), filter);
        String window = "(select " + filter.id() + " as device_id" + filter.from() + filter.where()
                + DeviceOrderSql.orderBy(query.sort(), filter.status(), filter.id()) + " limit ? offset ?) w"
                + " join device_state s on s.device_id = w.device_id";
        String sql = WIDE.formatted("", window)
                + DeviceOrderSql.orderBy(query.sort(), "coalesce(d.status_id, s.status_id)", "s.device_id");
        List<Device> devices = transactions.read(connection -> {
            List<Device> rows = new ArrayList<>(query.page().limit());
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                int next = filter.bind(select);
                select.setInt(next, query.page().limit());
                select.setInt(next + 1, query.page().offset());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        rows.add(device(row));
                    }
                }
            }
            return rows;
        });
        return new Page<>(devices, totals.get(query.filter(), () -> count(query.filter())));
    }

    private long count(Filter wanted) {
        DeviceFilterSql filter = DeviceFilterSql.of(wanted);
        return transactions.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select count(*)" + filter.from() + filter.where())) {
                filter.bind(select);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /** With the customer's network, which no list shows. */
    private static Device whole(ResultSet row) throws SQLException {
        DeviceReading reading = ReadingJson.read(row.getString("reading"));
        String network = row.getString("network");
        return device(row, network == null ? reading : reading.network(ReadingJson.readNetwork(network)));
    }

    private static Device device(ResultSet row) throws SQLException {
        return device(row, ReadingJson.read(row.getString("reading")));
    }

    private static Device device(ResultSet row, DeviceReading reading) throws SQLException {
        return new Device(
                new DeviceId(row.getLong("id")),
                reading,
                DeviceKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Lifecycle.valueOf(row.getString("lifecycle").toUpperCase(Locale.ROOT)),
                StatusId.status(row.getInt("status")),
                StoredInstant.read(row, "stale_since"),
                Optional.ofNullable(row.getString("connector")),
                Optional.ofNullable(row.getString("parked_because")),
                attachment(row),
                StoredInstant.read(row, "created_at").orElseThrow(),
                row.getLong("version"));
    }

    private static Attachment attachment(ResultSet row) throws SQLException {
        long olt = row.getLong("olt_id");
        boolean hangs = !row.wasNull();
        Optional<String> customer = Optional.ofNullable(row.getString("full_name"));
        if (!hangs && customer.isEmpty()) {
            return Attachment.NONE;
        }
        int slot = row.getInt("slot");
        int port = row.getInt("port_number");
        return new Attachment(
                hangs ? Optional.of(olt) : Optional.empty(),
                hangs ? Optional.of(row.getInt("frame") + "/" + slot + "/" + port) : Optional.empty(),
                hangs ? Optional.of(slot) : Optional.empty(),
                hangs ? Optional.of(port) : Optional.empty(),
                customer,
                Optional.ofNullable(row.getString("address_street")));
    }
}
