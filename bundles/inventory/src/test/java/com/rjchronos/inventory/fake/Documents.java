package com.rjchronos.inventory.fake;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.device.Leaf;
import com.rjchronos.model.device.ParameterNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Documents for tests: {@code Documents.of("A").manufacturer("Huawei").value("Device.X", 1).build()}. */
public final class Documents {
    public static final AcsId MAIN = new AcsId("main");

    private final String id;
    private Optional<String> manufacturer = Optional.empty();
    private Optional<String> oui = Optional.empty();
    private Optional<String> productClass = Optional.empty();
    private Optional<String> serial = Optional.empty();
    private Optional<Instant> lastInform = Optional.of(Instant.parse("2026-11-23T11:59:00Z"));
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Documents(String id) {
        this.id = id;
    }

    public static Documents of(String id) {
        return new Documents(id);
    }

    public Documents manufacturer(String value) {
        manufacturer = Optional.of(value);
        return this;
    }

    public Documents oui(String value) {
        oui = Optional.of(value);
        return this;
    }

    public Documents productClass(String value) {
        productClass = Optional.of(value);
        return this;
    }

    public Documents serial(String value) {
        serial = Optional.of(value);
        return this;
    }

    public Documents lastInform(String instant) {
        lastInform = Optional.ofNullable(instant).map(Instant::parse);
        return this;
    }

    public Documents value(String path, Object value) {
        values.put(path, value);
        return this;
    }

    public DeviceDocument build() {
        ParameterNode root = ParameterNode.EMPTY;
        for (Map.Entry<String, Object> e : values.entrySet()) {
            root = with(root, e.getKey(), e.getValue());
        }
        return new DeviceDocument(
                new DeviceIdentity(MAIN, id, manufacturer, oui, productClass, serial),
                lastInform,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                root);
    }

    private static ParameterNode with(ParameterNode node, String path, Object value) {
        if (path.isEmpty()) {
            return new ParameterNode(new Leaf(value, null, "2026-11-23T11:58:00Z"), node.children());
        }
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        String rest = dot < 0 ? "" : path.substring(dot + 1);
        Map<String, ParameterNode> children = new LinkedHashMap<>(node.children());
        children.put(name, with(children.getOrDefault(name, ParameterNode.EMPTY), rest, value));
        return new ParameterNode(node.value(), children);
    }
}
