package com.rjchronos.model.device;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One device as an ACS tells it: who it is, when it informed, and the parameters that were asked for.
 *
 * <p>Paths are dotted, e.g. {@code InternetGatewayDevice.DeviceInfo.UpTime}; a trailing dot is allowed. Nothing here throws
 * for a missing or malformed parameter.
 *
 * @param identity how CWMP names it
 * @param lastInform the start of its last session
 * @param registered when the ACS first saw it
 * @param lastBoot its last boot as the ACS knows
 * @param tags set by people in the ACS
 * @param parameters the root of the parameter tree
 */
public record DeviceDocument(
        DeviceIdentity identity,
        Optional<Instant> lastInform,
        Optional<Instant> registered,
        Optional<Instant> lastBoot,
        Set<String> tags,
        ParameterNode parameters) {
    private static final Pattern INSTANCE = Pattern.compile("[0-9]{1,6}");

    public DeviceDocument {
        tags = Set.copyOf(tags);
    }

    /** The leaf at a path that has a value. */
    public Optional<Leaf> leaf(String path) {
        ParameterNode node = parameters.at(path);
        return node == null ? Optional.empty() : node.leaf().filter(l -> l.value() != null);
    }

    /** The value at a path as text, never blank. */
    public Optional<String> text(String path) {
        return leaf(path).flatMap(Leaf::text);
    }

    /** The value at a path as a finite number. */
    public Optional<Double> number(String path) {
        return leaf(path).flatMap(Leaf::number);
    }

    /** The value at a path as a flag. */
    public Optional<Boolean> flag(String path) {
        return leaf(path).flatMap(Leaf::flag);
    }

    /** Whether the ACS knows an object or a parameter at this path. */
    public boolean has(String path) {
        return parameters.at(path) != null;
    }

    /** The instance numbers of a table in ascending order; empty if there is no such table. */
    public List<Integer> instances(String table) {
        ParameterNode node = parameters.at(table);
        if (node == null) {
            return List.of();
        }
        return node.children().keySet().stream()
                .filter(name -> INSTANCE.matcher(name).matches())
                .map(Integer::valueOf)
                .sorted()
                .toList();
    }
}
