package com.rjchronos.simulator.fleet;

import com.rjchronos.simulator.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A data model while it is being put together: read from a recorded document, completed, reshaped by AddObject. */
final class ParameterTree {
    static final String DEFAULT_TYPE = "xsd:string";

    final Map<String, ParameterTree> children = new LinkedHashMap<>();
    Boolean object;
    Boolean writable;
    boolean timed;
    /** A leaf that a document does not show before it has a value. */
    boolean hidden;

    byte[] value;
    /** What the CPE answers when a parameter is read that was discovered only. */
    byte[] unread;

    String type = DEFAULT_TYPE;

    static ParameterTree branch(boolean writable) {
        ParameterTree tree = new ParameterTree();
        tree.object = true;
        tree.writable = writable;
        tree.timed = true;
        return tree;
    }

    static ParameterTree leaf(Boolean writable, byte[] value, String type) {
        ParameterTree leaf = new ParameterTree();
        leaf.object = false;
        leaf.writable = writable;
        leaf.value = value;
        leaf.type = type;
        leaf.timed = true;
        return leaf;
    }

    static ParameterTree hiddenLeaf(String type) {
        ParameterTree leaf = leaf(null, null, type);
        leaf.hidden = true;
        return leaf;
    }

    byte[] unread() {
        return unread != null
                ? unread
                : Json.token(
                        switch (type) {
                            case "xsd:boolean" -> false;
                            case "xsd:int", "xsd:unsignedInt" -> 0L;
                            default -> "";
                        });
    }

    boolean isLeaf() {
        return Boolean.FALSE.equals(object);
    }

    Optional<ParameterTree> find(String path) {
        ParameterTree here = this;
        for (String segment : path.split("\\.")) {
            here = here.children.get(segment);
            if (here == null) {
                return Optional.empty();
            }
        }
        return Optional.of(here);
    }

    /** Puts a subtree at a path and makes the objects above it that are missing. */
    void plant(String path, ParameterTree subtree) {
        int dot = path.lastIndexOf('.');
        ParameterTree parent = dot < 0 ? this : object(path.substring(0, dot));
        parent.children.put(path.substring(dot + 1), subtree);
    }

    boolean prune(String path) {
        int dot = path.lastIndexOf('.');
        Optional<ParameterTree> parent = dot < 0 ? Optional.of(this) : find(path.substring(0, dot));
        return parent.map(tree -> tree.children.remove(path.substring(dot + 1)) != null)
                .orElse(false);
    }

    /** The same shape with every value forgotten: what a new instance of an object looks like. */
    ParameterTree blank() {
        ParameterTree copy = new ParameterTree();
        copy.object = object;
        copy.writable = writable;
        copy.timed = timed;
        copy.type = type;
        copy.unread = unread;
        children.forEach((name, child) -> copy.children.put(name, child.blank()));
        return copy;
    }

    private ParameterTree object(String path) {
        ParameterTree here = this;
        for (String segment : path.split("\\.")) {
            here = here.children.computeIfAbsent(segment, name -> branch(true));
        }
        return here;
    }
}
