package com.rjchronos.genieacs.setup;

import com.rjchronos.genieacs.wire.Json;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether GenieACS throws over a precondition: as it converts one in JSON ({@code convertOldPrecondition} in {@code lib/db/util.ts} of GenieACS 1.2.13), or, at
 * each Inform, as it parses the paths that this one names ({@code applyPresets} in {@code lib/cwmp.ts}). Nothing catches either. It takes more than
 * {@link Preconditions} lets through, which is stricter on purpose.
 */
final class FatalPreconditions {
    private static final Set<String> COMPARISONS = Set.of("$eq", "$ne", "$lt", "$lte", "$gt", "$gte");
    private static final Set<String> TAG_COMPARISONS = Set.of("$eq", "$ne");
    private static final Set<String> TAG_STATES = Set.of("$eq", "$ne", "$exists");

    private FatalPreconditions() {}

    /** What it throws over, as the end of a sentence; empty if it does not. */
    static Optional<String> complaint(Object precondition) {
        if (!(precondition instanceof String text)) {
            boolean structure = precondition instanceof Map<?, ?> || precondition instanceof List<?>;
            return structure ? Optional.of("must be a text that holds JSON, or empty") : Optional.empty();
        }
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return first(Json.object(text).entrySet().stream().map(e -> condition(e.getKey(), e.getValue())));
        } catch (IOException e) {
            return Optional.of("must be a JSON object");
        }
    }

    private static Optional<String> condition(String key, Object value) {
        if (key.equals("$and") || key.equals("$or")) {
            return value == null ? complained(key) : first(members(value).map(FatalPreconditions::member));
        }
        if (key.startsWith("$")) {
            return complained(key);
        }
        if (key.equals("_tags")) {
            return throwsOverTags(value) ? complained(key) : Optional.empty();
        }
        boolean fatal = key.startsWith("Tags.")
                ? !(value instanceof Boolean || holdsTagState(value)) || !ParameterPath.parses(key)
                : throwsOverComparison(key, value);
        return fatal ? complained(key) : Optional.empty();
    }

    /** A condition within {@code $and} or {@code $or}; of a text or number nothing is left to throw over. */
    private static Optional<String> member(Object member) {
        if (member == null) {
            return Optional.of("holds null where a condition must be");
        }
        return member instanceof Map<?, ?> map
                ? first(map.entrySet().stream().map(e -> condition(e.getKey().toString(), e.getValue())))
                : Optional.empty();
    }

    private static Stream<?> members(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream();
        }
        return value instanceof Collection<?> list ? list.stream() : Stream.empty();
    }

    /** An empty tag makes the path {@code Tags.}, which does not parse; any other is encoded. */
    private static boolean throwsOverTags(Object value) {
        if (value instanceof Map<?, ?> map) {
            return !map.entrySet().stream()
                    .allMatch(e -> TAG_COMPARISONS.contains(e.getKey())
                            && e.getValue() instanceof String tag
                            && !tag.isEmpty());
        }
        return value == null || value instanceof List<?> || value.equals("");
    }

    private static boolean holdsTagState(Object value) {
        return value instanceof Map<?, ?> map && map.keySet().stream().anyMatch(TAG_STATES::contains);
    }

    private static boolean throwsOverComparison(String key, Object value) {
        if (value instanceof Map<?, ?> map) {
            boolean comparisons = map.entrySet().stream()
                    .allMatch(e -> COMPARISONS.contains(e.getKey()) && Preconditions.scalar(e.getValue()));
            return !comparisons || !map.isEmpty() && !ParameterPath.parses(key);
        }
        return !Preconditions.scalar(value) || !ParameterPath.parses(key);
    }

    private static Optional<String> first(Stream<Optional<String>> complaints) {
        return complaints.flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> complained(String key) {
        return Optional.of("holds a " + key + " that GenieACS cannot convert");
    }
}
