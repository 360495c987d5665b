package com.rjchronos.simulator.control;

import com.rjchronos.simulator.fleet.Device;
import com.rjchronos.simulator.fleet.Fleet;
import com.rjchronos.simulator.json.Moment;
import com.rjchronos.simulator.query.JsonDocument;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Documents that no decent ACS would hold, put among the devices. */
public final class Poison {
    private static final int TEN_MEGABYTES = 10_000_000;
    private static final long YEAR = 365L * 86_400_000;

    /** What is wrong with a document. */
    public enum Kind {
        MISSING_ID,
        NULL_ID,
        NUMERIC_ID,
        WRONG_TYPES,
        DUPLICATE_SERIAL,
        DUPLICATE_ID,
        HUGE_VALUE,
        STRANGE_ID,
        FUTURE_CLOCK,
        NUMERIC_LAST_INFORM,
        TEXT_LAST_INFORM,
        NO_DEVICE_ID,
        DEEP,
        EMPTY
    }

    private final Fleet fleet;
    private final Clock clock;

    public Poison(Fleet fleet, Clock clock) {
        this.fleet = fleet;
        this.clock = clock;
    }

    /** Adds one document of each kind. */
    public void add(List<Kind> kinds) {
        kinds.forEach(kind -> fleet.addLoose(new JsonDocument(document(kind))));
    }

    public int clear() {
        return fleet.clearLoose();
    }

    public static List<Kind> all() {
        return Arrays.asList(Kind.values());
    }

    private Map<String, Object> document(Kind kind) {
        Map<String, Object> document = plain("POISON-" + kind + "-1");
        switch (kind) {
            case MISSING_ID -> document.remove("_id");
            case NULL_ID -> document.put("_id", null);
            case NUMERIC_ID -> document.put("_id", 4711L);
            case WRONG_TYPES -> wrongTypes(document);
            case DUPLICATE_SERIAL -> document.put("_deviceId", deviceId(anySerial()));
            case DUPLICATE_ID -> document.put("_id", anyId());
            case HUGE_VALUE ->
                document.put("InternetGatewayDevice", info("SoftwareVersion", "x".repeat(TEN_MEGABYTES)));
            case STRANGE_ID -> document.put("_id", "00%AA-Ünïcode \"quoted\" / 50%25 %zz-\u0007\uD83D\uDE00 %2F%");
            case FUTURE_CLOCK -> document.put("_lastInform", new Moment(clock.millis() + 10 * YEAR));
            case NUMERIC_LAST_INFORM -> document.put("_lastInform", clock.millis());
            case TEXT_LAST_INFORM -> document.put("_lastInform", "yesterday");
            case NO_DEVICE_ID -> document.remove("_deviceId");
            case DEEP -> document.put("InternetGatewayDevice", deep(400));
            case EMPTY -> document.keySet().removeIf(key -> !key.equals("_id"));
        }
        return document;
    }

    private void wrongTypes(Map<String, Object> document) {
        document.put("_tags", "not an array");
        document.put("_deviceId", "not an object");
        document.put("_registered", true);
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("SoftwareVersion", List.of(1L, 2L, 3L));
        info.put("SerialNumber", leaf(Map.of("an", "object")));
        info.put("UpTime", leaf("not a number"));
        info.put("ModelName", null);
        document.put(
                "InternetGatewayDevice", Map.of("DeviceInfo", info, "WANDevice", "not an object", "LANDevice", 7L));
    }

    private Map<String, Object> plain(String id) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("_id", id);
        document.put("InternetGatewayDevice", info("SoftwareVersion", "V1"));
        document.put("_deviceId", deviceId(id));
        document.put("_lastInform", new Moment(clock.millis()));
        document.put("_registered", new Moment(clock.millis()));
        return document;
    }

    private Map<String, Object> info(String parameter, String value) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("DeviceInfo", new LinkedHashMap<>(Map.of(parameter, leaf(value))));
        return info;
    }

    private Map<String, Object> leaf(Object value) {
        Map<String, Object> leaf = new LinkedHashMap<>();
        leaf.put("_object", false);
        leaf.put("_writable", false);
        leaf.put("_value", value);
        leaf.put("_type", "xsd:string");
        leaf.put("_timestamp", new Moment(clock.millis()));
        return leaf;
    }

    private static Map<String, Object> deviceId(String serial) {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("_Manufacturer", "Poison Ltd.");
        identity.put("_OUI", "0000FF");
        identity.put("_ProductClass", "Poison");
        identity.put("_SerialNumber", serial);
        return identity;
    }

    private static Object deep(int levels) {
        Object here = "bottom";
        for (int i = 0; i < levels; i++) {
            here = new LinkedHashMap<>(Map.of("a", here));
        }
        return here;
    }

    private String anySerial() {
        Device[] devices = fleet.devices();
        return devices.length == 0 ? "NONE" : devices[0].identity().serial();
    }

    private String anyId() {
        Device[] devices = fleet.devices();
        return devices.length == 0 ? "NONE" : devices[0].id();
    }

    /** Reads the kinds of {@code {"kinds":["missing-id",…]}}; all of them if none is named. */
    public static List<Kind> kinds(Map<?, ?> json) {
        if (!(json.get("kinds") instanceof List<?> names) || names.isEmpty()) {
            return all();
        }
        List<Kind> kinds = new ArrayList<>();
        for (Object name : names) {
            String wanted = String.valueOf(name).toUpperCase(Locale.ROOT).replace('-', '_');
            kinds.add(all().stream()
                    .filter(kind -> kind.name().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("kind = " + name + ": must be one of " + all())));
        }
        return kinds;
    }
}
