package com.rjchronos.genieacs.command;

import com.rjchronos.genieacs.wire.NoAnswer;
import com.rjchronos.genieacs.wire.Rows;
import com.rjchronos.model.acs.AcsFault;
import com.rjchronos.model.acs.AcsTask;
import com.rjchronos.model.acs.CommandOutcome;
import com.rjchronos.model.acs.TaskId;
import java.util.Optional;

/** Finds out what became of a command whose answer was lost: by its unique key in the queue, its fault, and the device's own document. */
final class Settlement {
    private final Rows rows;
    private final TaskList tasks;
    private final FaultList faults;

    Settlement(Rows rows, TaskList tasks, FaultList faults) {
        this.rows = rows;
        this.tasks = tasks;
        this.faults = faults;
    }

    /**
     * What is proven; empty if nothing is. A task that is not in the queue was carried out or never arrived.
     *
     * @param before the device before the command was sent, if it was looked at
     */
    Optional<CommandOutcome> of(Command command, Optional<Sight> before) throws NoAnswer {
        String device = command.call().genieacsId();
        Optional<AcsTask> waiting = tasks.find(device, command.delivery().uniqueKey());
        if (waiting.isPresent()) {
            return Optional.of(waiting(command, device, waiting.get().id()));
        }
        if (before.isEmpty()) {
            return Optional.empty();
        }
        return Sight.of(device, rows)
                .filter(now -> now.shows(command.call(), before.get()))
                .map(now -> new CommandOutcome.Done(Optional.empty()));
    }

    private CommandOutcome waiting(Command command, String device, TaskId task) throws NoAnswer {
        Optional<AcsFault> fault = faults.find(device, task);
        if (fault.isPresent()) {
            return new CommandOutcome.Faulted(Optional.of(task), fault);
        }
        return command.knocks()
                ? new CommandOutcome.NotProcessed(Optional.of(task))
                : new CommandOutcome.Queued(Optional.of(task));
    }
}
