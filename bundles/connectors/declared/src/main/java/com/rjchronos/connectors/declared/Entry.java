package com.rjchronos.connectors.declared;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * A value in a YAML file, with its key and its line. Nothing is constructed from YAML but texts, lists and maps: a scalar is the
 * text that stands there, whatever YAML takes it for ({@code oui: 001122} keeps its zeros), and type tags are refused.
 */
final class Entry {
    private static final String STANDARD_TAGS = "tag:yaml.org,2002:";
    private static final Set<String> TAGS =
            Set.of("str", "int", "float", "bool", "null", "timestamp", "seq", "map", "merge");
    private static final int MAX_DEPTH = 10;
    private static final int MAX_ALIASES = 20;
    private static final int MAX_ITEMS = 64;
    private static final int MAX_TEXT = 512;

    private final String key;
    private final Node node;

    private Entry(String key, Node node) {
        this.key = key;
        this.node = node;
        String tag = node.getTag().getValue();
        if (!tag.startsWith(STANDARD_TAGS) || !TAGS.contains(tag.substring(STANDARD_TAGS.length()))) {
            throw refused(tag, "must have no type tag");
        }
    }

    /**
     * The one document of a file.
     *
     * @throws FileRefusedException if it is no YAML, or more of it than a connector needs
     */
    static Entry document(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(yaml.length() + 1); // the size is the reader's care
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(yaml));
            if (root == null) {
                throw new FileRefusedException(0, "", "", "must hold something");
            }
            return new Entry("", root);
        } catch (MarkedYAMLException e) {
            throw new FileRefusedException(lineOf(e), "", "", "must be YAML: " + problemOf(e));
        } catch (ReaderException e) {
            int line = 1
                    + (int) yaml.codePoints()
                            .limit(e.getPosition())
                            .filter(c -> c == '\n')
                            .count();
            throw new FileRefusedException(line, "", "", "must hold printable characters only");
        } catch (YAMLException e) {
            throw new FileRefusedException(0, "", "", "must be YAML of a connector's size: " + e.getMessage());
        }
    }

    /** The line it stands in, from 1. */
    private int line() {
        return node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
    }

    /**
     * The fields of a map, in the order of the file.
     *
     * @param known all keys there may be
     */
    Map<String, Entry> fields(Set<String> known) {
        if (!(node instanceof MappingNode map)) {
            throw refused(shown(), "must be a map of " + new TreeSet<>(known));
        }
        Map<String, Entry> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            Entry name = new Entry(key, tuple.getKeyNode());
            String field = name.shown();
            Entry value = new Entry(key.isEmpty() ? field : key + "." + field, tuple.getValueNode());
            if (!known.contains(field)) {
                throw new FileRefusedException(
                        name.line(), value.key, value.shown(), "unknown key; known are " + new TreeSet<>(known));
            }
            if (fields.putIfAbsent(field, value) != null) {
                throw new FileRefusedException(name.line(), value.key, value.shown(), "must be given once");
            }
        }
        return fields;
    }

    /** The items of a list; a single value is a list of one. */
    List<Entry> items() {
        if (!(node instanceof SequenceNode list)) {
            return List.of(this);
        }
        int size = list.getValue().size();
        if (size < 1 || size > MAX_ITEMS) {
            throw refused(size + " items", "must have 1 to " + MAX_ITEMS + " items");
        }
        return IntStream.range(0, size)
                .mapToObj(i ->
                        new Entry(key + "[" + (i + 1) + "]", list.getValue().get(i)))
                .toList();
    }

    /** The text of a scalar, not blank. */
    String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw refused(shown(), "must be a text");
        }
        String text = scalar.getValue().strip();
        if (text.isEmpty() || text.length() > MAX_TEXT) {
            throw refused(text, "must be a text of 1 to " + MAX_TEXT + " characters");
        }
        return text;
    }

    /** A text that keeps a rule. */
    String text(Predicate<String> rule, String sentence) {
        String text = text();
        if (!rule.test(text)) {
            throw refused(text, sentence);
        }
        return text;
    }

    /** The texts of a list that keep a rule. */
    List<String> texts(Predicate<String> rule, String sentence) {
        List<String> texts = new ArrayList<>();
        items().forEach(item -> texts.add(item.text(rule, sentence)));
        return texts;
    }

    FileRefusedException refused(String rule) {
        return refused(shown(), rule);
    }

    private FileRefusedException refused(String value, String rule) {
        return new FileRefusedException(line(), key, value, rule);
    }

    private String shown() {
        return node instanceof ScalarNode scalar
                ? scalar.getValue()
                : node instanceof SequenceNode ? "(a list)" : "(a map)";
    }

    private static int lineOf(MarkedYAMLException e) {
        return e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
    }

    private static String problemOf(MarkedYAMLException e) {
        return e.getProblem() == null ? "it is broken" : e.getProblem();
    }
}
