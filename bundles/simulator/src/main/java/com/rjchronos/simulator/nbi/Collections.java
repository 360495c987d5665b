package com.rjchronos.simulator.nbi;

import com.rjchronos.simulator.cwmp.Tasks;
import com.rjchronos.simulator.query.JsonCollection;
import com.rjchronos.simulator.query.JsonDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The small collections of a fresh GenieACS, whose existence is more interesting than their content. */
public final class Collections {
    private Collections() {}

    /** All collections but the devices. */
    public static Map<String, JsonCollection> fresh(Tasks tasks, JsonCollection files) {
        Map<String, JsonCollection> collections = new LinkedHashMap<>();
        collections.put("tasks", tasks.queue());
        collections.put("faults", tasks.faults());
        collections.put("files", files);
        for (String name : List.of("objects", "operations", "cache", "locks", "virtualParameters")) {
            collections.put(name, new JsonCollection());
        }
        collections.put("presets", presets());
        collections.put("provisions", provisions());
        collections.put("config", config());
        collections.put("permissions", permissions());
        collections.put("users", users());
        return Map.copyOf(collections);
    }

    private static JsonCollection presets() {
        JsonCollection presets = new JsonCollection();
        presets.put(preset("bootstrap", Map.of("0 BOOTSTRAP", true)));
        presets.put(preset("default", Map.of()));
        presets.put(preset("inform", Map.of()));
        return presets;
    }

    private static JsonDocument preset(String name, Map<String, Object> events) {
        Map<String, Object> provision = new LinkedHashMap<>();
        provision.put("type", "provision");
        provision.put("name", name);
        provision.put("args", null);
        return document(
                "_id",
                name,
                "weight",
                0L,
                "channel",
                name,
                "events",
                events,
                "precondition",
                "",
                "configurations",
                List.of(provision));
    }

    private static JsonCollection provisions() {
        JsonCollection provisions = new JsonCollection();
        provisions.put(document("_id", "bootstrap", "script", "const now = Date.now();\n\nclear(\"Device\", now);\n"));
        provisions.put(document("_id", "default", "script", "const hourly = Date.now(3600000);\n"));
        provisions.put(document(
                "_id", "inform", "script", "const username = declare(\"DeviceID.ID\", {value: 1}).value[0];\n"));
        return provisions;
    }

    private static JsonCollection config() {
        JsonCollection config = new JsonCollection();
        config.put(document("_id", "ui.filters.0.label", "value", "'Serial number'"));
        config.put(document("_id", "ui.filters.0.parameter", "value", "DeviceID.SerialNumber"));
        config.put(document("_id", "ui.filters.0.type", "value", "'string'"));
        return config;
    }

    private static JsonCollection permissions() {
        JsonCollection permissions = new JsonCollection();
        for (String resource : List.of("devices", "faults", "permissions", "users", "files", "presets", "provisions")) {
            permissions.put(document(
                    "_id",
                    "admin:" + resource + ":3",
                    "role",
                    "admin",
                    "resource",
                    resource,
                    "access",
                    3L,
                    "validate",
                    "true"));
        }
        return permissions;
    }

    private static JsonCollection users() {
        JsonCollection users = new JsonCollection();
        users.put(document("_id", "admin", "password", "0".repeat(64), "salt", "0".repeat(32), "roles", "admin"));
        return users;
    }

    private static JsonDocument document(Object... pairs) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i].toString(), pairs[i + 1]);
        }
        return new JsonDocument(values);
    }
}
