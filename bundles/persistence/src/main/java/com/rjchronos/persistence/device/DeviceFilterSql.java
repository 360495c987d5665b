package com.rjchronos.persistence.device;

import com.rjchronos.model.device.DeviceQuery.Filter;
import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.persistence.row.StoredInstant;
import com.rjchronos.persistence.row.StoredText;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.postgresql.PGStatement;

/**
 * A filter as SQL over {@code device_state s} and, only where a condition needs them, {@code devices d} or the few
 * devices on which people
 * set something, {@code o}. Values are parameters, always.
 */
final class DeviceFilterSql {
    /** The partial index {@code devices_set_by_people} has exactly this condition. */
    static final String SET_BY_PEOPLE =
            " left join devices o on o.id = s.device_id and (o.status_id is not null or o.lifecycle = 'retired')";

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();
    private boolean needsState;
    private boolean needsDevices;
    private boolean needsStatus;
    private boolean searches;

    private DeviceFilterSql() {}

    static DeviceFilterSql of(Filter filter) {
        DeviceFilterSql sql = new DeviceFilterSql();
        filter.kind().ifPresent(kind -> sql.add("s.kind = ?", kind.code()));
        sql.status(filter.status());
        sql.anyOf("d.model", filter.model());
        sql.anyOf("d.manufacturer", filter.manufacturer());
        sql.anyOf("d.product_class", filter.productClass());
        sql.anyOf("s.software_version", filter.softwareVersion());
        sql.anyOf("d.hardware_version", filter.hardwareVersion());
        filter.oltId()
                .ifPresent(olt -> sql.add("d.olt_port_id in (select p.id from olt_ports p where p.olt_id = ?)", olt));
        filter.search().map(String::strip).filter(part -> !part.isEmpty()).ifPresent(sql::search);
        filter.lastInformSince().ifPresent(since -> sql.add("s.last_inform >= ?", StoredInstant.parameter(since)));
        filter.hasExternalIp().ifPresent(has -> sql.add("(s.external_ip is not null) = ?", has));
        filter.wifiEnabled().ifPresent(on -> sql.add("s.wifi_enabled = ?", on));
        filter.connectionType().ifPresent(type -> sql.add("s.wan_type = ?", type.code()));
        filter.rxBelow().ifPresent(dbm -> sql.add("s.rx_dbm < ?::real", dbm));
        filter.tag().ifPresent(tag -> sql.add("d.tags @> array[?::text]", StoredText.limited(tag, DeviceColumns.TAG)));
        return sql;
    }

    /** Says that an order or a condition uses this column. */
    void need(String column) {
        needsState |= column.startsWith("s.");
        needsDevices |= column.startsWith("d.");
    }

    void needStatus() {
        needsState = true;
        needsStatus = true;
    }

    /** As few and as narrow tables as will do: every device has one row in each. */
    String from() {
        if (needsDevices) {
            return needsState ? " from device_state s join devices d on d.id = s.device_id" : " from devices d";
        }
        return " from device_state s" + (needsStatus ? SET_BY_PEOPLE : "");
    }

    String where() {
        return conditions.isEmpty()
                ? ""
                : " where "
                        + String.join(" and ", conditions)
                                .replace("{status}", status())
                                .replace("{id}", id());
    }

    String id() {
        return needsDevices && !needsState ? "d.id" : "s.device_id";
    }

    /** The effective status. */
    String status() {
        return "coalesce(" + (needsDevices ? "d" : "o") + ".status_id, s.status_id)";
    }

    /** Binds the conditions and returns the next parameter's index. */
    int bind(PreparedStatement statement) throws SQLException {
        if (searches) {
            // a plan for the values at hand: only then the planner sees how rare a word is
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
        Connection connection = statement.getConnection();
        int index = 1;
        for (Object parameter : parameters) {
            if (parameter instanceof Object[] texts) {
                Array array = connection.createArrayOf(texts instanceof String[] ? "text" : "int2", texts);
                statement.setArray(index++, array);
            } else {
                statement.setObject(index++, parameter);
            }
        }
        return index;
    }

    private void status(Set<DeviceStatus> wanted) {
        if (!wanted.isEmpty()) {
            needStatus();
            Short[] ids = wanted.stream()
                    .map(status -> (short) StatusId.of(status))
                    .sorted()
                    .toArray(Short[]::new);
            add("{status} = any(?)", ids);
        }
    }

    private void anyOf(String column, Collection<String> wanted) {
        if (!wanted.isEmpty()) {
            String[] values = wanted.stream()
                    .map(value -> StoredText.limited(value, DeviceColumns.TEXT))
                    .sorted()
                    .toArray(String[]::new);
            add(column + " = any(?)", values);
        }
    }

    private void search(String part) {
        String escaped = StoredText.limited(part, DeviceColumns.TEXT)
                .toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        searches = true;
        add("{id} in (select w.device_id from device_search w where w.words like ?)", "%" + escaped + "%");
    }

    private void add(String condition, Object parameter) {
        need(condition.replace("(", ""));
        conditions.add(condition);
        parameters.add(parameter);
    }
}
