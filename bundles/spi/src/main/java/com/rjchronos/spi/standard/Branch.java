package com.rjchronos.spi.standard;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.Leaf;
import com.rjchronos.model.device.ParameterNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An object of the parameter tree, walked to once, whose parameters are then asked for by name. */
public final class Branch {
    /** Longer text is no value of a parameter we read, whatever the device says. */
    public static final int MAX_TEXT = 255;

    private static final double MAX_SECONDS = 100.0 * 366 * 86_400;

    private final String path;
    private final ParameterNode node;

    private Branch(String path, ParameterNode node) {
        this.path = path;
        this.node = node;
    }

    /** The object at a dotted path; an empty one if the document has none. */
    public static Branch of(DeviceDocument document, String path) {
        return new Branch("", document.parameters()).at(path);
    }

    /** The object at a dotted path below this one; an empty one if there is none. */
    public Branch at(String below) {
        String full = path.isEmpty() ? below : path + '.' + below;
        return new Branch(full, node(below));
    }

    /** The instances of this table with numbers from 1 to {@code last}, in ascending order. */
    public List<Branch> instances(int last) {
        Map<Integer, Branch> found = new TreeMap<>();
        for (Map.Entry<String, ParameterNode> child : node.children().entrySet()) {
            int number = instance(child.getKey());
            if (number >= 1 && number <= last) {
                found.put(number, new Branch(path + '.' + child.getKey(), child.getValue()));
            }
        }
        return new ArrayList<>(found.values());
    }

    /** Where this is in the tree, without a trailing dot. */
    public String path() {
        return path;
    }

    /** Whether there is anything below. */
    public boolean isEmpty() {
        return node.children().isEmpty();
    }

    /** Whether the ACS knows an object or a parameter of this name here. */
    public boolean has(String name) {
        return node(name) != ParameterNode.EMPTY;
    }

    /** The parameter of this name that has a value. */
    public Optional<Leaf> leaf(String name) {
        Leaf leaf = node(name).value();
        return leaf == null || leaf.value() == null ? Optional.empty() : Optional.of(leaf);
    }

    /** Printable text of at most {@value #MAX_TEXT} characters; anything else is no value. */
    public Optional<String> text(String name) {
        return leaf(name).flatMap(Leaf::text).filter(Branch::isPrintable);
    }

    public Optional<Boolean> flag(String name) {
        return leaf(name).flatMap(Leaf::flag);
    }

    /** A whole number within the bounds, both included. */
    public Optional<Integer> integer(String name, int from, int to) {
        return leaf(name)
                .flatMap(Leaf::number)
                .filter(n -> n >= from && n <= to && n == Math.rint(n))
                .map(Double::intValue);
    }

    /** A number of seconds from 0 to a hundred years. */
    public Optional<Duration> seconds(String name) {
        return leaf(name).flatMap(Leaf::number).flatMap(Branch::duration);
    }

    /** As {@link #seconds}, of a number. */
    static Optional<Duration> duration(double seconds) {
        return seconds >= 0 && seconds <= MAX_SECONDS
                ? Optional.of(Duration.ofSeconds((long) seconds))
                : Optional.empty();
    }

    private ParameterNode node(String below) {
        ParameterNode at = node;
        int from = 0;
        for (int dot = below.indexOf('.'); dot >= 0 && at != null; dot = below.indexOf('.', from)) {
            at = at.children().get(below.substring(from, dot));
            from = dot + 1;
        }
        ParameterNode last = at == null ? null : at.children().get(from == 0 ? below : below.substring(from));
        return last == null ? ParameterNode.EMPTY : last;
    }

    private static int instance(String name) {
        if (name.isEmpty() || name.length() > 6) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < name.length(); i++) {
            int digit = name.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Neither control characters nor halves of a character: no store takes them. */
    private static boolean isPrintable(String text) {
        if (text.length() > MAX_TEXT) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            int c = text.codePointAt(i);
            if (Character.isISOControl(c) || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                return false;
            }
            i += Character.charCount(c) - 1;
        }
        return true;
    }
}
