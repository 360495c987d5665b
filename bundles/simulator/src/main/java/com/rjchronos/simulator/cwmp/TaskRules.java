package com.rjchronos.simulator.cwmp;

import com.rjchronos.simulator.json.Moment;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the NBI checks before it stores a task; everything else it takes. */
final class TaskRules {
    private static final Set<String> NAMES = Set.of(
            "getParameterValues",
            "setParameterValues",
            "refreshObject",
            "addObject",
            "deleteObject",
            "reboot",
            "factoryReset",
            "download",
            "provisions");

    private TaskRules() {}

    /** Completes the dates of a task and throws {@link InvalidTask} where the NBI does. */
    static void check(Map<String, Object> task, long now) {
        Moment timestamp = date(task.get("timestamp"), now);
        task.put("timestamp", timestamp);
        if (task.get("expiry") != null) {
            task.put("expiry", expiry(task.get("expiry"), timestamp));
        }
        String name = task.get("name") instanceof String text ? text : "";
        require(NAMES.contains(name), "Invalid task name");
        switch (name) {
            case "getParameterValues" ->
                require(names(task.get("parameterNames")), "Missing 'parameterNames' property");
            case "setParameterValues" ->
                require(values(task.get("parameterValues")), "Missing 'parameterValues' property");
            case "refreshObject" -> require(task.get("objectName") instanceof String, "Missing 'objectName' property");
            case "addObject", "deleteObject" ->
                require(task.get("objectName") instanceof String object && !object.isEmpty(), "Missing 'objectName'");
            case "download" -> download(task);
            case "provisions" -> require(provisions(task.get("provisions")), "Invalid 'provisions' property");
            default -> {} // no properties of their own
        }
        if (name.equals("addObject") && task.get("parameterValues") != null) {
            require(
                    task.get("parameterValues") instanceof List<?> list
                            && list.stream().allMatch(TaskRules::value),
                    "Invalid");
        }
    }

    private static void download(Map<String, Object> task) {
        boolean byId = task.get("file") instanceof String file && !file.isEmpty();
        require(byId || text(task.get("fileType")), "Missing 'fileType' property");
        require(byId || text(task.get("fileName")), "Missing 'fileName' property");
        Object target = task.get("targetFileName");
        require(target == null || target instanceof String, "Invalid 'targetFileName' property");
    }

    private static boolean names(Object names) {
        return names instanceof List<?> list && !list.isEmpty() && list.stream().allMatch(TaskRules::text);
    }

    private static boolean values(Object values) {
        return values instanceof List<?> list
                && !list.isEmpty()
                && list.stream().allMatch(TaskRules::value);
    }

    private static boolean value(Object triple) {
        return triple instanceof List<?> list
                && list.size() >= 2
                && text(list.get(0))
                && scalar(list.get(1))
                && (list.size() < 3 || list.get(2) == null || list.get(2) instanceof String);
    }

    private static boolean provisions(Object provisions) {
        return provisions instanceof List<?> list
                && list.stream()
                        .allMatch(call -> call instanceof List<?> arguments
                                && arguments.stream().allMatch(argument -> argument == null || scalar(argument)));
    }

    private static boolean scalar(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    private static boolean text(Object value) {
        return value instanceof String text && !text.isEmpty();
    }

    private static Moment date(Object given, long now) {
        if (given instanceof Number millis && millis.longValue() != 0) {
            return new Moment(millis.longValue());
        }
        if (given instanceof String text && !text.isEmpty()) {
            return Moment.parse(text).orElseThrow(() -> new InvalidTask("Invalid time value"));
        }
        return new Moment(now);
    }

    private static Moment expiry(Object given, Moment timestamp) {
        if (given instanceof Number seconds) {
            return new Moment(timestamp.millis() + Math.round(seconds.doubleValue() * 1000));
        }
        if (given instanceof String text && text.matches("\\d+(\\.\\d+)?")) {
            return new Moment(timestamp.millis() + Math.round(Double.parseDouble(text) * 1000));
        }
        return date(given, timestamp.millis());
    }

    private static void require(boolean rule, String message) {
        if (!rule) {
            throw new InvalidTask(message);
        }
    }
}
