package com.rjchronos.simulator.fleet;

import com.rjchronos.simulator.fleet.Template.Node;
import com.rjchronos.simulator.json.Json;
import com.rjchronos.simulator.json.Moment;
import com.rjchronos.simulator.query.Document;
import com.rjchronos.simulator.query.Path;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Answers what a query asks of a device. The caller holds the device's monitor. */
final class DeviceReader {
    private DeviceReader() {}

    static Object at(Device device, Template template, Path path) {
        if (path.text().equals("_id")) {
            return device.id();
        }
        String first = path.segments().get(0);
        if (first.startsWith("_")) {
            return metadata(device, path, first);
        }
        Node node = template.at(path.owner());
        return node == null ? Document.ABSENT : attribute(device, node, path.attribute());
    }

    private static Object metadata(Device device, Path path, String first) {
        Optional<Metadata> metadata = Metadata.named(first);
        if (metadata.isEmpty()) {
            return Document.ABSENT;
        }
        Object value = metadata.get().of(device);
        if (path.segments().size() == 1) {
            return value;
        }
        return value instanceof Map<?, ?> map && path.segments().size() == 2 && map.containsKey(path.attribute())
                ? map.get(path.attribute())
                : Document.ABSENT;
    }

    private static Object attribute(Device device, Node node, String attribute) {
        byte[] value = node.isLeaf() ? device.value(node.number()) : null;
        return switch (attribute) {
            case "_value" -> value == null ? Document.ABSENT : plain(value);
            case "_type" -> value == null ? Document.ABSENT : node.shape().type;
            case "_object" -> orAbsent(node.shape().object);
            case "_writable" -> orAbsent(node.shape().writable);
            case "_timestamp" -> value == null && node.isLeaf() ? Document.ABSENT : plain(device.time(node.number()));
            default -> Document.ABSENT;
        };
    }

    private static Object orAbsent(Object value) {
        return value == null ? Document.ABSENT : value;
    }

    /** The value behind a token; dates are told by their form. */
    private static Object plain(byte[] token) {
        String text = new String(token, StandardCharsets.UTF_8);
        if (text.length() == 26 && text.charAt(0) == '"' && Moment.isStored(text.substring(1, 25))) {
            return Json.parseStored(text);
        }
        return Json.parse(text);
    }
}
