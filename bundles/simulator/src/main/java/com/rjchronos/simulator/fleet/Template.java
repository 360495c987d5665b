package com.rjchronos.simulator.fleet;

import com.rjchronos.simulator.query.Projection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The data model that many devices share: names, types and the values they have in common, flattened in document order. Immutable
 * but for its cache of renderings.
 */
final class Template {
    private static final int RENDERINGS_KEPT = 8;
    private static final int DERIVED_KEPT = 64;

    /** One object or parameter; its number is its index in {@link #nodes}. */
    record Node(int number, String name, String path, ParameterTree shape, List<Node> children) {
        boolean isLeaf() {
            return shape.isLeaf();
        }
    }

    private final List<Node> nodes = new ArrayList<>();
    private final List<Node> roots = new ArrayList<>();
    private final Map<String, Node> byPath = new HashMap<>();
    private final Map<Integer, Gauge> gauges = new LinkedHashMap<>();
    private final Map<String, Gauge> gaugesByPath;
    private final Map<String, Rendering> renderings = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Rendering> eldest) {
            return size() > RENDERINGS_KEPT;
        }
    };

    private final Map<String, Template> derived = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Template> eldest) {
            return size() > DERIVED_KEPT;
        }
    };

    private Template(ParameterTree tree, Map<String, Gauge> gauges) {
        this.gaugesByPath = gauges;
        tree.children.forEach((name, child) -> roots.add(flatten(name, name, child)));
        gauges.forEach((path, gauge) -> {
            Node node = byPath.get(path);
            if (node != null && node.isLeaf()) {
                this.gauges.put(node.number(), gauge);
            }
        });
    }

    static Template of(ParameterTree tree, Map<String, Gauge> gauges) {
        return new Template(tree, gauges);
    }

    List<Node> nodes() {
        return nodes;
    }

    List<Node> roots() {
        return roots;
    }

    /** The node at a path, or null: this is asked once per device and condition of every query. */
    Node at(String path) {
        return byPath.get(path);
    }

    /** The leaves that are not the same in all devices, by node number. */
    Map<Integer, Gauge> gauges() {
        return gauges;
    }

    Rendering rendering(Projection projection) {
        synchronized (renderings) {
            return renderings.computeIfAbsent(projection.key(), key -> Rendering.of(this, projection));
        }
    }

    /**
     * This template after a change of structure. Devices that go through the same change share what comes of it.
     *
     * @param change names the change, all of it
     */
    Template derive(String change, Consumer<ParameterTree> shaping) {
        synchronized (derived) {
            Template known = derived.get(change);
            if (known == null) {
                ParameterTree tree = new ParameterTree();
                roots.forEach(root -> tree.children.put(root.name(), thawed(root)));
                shaping.accept(tree);
                known = Template.of(tree, gaugesByPath);
                derived.put(change, known);
            }
            return known;
        }
    }

    /** A copy to be reshaped; the leaves are shared, the objects are not. */
    private static ParameterTree thawed(Node node) {
        if (node.isLeaf()) {
            return node.shape();
        }
        ParameterTree copy = new ParameterTree();
        copy.object = node.shape().object;
        copy.writable = node.shape().writable;
        copy.timed = node.shape().timed;
        node.children().forEach(child -> copy.children.put(child.name(), thawed(child)));
        return copy;
    }

    private Node flatten(String name, String path, ParameterTree shape) {
        Node node = new Node(nodes.size(), name, path, shape, new ArrayList<>());
        nodes.add(node);
        byPath.put(path, node);
        shape.children.forEach((child, below) -> node.children().add(flatten(child, path + "." + child, below)));
        return node;
    }
}
