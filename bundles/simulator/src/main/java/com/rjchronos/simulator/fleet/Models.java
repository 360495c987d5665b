package com.rjchronos.simulator.fleet;

import com.rjchronos.simulator.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Reads the models: a recorded document, the leaves that were constructed, and where each device's own values come from. */
final class Models {
    private static final List<String> NAMES = List.of(
            "huawei-hg8245h",
            "huawei-hg8245h-centi",
            "zte-f670l-v9",
            "zte-f670l-v6",
            "fiberhome-an5506",
            "intelbras-ax1800",
            "tplink-xc220-g3v",
            "acme-ax2000-tr181",
            "huawei-bm632w",
            "no-product-class");

    private Models() {}

    static List<Model> all() {
        Map<String, ParameterTree> trees = new LinkedHashMap<>();
        NAMES.forEach(name -> trees.put(name, tree(document(name))));
        Map<String, ParameterTree> read = new HashMap<>();
        trees.values()
                .forEach(tree -> leaves("", tree, (path, leaf) -> {
                    if (leaf.value != null) {
                        read.putIfAbsent(path, leaf);
                    }
                }));
        trees.values().forEach(tree -> leaves("", tree, (path, leaf) -> learn(leaf, read.get(path))));
        return NAMES.stream().map(name -> model(name, trees.get(name))).toList();
    }

    /** A parameter that was only discovered has the type, and will have the value, that another model's recording shows. */
    private static void learn(ParameterTree leaf, ParameterTree elsewhere) {
        if (leaf.value == null && elsewhere != null) {
            leaf.type = elsewhere.type;
            leaf.unread = elsewhere.value;
        }
    }

    private static void leaves(String path, ParameterTree tree, BiConsumer<String, ParameterTree> action) {
        if (tree.isLeaf()) {
            action.accept(path, tree);
        }
        tree.children.forEach((name, child) -> leaves(path.isEmpty() ? name : path + "." + name, child, action));
    }

    /** What a CPE makes when it is told to add an instance to an object that has none yet. */
    static ParameterTree instance(String object) {
        ParameterTree instance = ParameterTree.branch(true);
        Map<?, ?> known = (Map<?, ?>) Json.parse(resource("instances.json"));
        each(known, object, (name, leaf) -> construct(instance, name, (List<?>) leaf));
        return instance;
    }

    private static Map<?, ?> file(String name) {
        return (Map<?, ?>) Json.parse(resource(name + ".model.json"));
    }

    private static Map<?, ?> document(String name) {
        return (Map<?, ?>) Json.parse(resource(file(name).get("document").toString()));
    }

    private static Model model(String name, ParameterTree tree) {
        Map<?, ?> file = file(name);
        Map<?, ?> recorded = (Map<?, ?>) document(name).get("_deviceId");
        Object productClass =
                file.containsKey("productClass") ? file.get("productClass") : recorded.get("_ProductClass");
        each(file, "constructed", (path, leaf) -> construct(tree, path, (List<?>) leaf));
        tree.children.put("Reboot", ParameterTree.hiddenLeaf("xsd:dateTime"));
        tree.children.put("FactoryReset", ParameterTree.hiddenLeaf("xsd:dateTime"));
        Map<String, Gauge> gauges = new LinkedHashMap<>();
        each(file, "gauges", (path, spec) -> gauges.put(checked(tree, path), Gauges.named(spec.toString())));
        return new Model(
                name,
                ((Number) file.get("weight")).intValue(),
                (file.containsKey("manufacturer") ? file.get("manufacturer") : recorded.get("_Manufacturer"))
                        .toString(),
                ((List<?>) file.get("ouis")).stream().map(Object::toString).toList(),
                productClass instanceof String text ? text : null,
                Model.SerialForm.valueOf(file.get("serial").toString()),
                Template.of(tree, gauges));
    }

    private static String checked(ParameterTree tree, String path) {
        return tree.find(path)
                .filter(ParameterTree::isLeaf)
                .map(leaf -> path)
                .orElseThrow(() -> new IllegalStateException("a gauge needs a parameter, but there is no " + path));
    }

    private static void construct(ParameterTree tree, String path, List<?> leaf) {
        byte[] value = leaf.size() > 1 && leaf.get(1) != null ? Json.token(leaf.get(1)) : null;
        String type = leaf.size() > 2 ? leaf.get(2).toString() : ParameterTree.DEFAULT_TYPE;
        tree.plant(path, ParameterTree.leaf((Boolean) leaf.get(0), value, type));
    }

    private static ParameterTree tree(Map<?, ?> document) {
        ParameterTree tree = new ParameterTree();
        document.forEach((key, value) -> {
            if (!key.toString().startsWith("_")) {
                tree.children.put(key.toString(), node((Map<?, ?>) value));
            }
        });
        return tree;
    }

    private static ParameterTree node(Map<?, ?> recorded) {
        ParameterTree node = new ParameterTree();
        node.object = (Boolean) recorded.get("_object");
        node.writable = (Boolean) recorded.get("_writable");
        node.timed = recorded.containsKey("_timestamp");
        node.value = recorded.containsKey("_value") ? Json.token(recorded.get("_value")) : null;
        node.type = recorded.get("_type") instanceof String type ? type : ParameterTree.DEFAULT_TYPE;
        recorded.forEach((key, value) -> {
            if (!key.toString().startsWith("_")) {
                node.children.put(key.toString(), node((Map<?, ?>) value));
            }
        });
        return node;
    }

    private static void each(Map<?, ?> file, String member, BiConsumer<String, Object> action) {
        if (file.get(member) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> action.accept(key.toString(), value));
        }
    }

    private static String resource(String name) {
        try (InputStream in = Models.class.getResourceAsStream("/fleet/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks /fleet/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
