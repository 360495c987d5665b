package com.rjchronos.genieacs.setup;

import com.rjchronos.model.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a preset must be before it is put there: GenieACS takes anything; over some of it its CWMP workers end ({@link FatalPresets}), over some devices get
 * faults, and some does nothing. The rules are those of {@code lib/cwmp/local-cache.ts} of GenieACS 1.2.13.
 */
final class PresetRules {
    /** The provisions that are part of GenieACS. */
    private static final Set<String> BUILT_IN =
            Set.of("refresh", "value", "tag", "reboot", "reset", "download", "instances");

    private static final Set<String> KEYS =
            Set.of("weight", "channel", "events", "schedule", "precondition", "configurations");
    private static final Pattern SCHEDULE = Pattern.compile("[0-9]{1,7}( +[0-9*,/?LW#A-Za-z-]+){5,6}");
    private static final Pattern CHANNEL = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

    private final Set<String> provisions;
    private final Set<String> objects;
    private final List<Violation> violations = new ArrayList<>();

    private PresetRules(Set<String> provisions, Set<String> objects) {
        this.provisions = provisions;
        this.objects = objects;
    }

    /**
     * Every rule that a preset breaks.
     *
     * @param provisions the names of those that the ACS holds
     * @param objects the names of those that the ACS holds
     */
    static List<Violation> broken(Map<String, Object> preset, Set<String> provisions, Set<String> objects) {
        PresetRules rules = new PresetRules(provisions, objects);
        rules.preset(preset);
        return rules.violations;
    }

    private void preset(Map<String, Object> preset) {
        for (String key : preset.keySet()) {
            require(
                    KEYS.contains(key),
                    key,
                    "is unknown; a preset has " + KEYS.stream().sorted().toList());
        }
        Object weight = preset.get("weight");
        require(weight == null || weight instanceof Long, "weight", "must be a whole number");
        optional(preset, "channel", CHANNEL);
        optional(preset, "schedule", SCHEDULE);
        Object events = preset.get("events");
        boolean flags = events instanceof Map<?, ?> map && map.values().stream().allMatch(Boolean.class::isInstance);
        require(events == null || flags, "events", "must be an object of event codes with true or false");
        Object precondition = preset.get("precondition");
        if (precondition != null) {
            Preconditions.complaint(precondition).ifPresent(c -> require(false, "precondition", c));
        }
        if (preset.get("configurations") instanceof List<?> list && !list.isEmpty()) {
            for (int i = 0; i < list.size(); i++) {
                configuration("configurations[" + i + "]", list.get(i));
            }
        } else {
            require(false, "configurations", "must be a list of at least one configuration");
        }
    }

    private void optional(Map<String, Object> preset, String key, Pattern shape) {
        Object value = preset.get(key);
        require(
                value == null
                        || value instanceof String text && shape.matcher(text).matches(),
                key,
                "must match " + shape);
    }

    private void configuration(String at, Object configuration) {
        if (!(configuration instanceof Map<?, ?> map)) {
            require(false, at, "must be an object");
            return;
        }
        Object name = map.get("name");
        switch (String.valueOf(map.get("type"))) {
            case "value" -> {
                path(at, name);
                require(scalar(map.get("value")), at + ".value", "must be a text, a number or a flag");
            }
            case "age" -> {
                path(at, name);
                boolean seconds = String.valueOf(map.get("age")).matches("[0-9]{1,9}");
                require(seconds, at + ".age", "must be a whole number of seconds");
            }
            case "add_tag", "delete_tag" ->
                require(map.get("tag") instanceof String tag && !tag.isBlank(), at + ".tag", "must be a tag");
            case "provision" -> provision(at, map);
            case "add_object", "delete_object" -> {
                path(at, name);
                require(objects.contains(map.get("object")), at + ".object", "must be an object that the ACS holds");
            }
            default ->
                require(
                        false,
                        at + ".type",
                        "must be value, age, add_tag, delete_tag, provision, add_object or delete_object");
        }
    }

    private void provision(String at, Map<?, ?> map) {
        boolean known =
                map.get("name") instanceof String name && (provisions.contains(name) || BUILT_IN.contains(name));
        require(known, at + ".name", "must be a provision that the ACS holds but was " + map.get("name"));
        Object arguments = map.get("args");
        boolean scalars = arguments instanceof List<?> list && list.stream().allMatch(PresetRules::scalar);
        require(arguments == null || scalars, at + ".args", "must be a list of texts, numbers and flags");
    }

    private void path(String at, Object name) {
        boolean path = name instanceof String text && ParameterPath.plain(text);
        require(path, at + ".name", "must be a parameter path, without a trailing dot");
    }

    private static boolean scalar(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    private void require(boolean rule, String field, String sentence) {
        if (!rule) {
            violations.add(new Violation(field, sentence));
        }
    }
}
