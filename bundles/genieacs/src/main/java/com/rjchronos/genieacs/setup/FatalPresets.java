package com.rjchronos.genieacs.setup;

import com.rjchronos.model.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Over which presets GenieACS's CWMP workers end, so that no device can connect: those over which {@code fetchPresets} ({@code lib/cwmp/local-cache.ts} of
 * GenieACS 1.2.13) or {@code applyPresets} ({@code lib/cwmp.ts}) throws. What is wrong otherwise, a path, a tag or a missing provision, is caught: a fault of
 * the devices it is for, or nothing at all.
 */
final class FatalPresets {
    private static final Set<String> TYPES =
            Set.of("value", "age", "add_tag", "delete_tag", "provision", "add_object", "delete_object");

    private FatalPresets() {}

    /** What it throws over; empty if it does not. */
    static List<Violation> violations(Map<String, Object> preset) {
        List<Violation> violations = new ArrayList<>();
        if (!(preset.get("schedule") instanceof String) && truthy(preset.get("schedule"))) {
            violations.add(new Violation("schedule", "must be a text"));
        }
        Optional.ofNullable(preset.get("precondition"))
                .flatMap(FatalPreconditions::complaint)
                .ifPresent(complaint -> violations.add(new Violation("precondition", complaint)));
        Object configurations = preset.get("configurations");
        if (configurations instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                configuration("configurations[" + i + "]", list.get(i)).ifPresent(violations::add);
            }
        } else {
            violations.add(new Violation("configurations", "must be a list"));
        }
        return violations;
    }

    private static Optional<Violation> configuration(String at, Object configuration) {
        if (!(configuration instanceof Map<?, ?> map)) {
            return Optional.of(new Violation(at, "must be an object"));
        }
        Object type = map.get("type");
        if (!(type instanceof String name && TYPES.contains(name))) {
            return Optional.of(new Violation(at + ".type", "is unknown to GenieACS: " + type));
        }
        Object arguments = map.get("args");
        boolean spread = !truthy(arguments) || arguments instanceof List<?> || arguments instanceof String;
        return type.equals("provision") && !spread
                ? Optional.of(new Violation(at + ".args", "must be a list"))
                : Optional.empty();
    }

    /** As JavaScript takes it. */
    private static boolean truthy(Object value) {
        boolean zero = value instanceof Number number && number.doubleValue() == 0;
        return value != null && !zero && !Boolean.FALSE.equals(value) && !value.equals("");
    }
}
