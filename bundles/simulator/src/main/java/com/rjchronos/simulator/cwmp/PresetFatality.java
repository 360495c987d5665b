package com.rjchronos.simulator.cwmp;

import com.rjchronos.simulator.json.Json;
import com.rjchronos.simulator.json.JsonSyntaxException;
import com.rjchronos.simulator.query.JsonCollection;
import com.rjchronos.simulator.query.JsonDocument;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a stored preset ends the CWMP workers: they read all presets before any session, and catch nothing. Told by what the recordings show: a precondition
 * that is neither JSON nor an expression, one with an unknown operator, no list of configurations, an unknown type of one.
 */
final class PresetFatality {
    private static final Set<String> TYPES =
            Set.of("value", "age", "add_tag", "delete_tag", "provision", "add_object", "delete_object");
    private static final Set<String> OPERATORS =
            Set.of("$and", "$or", "$eq", "$ne", "$lt", "$lte", "$gt", "$gte", "$exists");

    /** One name, or words with an operator between them; expressions are not run here. */
    private static final Pattern EXPRESSION = Pattern.compile("(?is)\\S+|.*([=<>(]|\\bis (not )?null\\b|\\blike\\b).*");

    private final JsonCollection presets;

    PresetFatality(JsonCollection presets) {
        this.presets = presets;
    }

    boolean struck() {
        return !presets.where(PresetFatality::fatal).isEmpty();
    }

    private static boolean fatal(JsonDocument preset) {
        boolean configured = preset.values().get("configurations") instanceof List<?> list
                && list.stream().allMatch(c -> c instanceof Map<?, ?> map && TYPES.contains(map.get("type")));
        return !configured || fatal(preset.text("precondition"));
    }

    private static boolean fatal(String precondition) {
        if (precondition.isEmpty()) {
            return false;
        }
        try {
            return unknownOperator(Json.parse(precondition));
        } catch (JsonSyntaxException e) {
            return precondition.startsWith("{")
                    || !EXPRESSION.matcher(precondition).matches();
        }
    }

    private static boolean unknownOperator(Object query) {
        if (query instanceof List<?> list) {
            return list.stream().anyMatch(PresetFatality::unknownOperator);
        }
        return query instanceof Map<?, ?> map
                && map.entrySet().stream()
                        .anyMatch(e -> e.getKey().toString().startsWith("$") && !OPERATORS.contains(e.getKey())
                                || unknownOperator(e.getValue()));
    }
}
