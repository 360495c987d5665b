package com.rjchronos.simulator.fleet;

import com.rjchronos.simulator.fleet.Template.Node;
import com.rjchronos.simulator.json.Json;
import com.rjchronos.simulator.json.Moment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an ACS may do to the parameters of a device, under the CPE's own rules. */
public final class Parameters {
    private static final int INVALID_TYPE = 9006;
    private static final int INVALID_VALUE = 9007;
    private static final int LONGEST_SSID = 32;

    private Parameters() {}

    /**
     * A value that is to be set.
     *
     * @param refusal the CPE's fault code for it, 0 if it would take it
     */
    public record Assignment(String path, Object value, int refusal) {}

    /** Asks whether the CPE would take the value; unknown and read-only parameters are no fault, they are dropped later. */
    public static Assignment check(Device device, String path, Object value) {
        synchronized (device) {
            Node node = device.template().at(path);
            if (node == null || !node.isLeaf() || !Boolean.TRUE.equals(node.shape().writable)) {
                return new Assignment(path, value, 0);
            }
            if (node.name().equals("SSID") && String.valueOf(value).length() > LONGEST_SSID) {
                return new Assignment(path, value, INVALID_VALUE);
            }
            Optional<Object> typed = typed(node.shape().type, value);
            return new Assignment(path, typed.orElse(value), typed.isPresent() ? 0 : INVALID_TYPE);
        }
    }

    /** Sets a value that was checked; false if it was silently dropped. */
    public static boolean assign(Device device, Assignment assignment, long now) {
        synchronized (device) {
            Node node = device.template().at(assignment.path());
            if (node == null || !node.isLeaf() || !Boolean.TRUE.equals(node.shape().writable)) {
                return false;
            }
            device.store(node, Json.token(assignment.value()), now);
            return true;
        }
    }

    /** Gives a parameter a value whether it is writable or not, and makes it if it is missing. */
    public static void fill(Device device, String path, Object value, long now) {
        synchronized (device) {
            Node node = device.template().at(path);
            if (node == null) {
                String type = typeOf(value);
                device.reshape(
                        "plant " + path + " " + type,
                        tree -> tree.plant(path, ParameterTree.leaf(true, null, type)),
                        now);
                node = device.template().at(path);
            }
            device.store(node, Json.token(typed(node.shape().type, value).orElse(value)), now);
        }
    }

    /** Adds an instance to an object and returns its path; nothing if there is no such object. */
    public static Optional<String> addInstance(Device device, String object, long now) {
        synchronized (device) {
            Node parent = device.template().at(object);
            if (parent == null || parent.isLeaf()) {
                return Optional.empty();
            }
            int number = parent.children().stream()
                    .filter(child -> child.name().matches("\\d{1,6}"))
                    .mapToInt(child -> Integer.parseInt(child.name()))
                    .max()
                    .orElse(0);
            String path = object + "." + (number + 1);
            device.reshape(
                    "add " + path,
                    tree -> tree.plant(
                            path,
                            tree.find(object + "." + number)
                                    .map(ParameterTree::blank)
                                    .orElseGet(() -> Models.instance(parent.name()))),
                    now);
            return Optional.of(path);
        }
    }

    /** The paths of an object's instances. */
    public static List<String> instances(Device device, String object) {
        synchronized (device) {
            Node parent = device.template().at(object);
            return parent == null
                    ? List.of()
                    : parent.children().stream()
                            .filter(child -> child.name().matches("\\d{1,6}"))
                            .map(Node::path)
                            .toList();
        }
    }

    /** Removes an instance; false if there is none. */
    public static boolean removeInstance(Device device, String path, long now) {
        synchronized (device) {
            if (device.template().at(path) == null) {
                return false;
            }
            device.reshape("prune " + path, tree -> tree.prune(path), now);
            return true;
        }
    }

    /** Writes the time into one of the ACS's own parameters, {@code Reboot} or {@code FactoryReset}. */
    public static void stamp(Device device, String name, long now) {
        synchronized (device) {
            Node node = device.template().at(name);
            if (node != null) {
                device.store(node, Moment.token(now), now);
            }
        }
    }

    /** Writes down a finished transfer under {@code Downloads}, as the ACS does. */
    public static void downloaded(Device device, String type, String name, String target, long now) {
        synchronized (device) {
            if (device.template().at("Downloads") == null) {
                ParameterTree downloads = ParameterTree.branch(true);
                downloads.timed = false; // the ACS's own object was never discovered on the CPE
                device.reshape("downloads", tree -> tree.children.put("Downloads", downloads), now);
            }
            String path = addInstance(device, "Downloads", now).orElseThrow() + ".";
            Moment moment = new Moment(now);
            fill(device, path + "FileType", type, now);
            fill(device, path + "FileName", name, now);
            fill(device, path + "TargetFileName", target, now);
            fill(device, path + "Download", moment, now);
            fill(device, path + "LastFileType", type, now);
            fill(device, path + "LastFileName", name, now);
            fill(device, path + "LastTargetFileName", target, now);
            fill(device, path + "LastDownload", moment, now);
            fill(device, path + "StartTime", moment, now);
            fill(device, path + "CompleteTime", moment, now);
        }
    }

    /** The value as the parameter's type has it, or nothing if it cannot be that. */
    private static Optional<Object> typed(String type, Object value) {
        String text = String.valueOf(value).trim();
        return switch (type) {
            case "xsd:boolean" -> flag(text);
            case "xsd:int", "xsd:unsignedInt" -> number(text, type.equals("xsd:unsignedInt"));
            case "xsd:dateTime" ->
                value instanceof Moment
                        ? Optional.of(value)
                        : Moment.parse(text).map(moment -> moment);
            default -> Optional.of(value instanceof Moment ? value : String.valueOf(value));
        };
    }

    private static Optional<Object> flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Optional.of(true);
            case "false", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Object> number(String text, boolean unsigned) {
        return text.matches(unsigned ? "\\d{1,10}" : "-?\\d{1,10}")
                ? Optional.of(Long.valueOf(text))
                : Optional.empty();
    }

    private static String typeOf(Object value) {
        if (value instanceof Boolean) {
            return "xsd:boolean";
        }
        if (value instanceof Number) {
            return "xsd:unsignedInt";
        }
        return value instanceof Moment ? "xsd:dateTime" : ParameterTree.DEFAULT_TYPE;
    }
}
