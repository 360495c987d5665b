package com.rjchronos.model.audit;

import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.device.DeviceId;
import java.util.Map;
import java.util.Optional;

/**
 * One line of the trail, written in the transaction of what it tells.
 *
 * @param caller who did it
 * @param action noun and verb with a dot, e.g. {@code device.discovered}
 * @param description a sentence for people
 * @param outcome how it ended
 * @param level how much it matters
 * @param device the device it is about
 * @param details more, as text by name; no secrets
 */
public record AuditEntry(
        Caller caller,
        String action,
        String description,
        Outcome outcome,
        Level level,
        Optional<DeviceId> device,
        Map<String, String> details) {

    /** How an action ended. */
    public enum Outcome {
        SUCCESS,
        ERROR,
        PENDING,
        TIMEOUT
    }

    /** How much an entry matters; the codes of {@code log_levels}. */
    public enum Level {
        DEBUG,
        INFO,
        WARNING,
        ERROR,
        CRITICAL
    }

    public AuditEntry {
        details = Map.copyOf(details);
    }

    /** A success worth knowing, about no device. */
    public static AuditEntry info(Caller caller, String action, String description, Map<String, String> details) {
        return new AuditEntry(caller, action, description, Outcome.SUCCESS, Level.INFO, Optional.empty(), details);
    }

    public AuditEntry about(DeviceId subject) {
        return new AuditEntry(caller, action, description, outcome, level, Optional.of(subject), details);
    }
}
