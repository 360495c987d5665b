package com.rjchronos.simulator.fleet;

import com.rjchronos.simulator.fleet.Template.Node;
import com.rjchronos.simulator.json.ByteSink;
import com.rjchronos.simulator.json.Json;
import com.rjchronos.simulator.query.Projection;
import com.rjchronos.simulator.query.Projection.Branch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A projection of a template, compiled: pieces of finished JSON with holes for what a device has of its own. Writing a device is
 * copying, which is what makes a listing fast without a cache of its bytes.
 */
final class Rendering {
    private static final Set<String> VALUE_ONLY = Set.of("_value");

    /** What fills a hole. Every one that may stay empty brings its own comma. */
    private interface Hole {
        void fill(Device device, ByteSink out);
    }

    private final byte[][] pieces;
    private final Hole[] holes;

    private Rendering(List<byte[]> pieces, List<Hole> holes) {
        this.pieces = pieces.toArray(byte[][]::new);
        this.holes = holes.toArray(Hole[]::new);
    }

    static Rendering of(Template template, Projection projection) {
        return new Compiler(template).compile(projection.root());
    }

    /** The caller holds the device's monitor. */
    void write(Device device, ByteSink out) {
        for (int i = 0; i < holes.length; i++) {
            out.put(pieces[i]);
            holes[i].fill(device, out);
        }
        out.put(pieces[holes.length]);
    }

    private static final class Compiler {
        private final Template template;
        private final List<byte[]> pieces = new ArrayList<>();
        private final List<Hole> holes = new ArrayList<>();
        private final ByteSink literal = new ByteSink(4096);
        private int emitted;

        Compiler(Template template) {
            this.template = template;
        }

        Rendering compile(Branch root) {
            put("{\"_id\":");
            hole((device, out) -> out.put(device.idToken()));
            template.roots().forEach(node -> root(node, root));
            for (Metadata metadata : Metadata.values()) {
                Branch asked = root.whole() ? root : root.children().get(metadata.member());
                if (asked != null) {
                    hole((device, out) -> metadata.write(device, asked, out));
                }
            }
            put("}");
            pieces.add(literal.toBytes());
            return new Rendering(pieces, holes);
        }

        private void root(Node node, Branch above) {
            Branch asked = above.whole() ? above : above.children().get(node.name());
            if (asked == null) {
                return;
            }
            if (node.shape().hidden) {
                hole((device, out) -> hidden(device, node, out));
                return;
            }
            put(",");
            name(node);
            node(node, asked);
        }

        private void node(Node node, Branch asked) {
            if (node.isLeaf()) {
                leaf(node, asked);
                return;
            }
            put("{");
            int start = emitted;
            attributes(node, asked, start);
            for (Node child : node.children()) {
                Branch below = asked.whole() ? asked : asked.children().get(child.name());
                if (below != null) {
                    comma(start);
                    name(child);
                    node(child, below);
                }
            }
            put("}");
        }

        private void attributes(Node node, Branch asked, int start) {
            if (node.shape().object != null && wants(asked, "_object")) {
                comma(start);
                put("\"_object\":" + node.shape().object);
            }
            if (node.shape().writable != null && wants(asked, "_writable")) {
                comma(start);
                put("\"_writable\":" + node.shape().writable);
            }
            if (node.shape().timed && wants(asked, "_timestamp")) {
                comma(start);
                put("\"_timestamp\":");
                hole((device, out) -> out.put(device.time(node.number())));
            }
        }

        private void leaf(Node node, Branch asked) {
            if (node.shape().value == null
                    || !asked.whole() && !asked.children().keySet().equals(VALUE_ONLY)) {
                hole((device, out) -> sparse(device, node, asked, out));
                return;
            }
            if (!asked.whole()) {
                put("{\"_value\":");
                hole((device, out) -> out.put(device.value(node.number())));
                put("}");
                return;
            }
            put("{\"_object\":false");
            put(node.shape().writable == null ? "" : ",\"_writable\":" + node.shape().writable);
            put(",\"_value\":");
            hole((device, out) -> out.put(device.value(node.number())));
            put(",\"_type\":\"" + node.shape().type + "\",\"_timestamp\":");
            hole((device, out) -> out.put(device.time(node.number())));
            put("}");
        }

        private void name(Node node) {
            put(Json.text(node.name()) + ":");
        }

        /** A comma unless nothing was written since the brace, neither a literal nor a hole. */
        private void comma(int start) {
            if (emitted != start) {
                put(",");
            }
        }

        private void put(String json) {
            literal.put(json);
            emitted++;
        }

        private void hole(Hole hole) {
            emitted++;
            pieces.add(literal.toBytes());
            holes.add(hole);
            literal.cut(0);
        }
    }

    private static boolean wants(Branch asked, String attribute) {
        return asked.whole() || asked.children().containsKey(attribute);
    }

    private static void hidden(Device device, Node node, ByteSink out) {
        byte[] value = device.value(node.number());
        if (value != null) {
            out.put((",\"" + node.name() + "\":{\"_value\":").getBytes(StandardCharsets.UTF_8));
            out.put(value);
            out.put(",\"_type\":\"" + node.shape().type + "\",\"_timestamp\":");
            out.put(device.time(node.number()));
            out.put(",\"_object\":false}");
        }
    }

    /** A leaf that may have no value yet, or of which only some attributes are asked for. */
    private static void sparse(Device device, Node node, Branch asked, ByteSink out) {
        List<String> members = new ArrayList<>(5);
        byte[] value = device.value(node.number());
        if (wants(asked, "_object")) {
            members.add("\"_object\":false");
        }
        if (node.shape().writable != null && wants(asked, "_writable")) {
            members.add("\"_writable\":" + node.shape().writable);
        }
        if (value != null && wants(asked, "_value")) {
            members.add("\"_value\":" + new String(value, StandardCharsets.UTF_8));
        }
        if (value != null && wants(asked, "_type")) {
            members.add("\"_type\":\"" + node.shape().type + "\"");
        }
        if (value != null && wants(asked, "_timestamp")) {
            members.add("\"_timestamp\":" + new String(device.time(node.number()), StandardCharsets.US_ASCII));
        }
        out.put("{" + String.join(",", members) + "}");
    }
}
