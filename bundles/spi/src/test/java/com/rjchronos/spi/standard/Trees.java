package com.rjchronos.spi.standard;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.device.Leaf;
import com.rjchronos.model.device.ParameterNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Small parameter trees for tests. */
final class Trees {
    private Trees() {}

    static ParameterNode leaf(Object value) {
        return new ParameterNode(new Leaf(value, null, null), Map.of());
    }

    static ParameterNode leaf(Object value, String timestamp) {
        return new ParameterNode(new Leaf(value, null, timestamp), Map.of());
    }

    /** An object with what is below it, given as name, value or object, and so on; what is null is left out. */
    static ParameterNode object(Object... namesAndValues) {
        Map<String, ParameterNode> children = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                Object below = namesAndValues[i + 1];
                children.put((String) namesAndValues[i], below instanceof ParameterNode node ? node : leaf(below));
            }
        }
        return new ParameterNode(null, children);
    }

    /** A root that holds an object at a dotted path. */
    static Branch rootWith(String path, ParameterNode object) {
        ParameterNode node = object;
        String[] names = path.split("\\.");
        for (int i = names.length - 1; i >= 0; i--) {
            node = new ParameterNode(null, Map.of(names[i], node));
        }
        return Branch.of(document(new ParameterNode(null, Map.of("Root", node))), "Root");
    }

    static DeviceDocument document(ParameterNode parameters) {
        DeviceIdentity identity = new DeviceIdentity(
                new AcsId("main"), "x", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return new DeviceDocument(identity, Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), parameters);
    }
}
