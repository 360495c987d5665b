package com.rjchronos.genieacs.command;

import com.rjchronos.genieacs.wire.Call;
import com.rjchronos.genieacs.wire.Encoding;
import com.rjchronos.genieacs.wire.Kind;
import com.rjchronos.genieacs.wire.Name;
import com.rjchronos.genieacs.wire.NbiClient;
import com.rjchronos.genieacs.wire.NoAnswer;
import com.rjchronos.genieacs.wire.Reply;
import com.rjchronos.genieacs.wire.Rows;
import com.rjchronos.model.acs.AcsTask;
import com.rjchronos.model.acs.CommandOutcome;
import com.rjchronos.model.acs.CommandOutcome.KnockRefused.Cause;
import com.rjchronos.model.acs.Delivery;
import com.rjchronos.model.acs.TaskId;
import com.rjchronos.model.intent.AcsCall;
import com.rjchronos.port.AcsCommands;
import java.util.List;
import java.util.Optional;

/** Commands over the NBI. Whatever would end its worker is not sent. */
public final class NbiCommands implements AcsCommands {
    private static final String NO_ADDRESS = "The device never told the ACS an address for connection requests.";

    private static final String NOT_HELD = " GenieACS holds no such task now: it was carried out, or never arrived.";
    private static final String MAY_COME =
            " GenieACS holds no such task now: it was carried out, never arrived, or may still come,"
                    + " for GenieACS waits up to " + Command.LOCK.toSeconds()
                    + " s for a device that is in its session.";

    private final NbiClient client;
    private final Rows rows;
    private final TaskList tasks;
    private final FaultList faults;
    private final Settlement settlement;
    private final Deeds deeds;

    public NbiCommands(NbiClient client) {
        this.client = client;
        this.rows = new Rows(client);
        this.tasks = new TaskList(rows);
        this.faults = new FaultList(rows);
        this.settlement = new Settlement(rows, tasks, faults);
        this.deeds = new Deeds(client);
    }

    @Override
    public CommandOutcome insert(AcsCall call, Delivery delivery) {
        Optional<String> complaint = Name.DEVICE.complaint(call.genieacsId());
        if (complaint.isPresent()) {
            return new CommandOutcome.Invalid("The device's id " + complaint.get());
        }
        return client.whole(() -> inserted(call, delivery));
    }

    private CommandOutcome inserted(AcsCall call, Delivery delivery) {
        if (delivery.knock().isEmpty()) {
            return sent(new Command(call, delivery, false), Optional.empty());
        }
        try {
            Optional<Sight> sight = Sight.of(call.genieacsId(), rows);
            return sight.map(s -> knocking(call, delivery, s)).orElseGet(CommandOutcome.NoSuchDevice::new);
        } catch (NoAnswer e) { // it was only looked at
            return Deeds.notSent(e);
        }
    }

    private CommandOutcome knocking(AcsCall call, Delivery delivery, Sight sight) {
        if (sight.reachable()) {
            return sent(new Command(call, delivery, true), Optional.of(sight));
        }
        CommandOutcome queued = sent(new Command(call, delivery, false), Optional.of(sight));
        return queued instanceof CommandOutcome.Queued
                ? new CommandOutcome.KnockRefused(queued.task(), Cause.URL, NO_ADDRESS)
                : queued;
    }

    private CommandOutcome sent(Command command, Optional<Sight> before) {
        String lost = "";
        boolean again = command.call().idempotent();
        long began = System.nanoTime();
        try {
            for (int attempt = 0; attempt < 2; attempt++) {
                try {
                    Reply reply = client.send(command.request());
                    Optional<CommandOutcome> outcome = Verdict.ofTask(reply, command.knocks());
                    if (outcome.isPresent()) {
                        return withFault(command, outcome.get());
                    }
                    lost = reply.words();
                    again &= !reply.waitedInVain();
                } catch (NoAnswer.Lost e) {
                    lost = e.getMessage();
                    again &= e.worthAsking();
                }
                Optional<CommandOutcome> found = settlement.of(command, before);
                if (found.isPresent()) {
                    return found.get();
                }
                if (!again) {
                    break;
                }
            }
            return new CommandOutcome.Unknown(lost + (mayStillCome(command, began) ? MAY_COME : NOT_HELD));
        } catch (NoAnswer e) {
            return lost.isEmpty()
                    ? Deeds.notSent(e)
                    : new CommandOutcome.Unknown(lost + " Looking for it was in vain: " + e.getMessage());
        }
    }

    /** Whether GenieACS may hold it back still, and write it down when the device's session has ended. */
    private static boolean mayStillCome(Command command, long began) {
        return command.knocks() && System.nanoTime() - began < Command.LOCK.toNanos();
    }

    /** Adds what the fault says; that it met one is known without it. */
    private CommandOutcome withFault(Command command, CommandOutcome outcome) {
        if (!(outcome instanceof CommandOutcome.Faulted faulted)
                || faulted.task().isEmpty()) {
            return outcome;
        }
        try {
            return new CommandOutcome.Faulted(
                    faulted.task(),
                    faults.find(command.call().genieacsId(), faulted.task().get()));
        } catch (NoAnswer e) {
            return outcome;
        }
    }

    @Override
    public CommandOutcome knock(String genieacsId) {
        Optional<String> complaint = Name.DEVICE.complaint(genieacsId);
        if (complaint.isPresent()) {
            return new CommandOutcome.Invalid("The device's id " + complaint.get());
        }
        try {
            Optional<Sight> sight = Sight.of(genieacsId, rows);
            if (sight.isEmpty()) {
                return new CommandOutcome.NoSuchDevice();
            }
            if (!sight.get().reachable()) {
                return new CommandOutcome.KnockRefused(Optional.empty(), Cause.URL, NO_ADDRESS);
            }
        } catch (NoAnswer e) {
            return Deeds.notSent(e);
        }
        Call call = Call.of("POST", "/devices/" + Encoding.encoded(genieacsId) + "/tasks?connection_request");
        return deeds.of(call.as(Kind.KNOCK), Verdict::ofKnock, Optional::empty);
    }

    @Override
    public List<AcsTask> tasks(String genieacsId) {
        Name.DEVICE.encoded("genieacsId", genieacsId);
        return Reading.of(() -> tasks.of(genieacsId));
    }

    @Override
    public CommandOutcome deleteTask(TaskId task) {
        return deeds.of(
                Call.of("DELETE", "/tasks/" + task),
                Verdict::ofDeed,
                () -> tasks.find(task).isPresent() // one that is gone may have been carried out
                        ? Optional.empty()
                        : Optional.of(new CommandOutcome.NoSuchTask()));
    }

    @Override
    public CommandOutcome retryTask(TaskId task) {
        Optional<AcsTask> known;
        try {
            known = tasks.find(task);
        } catch (NoAnswer e) {
            return Deeds.notSent(e);
        }
        if (known.isEmpty()) { // asked for one that it does not know, the NBI's worker ends
            return new CommandOutcome.NoSuchTask();
        }
        String device = known.get().genieacsId();
        return deeds.of(
                Call.of("POST", "/tasks/" + task + "/retry"),
                Verdict::ofDeed,
                () -> Deeds.Proof.done(faults.find(device, task).isEmpty()));
    }
}
