package com.rjchronos.genieacs.command;

import com.rjchronos.genieacs.wire.Json;
import com.rjchronos.genieacs.wire.Reply;
import com.rjchronos.model.acs.CommandOutcome;
import com.rjchronos.model.acs.CommandOutcome.KnockRefused.Cause;
import com.rjchronos.model.acs.TaskId;
import java.io.IOException;
import java.util.Optional;

/** What an answer of the NBI means. Its 202s differ by their reason phrase only. */
final class Verdict {
    private static final String NO_DEVICE = "No such device";
    private static final String NO_TASK = "Task not found";
    private static final String IN_SESSION = "Device is in session";

    private Verdict() {}

    /** Of a task; empty if the answer does not tell, so that it must be looked for. */
    static Optional<CommandOutcome> ofTask(Reply reply, boolean knocked) {
        if (reply.status() == 200 || reply.status() == 202) {
            Optional<TaskId> task = task(reply);
            return task.isEmpty() ? Optional.empty() : stored(reply, task, knocked);
        }
        return general(reply);
    }

    private static Optional<CommandOutcome> stored(Reply reply, Optional<TaskId> task, boolean knocked) {
        if (!knocked) {
            return Optional.of(new CommandOutcome.Queued(task));
        }
        if (reply.status() == 200) {
            return Optional.of(new CommandOutcome.Done(task));
        }
        return switch (reply.reason()) {
            case "Task faulted" -> Optional.of(new CommandOutcome.Faulted(task, Optional.empty()));
            case "Task queued but not processed" -> Optional.of(new CommandOutcome.NotProcessed(task));
            case "", "Accepted" -> Optional.empty(); // a proxy put its own phrase there
            default -> Optional.of(refusal(reply.reason(), task));
        };
    }

    /** Of a connection request alone. */
    static Optional<CommandOutcome> ofKnock(Reply reply) {
        if (reply.status() == 504 && reply.version().isPresent()) {
            return Optional.of(refusal(reply.body().isBlank() ? reply.reason() : reply.body(), Optional.empty()));
        }
        return ofDeed(reply);
    }

    /** Of anything that is done at once or not at all. */
    static Optional<CommandOutcome> ofDeed(Reply reply) {
        boolean done = (reply.status() == 200 || reply.status() == 201)
                && reply.version().isPresent();
        return done ? Optional.of(new CommandOutcome.Done(Optional.empty())) : general(reply);
    }

    private static Optional<CommandOutcome> general(Reply reply) {
        String said = reply.body() + reply.reason();
        if (reply.status() == 404 && said.contains(NO_DEVICE)) {
            return Optional.of(new CommandOutcome.NoSuchDevice());
        }
        if (reply.status() == 404 && said.contains(NO_TASK)) {
            return Optional.of(new CommandOutcome.NoSuchTask());
        }
        if (reply.status() == 503 && said.contains(IN_SESSION)) {
            return Optional.of(new CommandOutcome.InSession());
        }
        // what a proxy says of a server that failed proves nothing of what it was sent
        return reply.status() >= 300 && reply.status() < 500
                ? Optional.of(new CommandOutcome.Refused(reply.words()))
                : Optional.empty();
    }

    private static CommandOutcome refusal(String words, Optional<TaskId> task) {
        if (words.contains("Device is offline")) {
            return new CommandOutcome.Offline(task);
        }
        Cause cause = words.contains("Incorrect connection request credentials")
                ? Cause.CREDENTIALS
                : words.contains("Invalid connection request URL")
                        ? Cause.URL
                        : words.contains("authentication not allowed") || words.contains("Unrecognized auth method")
                                ? Cause.AUTHENTICATION
                                : Cause.OTHER;
        return new CommandOutcome.KnockRefused(task, cause, words);
    }

    /** The id of the task that the ACS made. */
    static Optional<TaskId> task(Reply reply) {
        try {
            return Json.textAt(Json.object(reply.body()), "_id").flatMap(TaskId::parse);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
