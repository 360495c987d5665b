package com.rjchronos.simulator.nbi;

import com.rjchronos.simulator.cwmp.Tasks;
import com.rjchronos.simulator.query.JsonDocument;
import java.util.Map;
import java.util.Optional;

/** Deletion and retrial of tasks, deletion of faults. */
final class TaskRoutes {
    private final Acs acs;

    TaskRoutes(Acs acs) {
        this.acs = acs;
    }

    Reply task(Exchange exchange, String rawId, String action) {
        if (action.isEmpty() || action.equals("/")) {
            return exchange.method().equals("DELETE") ? delete(Target.decoded(rawId)) : Reply.notAllowed("PUT DELETE");
        }
        if (action.equals("/retry")) {
            return exchange.method().equals("POST") ? retry(Target.decoded(rawId)) : Reply.notAllowed("POST");
        }
        return new Reply(404, "Not Found", Map.of(), new byte[0]);
    }

    Reply fault(Exchange exchange, String rawId) {
        if (!exchange.method().equals("DELETE")) {
            return Reply.notAllowed("DELETE");
        }
        String id = Target.decoded(rawId);
        int colon = id.indexOf(':');
        if (isInSession(colon < 0 ? id : id.substring(0, colon))) {
            return Reply.inSession();
        }
        acs.tasks().deleteFault(id);
        return Reply.ok();
    }

    private Reply delete(String id) {
        Optional<JsonDocument> task = find(id);
        if (task.isEmpty()) {
            return Reply.notFound("Task not found");
        }
        if (isInSession(task.get().text("device"))) {
            return Reply.inSession();
        }
        acs.tasks().delete(task.get());
        return Reply.ok();
    }

    private Reply retry(String id) {
        JsonDocument task =
                find(id).orElseThrow(() -> new Crash("TypeError: Cannot read properties of null (reading 'device')"));
        if (isInSession(task.text("device"))) {
            return Reply.inSession();
        }
        acs.tasks().retry(task);
        return Reply.ok();
    }

    private Optional<JsonDocument> find(String id) {
        if (!Tasks.isId(id)) {
            throw new Crash("BSONError: " + id + " is no ObjectId");
        }
        return acs.tasks().queue().find(id);
    }

    private boolean isInSession(String device) {
        return acs.fleet()
                .find(device)
                .map(found -> found.inSession(acs.clock().millis()))
                .orElse(false);
    }
}
