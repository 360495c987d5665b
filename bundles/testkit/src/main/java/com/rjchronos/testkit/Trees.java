package com.rjchronos.testkit;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.Leaf;
import com.rjchronos.model.device.ParameterNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Copies of documents with something changed in the parameter tree. */
final class Trees {
    private Trees() {}

    static DeviceDocument with(DeviceDocument document, ParameterNode parameters) {
        return new DeviceDocument(
                document.identity(),
                document.lastInform(),
                document.registered(),
                document.lastBoot(),
                document.tags(),
                parameters);
    }

    /** A copy with the node at a path replaced; dropped where the change answers null. */
    static DeviceDocument change(DeviceDocument document, List<String> path, UnaryOperator<ParameterNode> change) {
        return with(document, change(document.parameters(), path, change));
    }

    private static ParameterNode change(ParameterNode node, List<String> path, UnaryOperator<ParameterNode> change) {
        if (path.isEmpty()) {
            return change.apply(node);
        }
        ParameterNode child = node.children().get(path.get(0));
        if (child == null) {
            return node;
        }
        Map<String, ParameterNode> children = new LinkedHashMap<>(node.children());
        ParameterNode changed = change(child, path.subList(1, path.size()), change);
        if (changed == null) {
            children.remove(path.get(0));
        } else {
            children.put(path.get(0), changed);
        }
        return new ParameterNode(node.value(), children);
    }

    /** What an ACS answers when it is asked for these paths only: the objects and parameters named, and what they hold. */
    static DeviceDocument project(DeviceDocument document, Collection<String> paths) {
        ParameterNode root = new ParameterNode(null, new LinkedHashMap<>());
        for (String path : paths) {
            copy(document.parameters(), root, List.of(path.split("\\.")));
        }
        return with(document, root);
    }

    private static void copy(ParameterNode from, ParameterNode to, List<String> path) {
        String name = path.get(0);
        ParameterNode child = from.children().get(name);
        if (child == null) {
            return;
        }
        if (path.size() == 1) {
            to.children().put(name, child);
            return;
        }
        if (path.size() == 2 && path.get(1).equals("_value")) {
            to.children().putIfAbsent(name, valueAlone(child));
            return;
        }
        copy(
                child,
                to.children().computeIfAbsent(name, n -> new ParameterNode(null, new LinkedHashMap<>())),
                path.subList(1, path.size()));
    }

    private static ParameterNode valueAlone(ParameterNode node) {
        Leaf leaf = node.value();
        return new ParameterNode(leaf == null ? null : new Leaf(leaf.value(), null, null), Map.of());
    }

    /** The paths of all parameters. */
    static List<List<String>> leaves(DeviceDocument document) {
        List<List<String>> paths = new ArrayList<>();
        collect(document.parameters(), List.of(), true, paths);
        return paths;
    }

    /** The paths of all objects. */
    static List<List<String>> objects(DeviceDocument document) {
        List<List<String>> paths = new ArrayList<>();
        collect(document.parameters(), List.of(), false, paths);
        return paths;
    }

    private static void collect(ParameterNode node, List<String> path, boolean leaves, List<List<String>> paths) {
        if (leaves == (node.value() != null) && !path.isEmpty()) {
            paths.add(path);
        }
        node.children().forEach((name, child) -> {
            List<String> below = new ArrayList<>(path);
            below.add(name);
            collect(child, List.copyOf(below), leaves, paths);
        });
    }
}
