package com.rjchronos.rest.device;

import com.rjchronos.model.device.DeviceKind;
import com.rjchronos.model.device.DeviceQuery;
import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.page.PageRequest;
import com.rjchronos.model.page.Sort;
import com.rjchronos.model.reading.WanConnection;
import com.rjchronos.rest.query.ListQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parameters of the lists of devices. */
final class DeviceFilters {
    private static final String STATUS_RULE =
            "must be any of " + names(DeviceStatus.values()) + ", powered_off, admin_disabled";
    private static final String CONNECTION_RULE = "must be one of " + names(WanConnection.Type.values());

    private DeviceFilters() {}

    /** Throws {@code INVALID} with every broken rule. */
    static DeviceQuery parse(Map<String, List<String>> parameters, Optional<DeviceKind> kind) {
        ListQuery given = ListQuery.of(parameters);
        DeviceQuery.Filter filter = new DeviceQuery.Filter(
                kind,
                given.anyOf("status", DeviceStatus::parse, STATUS_RULE),
                given.texts("model"),
                given.texts("manufacturer"),
                given.texts("product_class"),
                given.texts("software_version"),
                given.texts("hardware_version"),
                given.whole("olt_id", 1, Long.MAX_VALUE),
                given.text("search"),
                given.instant("last_inform_since"),
                given.flag("has_external_ip"),
                given.flag("wifi_enabled"),
                given.one("connection_type", WanConnection.Type::parse, CONNECTION_RULE),
                given.number("rx_below", -50, 20),
                given.text("tag"));
        List<Sort<DeviceQuery.Key>> sort = given.sort(DeviceQuery.Key.class);
        PageRequest page = given.page();
        given.check();
        return new DeviceQuery(filter, sort, page);
    }

    private static String names(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
