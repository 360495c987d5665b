package com.rjchronos.simulator.query;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which parts of a document are asked for. Names are trimmed, an overlap is reduced to its prefix, {@code _id} always comes, and
 * there are no wildcards.
 *
 * @param key equal for projections that ask for the same
 * @param root the names as a tree; its being whole means that nothing was projected away
 */
public record Projection(String key, Branch root) {
    public static final Projection NONE = new Projection("", new Branch(Map.of(), true));

    /**
     * A name in the tree.
     *
     * @param children the names below it
     * @param whole whether all that is below it is asked for
     */
    public record Branch(Map<String, Branch> children, boolean whole) {}

    public boolean whole() {
        return root.whole();
    }

    /** Reads the comma-separated list of names; an empty text projects nothing away. */
    public static Projection parse(String list) {
        if (list.isEmpty()) {
            return NONE;
        }
        TreeSet<String> names = new TreeSet<>();
        Arrays.stream(list.split(","))
                .map(String::trim)
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        Node root = new Node();
        names.forEach(root::add);
        return new Projection(String.join(",", names), root.frozen());
    }

    private static final class Node {
        private final Map<String, Node> children = new LinkedHashMap<>();
        private boolean whole;

        void add(String name) {
            Node here = this;
            for (String segment : name.split("\\.", -1)) {
                if (here.whole) {
                    return;
                }
                here = here.children.computeIfAbsent(segment, key -> new Node());
            }
            here.whole = true;
            here.children.clear();
        }

        Branch frozen() {
            Map<String, Branch> below = new LinkedHashMap<>();
            children.forEach((name, node) -> below.put(name, node.frozen()));
            return new Branch(below, whole);
        }
    }
}
