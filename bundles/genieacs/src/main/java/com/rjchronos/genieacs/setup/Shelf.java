package com.rjchronos.genieacs.setup;

import com.rjchronos.genieacs.command.Reading;
import com.rjchronos.genieacs.wire.Call;
import com.rjchronos.genieacs.wire.NbiClient;
import com.rjchronos.genieacs.wire.NoAnswer;
import com.rjchronos.genieacs.wire.Reply;
import com.rjchronos.model.problem.Problem;
import java.time.Duration;
import java.util.Optional;

/**
 * Puts things there whole, and takes them away. Most may be done twice, so an answer that broke off is answered by
 * doing it again, once; one that was waited for in vain is not.
 */
final class Shelf {
    private final NbiClient client;

    Shelf(NbiClient client) {
        this.client = client;
    }

    /** Does it, or throws a problem; {@code field} is what GenieACS refuses by a 400. */
    void change(String field, Call call) {
        judged(field, Reading.of(() -> sent(call)));
    }

    /** Takes away what must not be taken away twice: what is there no more by a second look is gone. */
    void remove(String field, Call call, Sight sight) {
        Optional<Reply> reply = Reading.of(() -> {
            try {
                return sight.there() ? Optional.of(client.send(call)) : Optional.empty();
            } catch (NoAnswer.Lost e) {
                if (!e.worthAsking()) {
                    throw e;
                }
                return sight.there() ? Optional.of(client.send(call)) : Optional.empty();
            }
        });
        reply.ifPresent(r -> judged(field, r));
    }

    /** Looks whether a thing is there. */
    interface Sight {
        boolean there() throws NoAnswer;
    }

    private static void judged(String field, Reply reply) {
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
            if (!e.worthAsking()) {
                throw e;
            }
            return client.send(call);
        }
    }
}
