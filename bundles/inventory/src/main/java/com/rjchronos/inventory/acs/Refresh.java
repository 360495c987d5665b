package com.rjchronos.inventory.acs;

import com.rjchronos.model.acs.AcsScope;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.problem.ProblemKind;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The provision and the preset that keep fresh what connectors read. GenieACS asks a device for a value again that is older than the time declared for it;
 * {@code Date.now(interval)} of its scripts is the last of times that lie an interval apart, shifted by a hash of the device's id, so that a fleet spreads
 * over the interval.
 *
 * @param script of the provision
 * @param preset as JSON without blanks and with its keys in order
 */
record Refresh(String script, String preset) {
    /** The name of both, and of the preset's channel: a fault there holds up no other preset. */
    static final String NAME = "chronos-refresh";

    /** What a projection names of a parameter whose time is not needed. */
    private static final String VALUE = "._value";

    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-]+([.][A-Za-z0-9_-]+)*");

    /** A tag that is one name in GenieACS's expressions too, whatever its version does with others. */
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    /** No leaf that a connector reads lies deeper; levels that a device does not have cost it nothing. */
    private static final int LEVELS = 11;

    private static final String SCRIPT =
            """
            // Made by the appliance (chronos:acs-setup), which replaces what is changed here.
            // Asks each device once an hour for what connectors read; the hour begins at another moment for each device.
            const hourly = Date.now(3600000);
            const paths = [
            %s
            ];
            for (const path of paths) {
              let below = path;
              for (let level = path.split(".").length; level <= %d; level++) {
                declare(below, {path: hourly, value: hourly});
                below += ".*";
              }
            }
            """;

    /** All flags of {@code events} must hold: in no session that was asked for, for commands must not wait for an hour's values. */
    private static final String PRESET =
            "{\"channel\":\"" + NAME + "\",\"configurations\":[{\"type\":\"provision\",\"name\":\"" + NAME
                    + "\"}],\"events\":{\"6 CONNECTION REQUEST\":false},\"precondition\":\"%s\",\"weight\":0}";

    /**
     * For the devices in scope.
     *
     * @param projection the subtrees and parameters to keep fresh
     * @throws com.rjchronos.model.problem.ProblemException {@code CONFLICT} if the scope cannot stand in a preset, or nothing is read
     */
    static Refresh of(Set<String> projection, AcsScope scope) {
        String paths = projection.stream()
                .map(p -> p.endsWith(VALUE) ? p.substring(0, p.length() - VALUE.length()) : p)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .filter(p -> PATH.matcher(p).matches())
                .map(p -> "  \"" + p + "\"")
                .collect(Collectors.joining(",\n"));
        if (paths.isEmpty()) {
            throw conflict("No connector is installed, so that there is nothing to keep fresh.");
        }
        if (scope.query().isPresent()) {
            throw conflict(
                    "A preset cannot be limited to a scopeQuery. Give the devices a tag in the ACS and set scopeTag.");
        }
        return new Refresh(SCRIPT.formatted(paths, LEVELS), PRESET.formatted(precondition(scope.tag())));
    }

    private static String precondition(Optional<String> tag) {
        tag.filter(t -> !TAG.matcher(t).matches()).ifPresent(t -> {
            throw conflict(
                    "A preset is limited only to a scopeTag that matches " + TAG + ", which \"" + t + "\" does not.");
        });
        return tag.map(t -> "{\\\"_tags\\\":\\\"" + t + "\\\"}").orElse("");
    }

    private static RuntimeException conflict(String detail) {
        return Problem.of(ProblemKind.CONFLICT, detail).thrown();
    }
}
