package com.rjchronos.persistence.device;

import com.rjchronos.model.device.DeviceQuery.Key;
import com.rjchronos.model.page.Sort;
import java.util.List;
import java.util.stream.Collectors;

/** Sort orders as SQL: devices without the value come last in either direction, the id breaks ties. */
final class DeviceOrderSql {
    /** The place of each status's code in the alphabet, by id. */
    private static final String PLACE_OF_STATUS = "(array[4, 3, 2, 1, 5, 6])[%s]";

    private DeviceOrderSql() {}

    /** Says which tables the order needs. */
    static void need(List<Sort<Key>> sorts, DeviceFilterSql filter) {
        for (Sort<Key> sort : sorts) {
            if (sort.key() == Key.STATUS) {
                filter.needStatus();
            } else if (sort.key() != Key.ID) {
                filter.need(column(sort.key(), ""));
            }
        }
    }

    /**
     * The order by id if there is no other.
     *
     * @param status the expression of the effective status in the query at hand
     * @param id the expression of the id there
     */
    static String orderBy(List<Sort<Key>> sorts, String status, String id) {
        String keys = sorts.stream()
                .map(sort -> (sort.key() == Key.ID ? id : column(sort.key(), status))
                        + (sort.descending() ? " desc" : "") + " nulls last, ")
                .collect(Collectors.joining());
        return " order by " + (isById(sorts) ? idOrder(sorts, id) : keys + id);
    }

    private static boolean isById(List<Sort<Key>> sorts) {
        return sorts.isEmpty() || sorts.get(0).key() == Key.ID;
    }

    /** Without "nulls last", so that the primary key's index can give it. */
    private static String idOrder(List<Sort<Key>> sorts, String id) {
        return id + (!sorts.isEmpty() && sorts.get(0).descending() ? " desc" : "");
    }

    private static String column(Key key, String status) {
        return switch (key) {
            case ID -> throw new IllegalArgumentException("the id's column depends on the query");
            case SERIAL_NUMBER -> "d.serial_number";
            case MODEL -> "d.model";
            case MANUFACTURER -> "d.manufacturer";
            case PRODUCT_CLASS -> "d.product_class";
            case SOFTWARE_VERSION -> "s.software_version";
            case HARDWARE_VERSION -> "d.hardware_version";
            case STATUS -> PLACE_OF_STATUS.formatted(status);
            case LAST_SEEN, LAST_INFORM -> "s.last_inform";
            case CREATED_AT -> "d.created_at";
            case RX_POWER -> "s.rx_dbm";
            case TX_POWER -> "s.tx_dbm";
            case TEMPERATURE -> "s.temperature_celsius";
        };
    }
}
