package com.rjchronos.testkit;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.Leaf;
import com.rjchronos.model.device.ParameterNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;

/** The ways a document can be wrong that were seen in the field, and some worse, applied everywhere and at random. */
final class Mutations {
    private static final long SEED = 20_261_123;
    private static final int RANDOM_ROUNDS = 1_000;
    private static final int RANDOM_CHANGES = 12;

    /** What a parameter may hold instead of what one expects. */
    private static final List<Object> VALUES = List.of(
            "",
            "   ",
            "0",
            "-1",
            "1",
            "true",
            "not a number",
            "-21.3 dBm",
            "NaN",
            "1e308",
            "0.0.0.0",
            "999.1.1.1",
            "1.2.3",
            "00:00:00:00:00:00",
            "ff:ff:ff:ff:ff:ff",
            "2026-11-23T03:29:39.161Z",
            "Grüße aus São Paulo \u4f60\u597d \ud83d\ude80",
            "\u0000\u0001\u007f",
            "\ud800 half a character",
            "x".repeat(100_000),
            "9".repeat(100_000),
            0L,
            -1L,
            1L,
            -40L,
            -27L,
            65_535L,
            1_000_000_000_000_000_000L,
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            -21.3,
            0.5,
            1e308,
            -1e308,
            Double.MIN_VALUE,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Boolean.TRUE,
            Boolean.FALSE);

    private Mutations() {}

    /** Hands over every mutation of a document with its description. */
    static void forEach(DeviceDocument document, BiConsumer<String, DeviceDocument> reader) {
        for (List<String> path : Trees.leaves(document)) {
            eachOf(document, path, reader);
        }
        for (List<String> path : Trees.objects(document)) {
            String at = String.join(".", path);
            reader.accept(at + " dropped", Trees.change(document, path, node -> null));
            reader.accept(at + " emptied", Trees.change(document, path, node -> ParameterNode.EMPTY));
            reader.accept(
                    at + " turned into a parameter",
                    Trees.change(document, path, node -> new ParameterNode(leaf("surprise"), Map.of())));
        }
        atRandom(document, reader);
    }

    private static void eachOf(DeviceDocument document, List<String> path, BiConsumer<String, DeviceDocument> reader) {
        String at = String.join(".", path);
        reader.accept(at + " dropped", Trees.change(document, path, node -> null));
        reader.accept(
                at + " never read", Trees.change(document, path, node -> new ParameterNode(leaf(null), Map.of())));
        reader.accept(at + " turned into an object", Trees.change(document, path, Mutations::nested));
        for (Object value : VALUES) {
            reader.accept(at + " = " + shown(value), Trees.change(document, path, node -> holding(node, value)));
        }
    }

    private static void atRandom(DeviceDocument document, BiConsumer<String, DeviceDocument> reader) {
        List<List<String>> paths = Trees.leaves(document);
        if (paths.isEmpty()) {
            return;
        }
        Random random = new Random(SEED);
        for (int round = 0; round < RANDOM_ROUNDS; round++) {
            DeviceDocument changed = document;
            for (int i = random.nextInt(RANDOM_CHANGES); i >= 0; i--) {
                Object value = VALUES.get(random.nextInt(VALUES.size()));
                List<String> path = paths.get(random.nextInt(paths.size()));
                changed = Trees.change(changed, path, node -> holding(node, value));
            }
            reader.accept("random round " + round + " of seed " + SEED, changed);
        }
    }

    private static ParameterNode holding(ParameterNode node, Object value) {
        Leaf before = node.value();
        return new ParameterNode(new Leaf(value, before.type(), before.timestamp()), node.children());
    }

    private static ParameterNode nested(ParameterNode node) {
        return new ParameterNode(null, Map.of("1", node, "x", node));
    }

    private static Leaf leaf(Object value) {
        return new Leaf(value, "xsd:string", "yesterday");
    }

    private static String shown(Object value) {
        String text = value.toString();
        return value.getClass().getSimpleName() + " " + (text.length() > 40 ? text.length() + " characters" : text);
    }
}
