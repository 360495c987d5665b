package com.rjchronos.model.device;

import java.util.Map;
import java.util.Optional;

/**
 * A node of the parameter tree: an object with children, a leaf, or (malformed, but seen) both.
 *
 * @param value the leaf here; null for an object
 * @param children by name; for a table the names are instance numbers
 */
public record ParameterNode(Leaf value, Map<String, ParameterNode> children) {
    /** A node with nothing in it. */
    public static final ParameterNode EMPTY = new ParameterNode(null, Map.of());

    public Optional<Leaf> leaf() {
        return Optional.ofNullable(value);
    }

    /** The node at a dotted path below this one; null if there is none. */
    ParameterNode at(String path) {
        ParameterNode node = this;
        int from = 0;
        while (node != null && from <= path.length()) {
            int dot = path.indexOf('.', from);
            int to = dot < 0 ? path.length() : dot;
            if (to > from) {
                node = node.children.get(path.substring(from, to));
            }
            if (dot < 0) {
                return node;
            }
            from = dot + 1;
        }
        return node;
    }
}
