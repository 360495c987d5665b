package com.rjchronos.inventory.connector;

import com.rjchronos.model.intent.AcsCall;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.reading.DeviceReading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one connector to plan intents for one device, on a thread of its own that can be left behind. A plan that fails is one that
 * is unsupported. What a connector throws is named by its class alone: its message may quote a password.
 */
final class PlanDraft {
    private static final Logger LOG = LoggerFactory.getLogger(PlanDraft.class);

    private final InstalledConnector asked;
    private final DeviceReading device;
    private final List<DeviceIntent> intents;
    private final Quarantine quarantine;

    PlanDraft(InstalledConnector asked, DeviceReading device, List<DeviceIntent> intents, Quarantine quarantine) {
        this.quarantine = quarantine;
        this.asked = asked;
        this.device = device;
        this.intents = intents;
    }

    /** One plan an intent, in order; empty if the connector does not come back within the budget, all intents together. */
    Optional<List<Plan>> within(Duration budget, String threadName) {
        return new Errand<>(() -> intents.stream().map(this::plan).toList()).within(budget, threadName);
    }

    private Plan plan(DeviceIntent intent) {
        try {
            Plan plan = asked.connector().plan(device, intent);
            if (plan == null) {
                return failed(intent, "returned no plan");
            }
            if (plan instanceof Plan.Calls calls && !targetsTheDevice(calls)) {
                return failed(intent, "planned a call for another device");
            }
            return plan;
        } catch (Throwable e) { // foreign code: whatever it throws is its failure, also what it did not declare
            if (e instanceof VirtualMachineError error && !(e instanceof StackOverflowError)) {
                quarantine.exhausted(asked, device.identity().genieacsId(), error);
            }
            return failed(intent, "threw " + e.getClass().getName() + where(e));
        }
    }

    private boolean targetsTheDevice(Plan.Calls calls) {
        return calls.calls().stream()
                .map(AcsCall::genieacsId)
                .allMatch(device.identity().genieacsId()::equals);
    }

    private Plan failed(DeviceIntent intent, String what) {
        String reason = "Connector " + asked + " " + what + ".";
        if (asked.failed(reason)) {
            LOG.warn(
                    "A connector failed for the first time. connector={} device={} intent={} detail=\"{}\"",
                    asked,
                    device.identity().genieacsId(),
                    intent.kind(),
                    what);
        }
        return Plan.unsupported(reason);
    }

    private static String where(Throwable e) {
        StackTraceElement[] stack = e.getStackTrace();
        return stack.length == 0 ? "" : " at " + stack[0];
    }
}
