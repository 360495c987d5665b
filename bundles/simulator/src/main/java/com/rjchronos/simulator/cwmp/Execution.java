package com.rjchronos.simulator.cwmp;

import com.rjchronos.simulator.fleet.Device;
import com.rjchronos.simulator.fleet.Parameters;
import com.rjchronos.simulator.fleet.Parameters.Assignment;
import com.rjchronos.simulator.query.JsonCollection;
import com.rjchronos.simulator.query.JsonDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries out one task on one device, as a CPE would that answers at once. */
final class Execution {
    private static final String INVALID_PATH = "Invalid parameter path";
    private static final long REBOOT_MILLIS = 3_500;

    private final JsonCollection files;
    private final Changes changes;

    Execution(JsonCollection files, Changes changes) {
        this.files = files;
        this.changes = changes;
    }

    /** Returns the fault that the task met, if it met one. */
    Optional<Fault> run(Device device, JsonDocument task, long now) {
        String object = task.text("objectName");
        return switch (task.text("name")) {
            case "getParameterValues" -> get(device, (List<?>) task.values().get("parameterNames"), now);
            case "setParameterValues" -> set(device, (List<?>) task.values().get("parameterValues"), now);
            case "refreshObject" -> refresh(device, object, now);
            case "addObject" -> add(device, object, (List<?>) task.values().get("parameterValues"), now);
            case "deleteObject" -> delete(device, object, now);
            case "reboot" -> restart(device, "Reboot", now);
            case "factoryReset" -> restart(device, "FactoryReset", now);
            case "download" -> download(device, task, now);
            case "provisions" -> provisions(device, (List<?>) task.values().get("provisions"), now);
            default -> Optional.empty();
        };
    }

    private Optional<Fault> get(Device device, List<?> names, long now) {
        int read = 0;
        for (Object name : names) {
            if (dotted(name)) {
                return Optional.of(Fault.script(INVALID_PATH, "declare"));
            }
            read += device.refresh(name.toString(), now, false) ? 1 : 0;
        }
        if (read > 0) {
            changes.changed("parameters-read", device.id(), read + " names");
        }
        return Optional.empty();
    }

    private Optional<Fault> refresh(Device device, String object, long now) {
        if (dotted(object)) {
            return Optional.of(Fault.script(INVALID_PATH, "declare"));
        }
        if (device.refresh(object, now, true)) {
            changes.changed("object-refreshed", device.id(), object);
        }
        return Optional.empty();
    }

    private Optional<Fault> set(Device device, List<?> triples, long now) {
        List<Assignment> assignments = new ArrayList<>();
        for (Object triple : triples) {
            String path = ((List<?>) triple).get(0).toString();
            Object value = ((List<?>) triple).get(1);
            if (dotted(path)) {
                return Optional.of(Fault.script(INVALID_PATH, "declare"));
            }
            if (value instanceof String text && text.startsWith("fault:")) {
                return Optional.of(Fault.cwmp(forced(text)));
            }
            Assignment assignment = Parameters.check(device, path, value);
            if (assignment.refusal() != 0) {
                return Optional.of(Fault.refused(path, assignment.refusal()));
            }
            assignments.add(assignment);
        }
        // all or nothing, as SetParameterValues is
        for (Assignment assignment : assignments) {
            if (Parameters.assign(device, assignment, now)) {
                changes.changed("value-set", device.id(), assignment.path() + " = " + assignment.value());
            } else {
                changes.changed("value-dropped", device.id(), assignment.path());
            }
        }
        return Optional.empty();
    }

    private Optional<Fault> add(Device device, String object, List<?> values, long now) {
        if (dotted(object)) {
            return Optional.of(Fault.script(INVALID_PATH, "declare"));
        }
        Optional<String> instance = Parameters.addInstance(device, object, now);
        instance.ifPresent(path -> changes.changed("object-added", device.id(), path));
        if (instance.isPresent() && values != null) {
            for (Object value : values) {
                String name = ((List<?>) value).get(0).toString();
                // to find the new instance the ACS reads these parameters of all instances
                Parameters.instances(device, object).forEach(path -> device.refresh(path + "." + name, now, false));
                changes.changed("parameters-read", device.id(), object + ".*." + name);
                fill(device, instance.get() + "." + name, ((List<?>) value).get(1), now);
            }
        }
        return Optional.empty();
    }

    private Optional<Fault> delete(Device device, String object, long now) {
        if (dotted(object)) {
            return Optional.of(Fault.script(INVALID_PATH, "declare"));
        }
        if (Parameters.removeInstance(device, object, now)) {
            changes.changed("object-deleted", device.id(), object);
        }
        return Optional.empty();
    }

    private Optional<Fault> restart(Device device, String how, long now) {
        Parameters.stamp(device, how, now);
        if (how.equals("FactoryReset")) {
            device.forgetSettings(now);
        }
        device.leave(now + REBOOT_MILLIS);
        changes.changed(how.equals("Reboot") ? "rebooted" : "factory-reset", device.id(), "");
        return Optional.empty();
    }

    private Optional<Fault> download(Device device, JsonDocument task, long now) {
        Optional<JsonDocument> byId = files.find(task.text("file"));
        if (!task.text("file").isEmpty() && byId.isEmpty()) {
            return Optional.of(Fault.script("Invalid arguments", "download"));
        }
        String name = byId.map(file -> file.text("filename")).orElse(task.text("fileName"));
        Optional<JsonDocument> file = files.find(name);
        if (file.isEmpty()) {
            return Optional.of(Fault.transfer(9016));
        }
        Map<?, ?> metadata = file.get().values().get("metadata") instanceof Map<?, ?> map ? map : Map.of();
        String type = byId.isPresent() ? String.valueOf(metadata.get("fileType")) : task.text("fileType");
        Parameters.downloaded(device, type, name, task.text("targetFileName"), now);
        changes.changed("file-downloaded", device.id(), name);
        if (type.startsWith("1 ") && metadata.get("version") instanceof String version) {
            fill(device, device.root() + ".DeviceInfo.SoftwareVersion", version, now);
            device.leave(now + REBOOT_MILLIS);
        }
        return Optional.empty();
    }

    private Optional<Fault> provisions(Device device, List<?> calls, long now) {
        for (Object call : calls) {
            List<?> arguments = (List<?>) call;
            Optional<Fault> fault = provision(device, arguments, now);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private Optional<Fault> provision(Device device, List<?> call, long now) {
        String name = call.isEmpty() ? "" : String.valueOf(call.get(0));
        String first = call.size() > 1 ? String.valueOf(call.get(1)) : "";
        switch (name) {
            case "refresh":
                return refresh(device, first, now);
            case "value":
                return call.size() > 2 ? set(device, List.of(call.subList(1, 3)), now) : Optional.empty();
            case "tag":
                boolean add = call.size() < 3 || Boolean.TRUE.equals(call.get(2));
                if (device.tag(first, add)) {
                    changes.changed(add ? "tag-added" : "tag-removed", device.id(), first);
                }
                return Optional.empty();
            case "reboot":
                return restart(device, "Reboot", now);
            case "reset":
                return restart(device, "FactoryReset", now);
            default: // a provision of the operator's: what its script does is not simulated
                return Optional.empty();
        }
    }

    private void fill(Device device, String path, Object value, long now) {
        Parameters.fill(device, path, value, now);
        changes.changed("value-set", device.id(), path + " = " + value);
    }

    private static boolean dotted(Object path) {
        return path.toString().endsWith(".");
    }

    private static int forced(String value) {
        String code = value.substring("fault:".length());
        return code.matches("\\d{4}") ? Integer.parseInt(code) : 9002;
    }
}
