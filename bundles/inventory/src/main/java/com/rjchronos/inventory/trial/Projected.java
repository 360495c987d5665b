package com.rjchronos.inventory.trial;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.ParameterNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;

/** What of a whole document a sweep would ask for: what a connector does not declare it does not get to see. */
final class Projected {

    private Projected() {}

    static DeviceDocument of(DeviceDocument whole, Collection<String> paths) {
        ParameterNode root = new ParameterNode(null, new HashMap<>());
        paths.forEach(path -> copy(whole.parameters(), root, List.of(path.split("[.]"))));
        return new DeviceDocument(
                whole.identity(), whole.lastInform(), whole.registered(), whole.lastBoot(), whole.tags(), root);
    }

    private static void copy(ParameterNode from, ParameterNode to, List<String> path) {
        String name = path.get(0);
        ParameterNode child = from.children().get(name);
        if (child == null) {
            return;
        }
        if (path.size() == 1) {
            to.children().put(name, child);
        } else {
            ParameterNode below = to.children().computeIfAbsent(name, n -> new ParameterNode(null, new HashMap<>()));
            copy(child, below, path.subList(1, path.size()));
        }
    }
}
