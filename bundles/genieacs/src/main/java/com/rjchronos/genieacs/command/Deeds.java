package com.rjchronos.genieacs.command;

import com.rjchronos.genieacs.wire.Call;
import com.rjchronos.genieacs.wire.NbiClient;
import com.rjchronos.genieacs.wire.NoAnswer;
import com.rjchronos.genieacs.wire.Reply;
import com.rjchronos.model.acs.CommandOutcome;
import java.util.Optional;
import java.util.function.Function;

/** What may be done twice: if its answer is lost and looking does not prove it done, it is sent once more. */
final class Deeds {
    private final NbiClient client;

    /** Looks what became of the deed; empty if that is not to be seen. */
    interface Proof {
        Optional<CommandOutcome> outcome() throws NoAnswer;

        /** One that shows it done, or nothing. */
        static Optional<CommandOutcome> done(boolean is) {
            return is ? Optional.of(new CommandOutcome.Done(Optional.empty())) : Optional.empty();
        }
    }

    Deeds(NbiClient client) {
        this.client = client;
    }

    CommandOutcome of(Call call, Function<Reply, Optional<CommandOutcome>> verdict, Proof proof) {
        return client.whole(() -> settled(call, verdict, proof));
    }

    private CommandOutcome settled(Call call, Function<Reply, Optional<CommandOutcome>> verdict, Proof proof) {
        String lost = "";
        boolean again = true;
        try {
            for (int attempt = 0; attempt < 2 && again; attempt++) {
                Optional<CommandOutcome> proven = attempt > 0 ? proof.outcome() : Optional.empty();
                if (proven.isPresent()) {
                    return proven.get();
                }
                try {
                    Reply reply = client.send(call);
                    Optional<CommandOutcome> outcome = verdict.apply(reply);
                    if (outcome.isPresent()) {
                        return outcome.get();
                    }
                    lost = reply.words();
                    again = !reply.waitedInVain();
                } catch (NoAnswer.Lost e) {
                    lost = e.getMessage();
                    again = e.worthAsking();
                }
            }
            String words = lost;
            return proof.outcome()
                    .orElseGet(() -> new CommandOutcome.Unknown(words + " Looking does not show it done."));
        } catch (NoAnswer e) {
            return lost.isEmpty() ? notSent(e) : new CommandOutcome.Unknown(lost + " And then: " + e.getMessage());
        }
    }

    /** What it means that nothing was sent. */
    static CommandOutcome notSent(NoAnswer e) {
        return e instanceof NoAnswer.Busy
                ? new CommandOutcome.Busy(e.getMessage())
                : new CommandOutcome.Away(e.getMessage());
    }
}
