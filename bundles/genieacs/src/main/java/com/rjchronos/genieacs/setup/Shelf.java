package com.rjchronos.genieacs.setup;

import com.rjchronos.genieacs.command.Reading;
import com.rjchronos.genieacs.wire.Call;
import com.rjchronos.genieacs.wire.NbiClient;
import com.rjchronos.genieacs.wire.NoAnswer;
import com.rjchronos.genieacs.wire.Reply;
import com.rjchronos.model.problem.Problem;
import java.time.Duration;

/** Puts things there whole, and takes them away. Both may be done twice, so a lost answer is answered by doing it again, once. */
final class Shelf {
    private final NbiClient client;

    Shelf(NbiClient client) {
        this.client = client;
    }

    /** Does it, or throws a problem; {@code field} is what GenieACS refuses by a 400. */
    void change(String field, Call call) {
        Reply reply = Reading.of(() -> sent(call));
        boolean done = (reply.status() == 200 || reply.status() == 201)
                && reply.version().isPresent();
        if (done) {
            return;
        }
        if (reply.status() == 400 && reply.version().isPresent()) {
            throw Problem.invalid(field, "GenieACS refused it: " + reply.body()).thrown();
        }
        throw Problem.unavailable(reply.words(), Duration.ofSeconds(10)).thrown();
    }

    private Reply sent(Call call) throws NoAnswer {
        try {
            return client.send(call);
        } catch (NoAnswer.Lost e) {
            return client.send(call);
        }
    }
}
