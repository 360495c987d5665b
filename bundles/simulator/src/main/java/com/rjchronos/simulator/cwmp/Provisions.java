package com.rjchronos.simulator.cwmp;

import com.rjchronos.simulator.json.Json;
import com.rjchronos.simulator.query.JsonDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The calls into which GenieACS turns a task; a fault holds them as a JSON text. */
final class Provisions {
    private Provisions() {}

    static String of(JsonDocument task) {
        List<Object> calls = new ArrayList<>();
        String object = task.text("objectName");
        switch (task.text("name")) {
            case "getParameterValues" ->
                items(task, "parameterNames").forEach(name -> calls.add(List.of("refresh", name)));
            case "setParameterValues" ->
                items(task, "parameterValues")
                        .forEach(triple ->
                                calls.add(List.of("value", ((List<?>) triple).get(0), ((List<?>) triple).get(1))));
            case "refreshObject" -> calls.add(List.of("refresh", object));
            case "addObject" -> calls.add(List.of("instances", object + ".[]", "+1"));
            case "deleteObject" -> calls.add(List.of("instances", object, 0L));
            case "reboot" -> calls.add(List.of("reboot"));
            case "factoryReset" -> calls.add(List.of("reset"));
            case "download" ->
                calls.add(Arrays.asList(
                        "download",
                        task.values().get("fileType"),
                        task.values().get("fileName"),
                        task.text("targetFileName")));
            default -> calls.addAll(items(task, "provisions"));
        }
        return Json.text(calls);
    }

    private static List<?> items(JsonDocument task, String member) {
        return task.values().get(member) instanceof List<?> list ? list : List.of();
    }
}
