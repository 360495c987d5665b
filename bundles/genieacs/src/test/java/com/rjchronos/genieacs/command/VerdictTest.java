package com.rjchronos.genieacs.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.genieacs.wire.Reply;
import com.rjchronos.model.acs.CommandOutcome;
import com.rjchronos.model.acs.CommandOutcome.KnockRefused;
import com.rjchronos.model.acs.CommandOutcome.KnockRefused.Cause;
import com.rjchronos.model.acs.TaskId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    private static final Optional<TaskId> TASK = Optional.of(new TaskId("6b03b28aa0809819bf79986b"));
    private static final String BODY = "{\"name\":\"reboot\",\"_id\":\"6b03b28aa0809819bf79986b\"}";

    @Test
    void theReasonPhraseAloneTellsThe202sApart() {
        assertThat(knocked(200, "OK")).contains(new CommandOutcome.Done(TASK));
        assertThat(knocked(202, "Task faulted")).contains(new CommandOutcome.Faulted(TASK, Optional.empty()));
        assertThat(knocked(202, "Task queued but not processed")).contains(new CommandOutcome.NotProcessed(TASK));
        assertThat(knocked(202, "Device is offline")).contains(new CommandOutcome.Offline(TASK));
        assertThat(Verdict.ofTask(reply(202, "Accepted", BODY), false)).contains(new CommandOutcome.Queued(TASK));
    }

    @ParameterizedTest
    @CsvSource({
        "Connection request error: Incorrect connection request credentials, CREDENTIALS",
        "Invalid connection request URL, URL",
        "Invalid connection request URL protocol, URL",
        "Basic HTTP authentication not allowed, AUTHENTICATION",
        "Unrecognized auth method, AUTHENTICATION",
        "Connection request error: Unexpected status code 404, OTHER"
    })
    void aConnectionRequestFailsForOneOfFewCauses(String reason, Cause cause) {
        assertThat(knocked(202, reason)).contains(new KnockRefused(TASK, cause, reason));
        assertThat(Verdict.ofKnock(reply(504, reason, reason)))
                .contains(new KnockRefused(Optional.empty(), cause, reason));
    }

    @Test
    void anAnswerWhosePhraseAProxyReplacedTellsNothing() {
        assertThat(knocked(202, "Accepted")).isEmpty();
        assertThat(knocked(202, "")).isEmpty();
        assertThat(Verdict.ofTask(reply(200, "OK", "<html>"), true)).isEmpty();
    }

    @Test
    void whatAProxySaysOfAServerThatFailedProvesNothing() {
        Reply gateway = new Reply(504, "Gateway Time-out", Optional.empty(), "<html>");

        assertThat(Verdict.ofKnock(gateway)).isEmpty();
        assertThat(Verdict.ofTask(gateway, true)).isEmpty();
        assertThat(Verdict.ofTask(reply(500, "Internal Server Error", "Error"), true))
                .isEmpty();
        assertThat(Verdict.ofDeed(new Reply(200, "OK", Optional.empty(), "<html>login</html>")))
                .isEmpty();
    }

    @Test
    void refusalsAreNotTaken() {
        assertThat(knocked(404, "Not Found", "No such device")).contains(new CommandOutcome.NoSuchDevice());
        assertThat(Verdict.ofDeed(reply(404, "Not Found", "Task not found"))).contains(new CommandOutcome.NoSuchTask());
        assertThat(Verdict.ofDeed(reply(503, "Service Unavailable", "Device is in session")))
                .contains(new CommandOutcome.InSession());
        assertThat(Verdict.ofDeed(reply(401, "Unauthorized", "")).orElseThrow())
                .isInstanceOf(CommandOutcome.Refused.class)
                .matches(CommandOutcome::notTaken);
    }

    private static Optional<CommandOutcome> knocked(int status, String reason) {
        return knocked(status, reason, BODY);
    }

    private static Optional<CommandOutcome> knocked(int status, String reason, String body) {
        return Verdict.ofTask(reply(status, reason, body), true);
    }

    private static Reply reply(int status, String reason, String body) {
        return new Reply(status, reason, Optional.of("1.2.13"), body);
    }
}
