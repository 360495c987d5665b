package com.rjchronos.simulator.cwmp;

import com.rjchronos.simulator.json.Moment;
import com.rjchronos.simulator.query.JsonCollection;
import com.rjchronos.simulator.query.JsonDocument;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The queue of tasks and the faults that they left behind. */
public final class Tasks {
    private static final long RETRY_MILLIS = 300_000;

    private final JsonCollection tasks = new JsonCollection();
    private final JsonCollection faults = new JsonCollection();
    private final Clock clock;
    private final ObjectIds ids;
    private final Changes changes;

    public Tasks(Clock clock, long seed, Changes changes) {
        this.clock = clock;
        this.ids = new ObjectIds(clock, seed);
        this.changes = changes;
    }

    public JsonCollection queue() {
        return tasks;
    }

    public JsonCollection faults() {
        return faults;
    }

    /** Stores a task for a device and returns it as stored; {@link InvalidTask} where the NBI crashes. */
    public JsonDocument queue(Map<String, Object> body, String device) {
        Map<String, Object> task = new LinkedHashMap<>(body);
        if (!device.isEmpty()) {
            task.put("device", device);
        }
        TaskRules.check(task, clock.millis());
        if (task.get("uniqueKey") instanceof String key && !key.isEmpty()) {
            tasks.removeIf(other -> other.text("device").equals(device)
                            && key.equals(other.values().get("uniqueKey")))
                    .forEach(other -> changes.changed("task-replaced", device, other.id()));
        }
        task.putIfAbsent("_id", ids.next());
        JsonDocument stored = new JsonDocument(task);
        tasks.put(stored);
        changes.changed("task-queued", device, stored.id() + " " + stored.text("name"));
        return stored;
    }

    /** The tasks that a session of the device has to carry out now: neither expired nor faulted and waiting. */
    List<JsonDocument> due(String device, long now) {
        List<JsonDocument> due = new ArrayList<>();
        for (JsonDocument task : tasks.where(task -> task.text("device").equals(device))) {
            if (task.values().get("expiry") instanceof Moment expiry && expiry.millis() <= now) {
                tasks.remove(task.id());
                changes.changed("task-expired", device, task.id());
            } else if (fault(task).map(fault -> isRetryDue(fault, now)).orElse(true)) {
                due.add(task);
            }
        }
        return due;
    }

    void done(JsonDocument task) {
        tasks.remove(task.id());
        faults.remove(faultId(task));
        changes.changed("task-done", task.text("device"), task.id() + " " + task.text("name"));
    }

    void faulted(JsonDocument task, Fault fault, long now) {
        long retries = fault(task)
                .map(before -> before.values().get("retries"))
                .map(before -> ((Number) before).longValue() + 1)
                .orElse(0L);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("_id", faultId(task));
        document.put("device", task.text("device"));
        document.put("channel", "task_" + task.id());
        document.put("timestamp", new Moment(now));
        document.put("code", fault.code());
        document.put("message", fault.message());
        document.put("detail", fault.detail());
        document.put("retries", retries);
        document.put("provisions", Provisions.of(task));
        faults.put(new JsonDocument(document));
        if (fault.taskGone()) {
            tasks.remove(task.id());
        }
        changes.changed("task-faulted", task.text("device"), task.id() + " " + fault.code());
    }

    /** The fault of a task, if it has one. */
    public Optional<JsonDocument> fault(JsonDocument task) {
        return faults.find(faultId(task));
    }

    /** Forgets a task together with its fault. */
    public void delete(JsonDocument task) {
        forget(tasks.remove(task.id()), "task-deleted");
        forget(faults.remove(faultId(task)), "fault-deleted");
    }

    /** Forgets the fault of a task: it is tried again at the next Inform. */
    public void retry(JsonDocument task) {
        if (faults.remove(faultId(task)).isPresent()) {
            changes.changed("task-retried", task.text("device"), task.id());
        }
    }

    /** Forgets a fault and, if it is one of a task, the task. */
    public void deleteFault(String faultId) {
        String channel = faultId.substring(faultId.indexOf(':') + 1);
        forget(faults.remove(faultId), "fault-deleted");
        if (channel.startsWith("task_")) {
            forget(tasks.remove(channel.substring("task_".length())), "task-deleted");
        }
    }

    /** Forgets all tasks and faults of a device. */
    public void forget(String device) {
        tasks.removeIf(task -> task.text("device").equals(device))
                .forEach(task -> forget(Optional.of(task), "task-deleted"));
        faults.removeIf(fault -> fault.text("device").equals(device))
                .forEach(fault -> forget(Optional.of(fault), "fault-deleted"));
    }

    private void forget(Optional<JsonDocument> removed, String kind) {
        removed.ifPresent(gone -> changes.changed(kind, gone.text("device"), gone.id()));
    }

    /** Whether a text can be the id of a task at all; asking for another one crashes the NBI. */
    public static boolean isId(String text) {
        return ObjectIds.isValid(text);
    }

    private static boolean isRetryDue(JsonDocument fault, long now) {
        long retries = ((Number) fault.values().get("retries")).longValue();
        long since = ((Moment) fault.values().get("timestamp")).millis();
        return now >= since + (RETRY_MILLIS << Math.min(retries, 20));
    }

    private static String faultId(JsonDocument task) {
        return task.text("device") + ":task_" + task.id();
    }
}
