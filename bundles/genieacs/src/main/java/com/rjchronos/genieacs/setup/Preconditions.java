package com.rjchronos.genieacs.setup;

import com.rjchronos.genieacs.wire.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks over a preset's precondition in its JSON form: at one that it cannot convert, or whose keys are no paths, GenieACS's CWMP workers end. The rules are
 * those of {@code convertOldPrecondition} in {@code lib/db/util.ts} and of {@code applyPresets} in {@code lib/cwmp.ts} of GenieACS 1.2.13.
 */
final class Preconditions {
    private static final Set<String> COMPARISONS = Set.of("$eq", "$ne", "$lt", "$lte", "$gt", "$gte");
    private static final Pattern TAG = Pattern.compile("Tags[.][A-Za-z0-9_-]+");

    private Preconditions() {}

    /** What is wrong with it, as the end of a sentence; empty if nothing is. */
    static Optional<String> complaint(Object precondition) {
        if (!(precondition instanceof String text)) {
            return Optional.of("must be a text that holds JSON, or empty");
        }
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return conditions(Json.object(text));
        } catch (IOException e) {
            return Optional.of("must be a JSON object, e.g. {\"_tags\":\"north\"}");
        }
    }

    private static Optional<String> conditions(Map<?, ?> conditions) {
        return conditions.entrySet().stream()
                .map(each -> condition(each.getKey().toString(), each.getValue()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> condition(String key, Object value) {
        if (key.equals("$and") || key.equals("$or")) {
            return junction(key, value);
        }
        if (key.startsWith("$")) {
            return Optional.of("holds " + key + "; GenieACS knows $and and $or there");
        }
        if (key.equals("_tags")) {
            return tags(value);
        }
        if (key.startsWith("Tags.")) {
            return tag(key, value);
        }
        return ParameterPath.plain(key)
                ? compared(key, value)
                : Optional.of("must compare a parameter, which \"" + key + "\" is no path of");
    }

    private static Optional<String> junction(String key, Object value) {
        boolean objects = value instanceof List<?> list
                && !list.isEmpty()
                && list.stream().allMatch(Map.class::isInstance);
        return objects
                ? ((List<?>) value)
                        .stream()
                                .map(each -> conditions((Map<?, ?>) each))
                                .flatMap(Optional::stream)
                                .findFirst()
                : Optional.of("must hold a list of conditions in " + key);
    }

    private static Optional<String> tags(Object value) {
        boolean one = value instanceof String text && !text.isBlank();
        boolean compared = value instanceof Map<?, ?> map
                && !map.isEmpty()
                && map.entrySet().stream()
                        .allMatch(e -> Set.of("$eq", "$ne").contains(e.getKey())
                                && e.getValue() instanceof String tag
                                && !tag.isBlank());
        return one || compared ? Optional.empty() : Optional.of("must hold a tag, or $eq or $ne of one, in _tags");
    }

    private static Optional<String> tag(String key, Object value) {
        if (!TAG.matcher(key).matches()) {
            return Optional.of("must match " + TAG + " in " + key + "; any other tag stands in _tags");
        }
        return value instanceof Boolean ? Optional.empty() : Optional.of("must say true or false of " + key);
    }

    private static Optional<String> compared(String key, Object value) {
        if (scalar(value)) {
            return Optional.empty();
        }
        boolean compared = value instanceof Map<?, ?> map
                && !map.isEmpty()
                && map.entrySet().stream().allMatch(e -> COMPARISONS.contains(e.getKey()) && scalar(e.getValue()));
        return compared
                ? Optional.empty()
                : Optional.of("must compare " + key + " with a text, a number or a flag, by one of "
                        + COMPARISONS.stream().sorted().toList());
    }

    static boolean scalar(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }
}
