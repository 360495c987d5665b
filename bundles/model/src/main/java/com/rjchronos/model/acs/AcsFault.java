package com.rjchronos.model.acs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What went wrong between the ACS and a device, as the ACS keeps it until it goes well or somebody deletes it.
 *
 * @param genieacsId the device's id in the ACS
 * @param channel {@code task_<id>} of a task's, else the preset's channel
 * @param code e.g. {@code cwmp.9003}, {@code script.Error}, {@code too_many_commits}
 * @param message in the device's or the ACS's words
 * @param refused the parameters that the device refused, where it named them
 * @param retries how often it was tried again, in vain
 * @param at when it was last met, by the ACS's clock
 */
public record AcsFault(
        String genieacsId,
        String channel,
        String code,
        String message,
        List<Refused> refused,
        int retries,
        Optional<Instant> at) {
    private static final String TASK = "task_";

    /** A parameter that a device refused to set, with CWMP's code, e.g. {@code 9007}. */
    public record Refused(String parameter, String code, String message) {}

    public AcsFault {
        refused = List.copyOf(refused);
    }

    /** The channel of a task's fault. */
    public static String channelOf(TaskId task) {
        return TASK + task;
    }

    /** The task that met it; empty for a preset's. */
    public Optional<TaskId> task() {
        return channel.startsWith(TASK) ? TaskId.parse(channel.substring(TASK.length())) : Optional.empty();
    }
}
