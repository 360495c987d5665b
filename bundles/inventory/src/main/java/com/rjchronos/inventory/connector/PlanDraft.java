package com.rjchronos.inventory.connector;

import com.rjchronos.model.intent.AcsCall;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.reading.DeviceReading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one connector to plan intents for one device, on a thread of its own that can be left behind. A plan that fails is one that
 * is unsupported. What a connector throws is named by its class alone: its message may quote a password.
 */
final class PlanDraft implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(PlanDraft.class);

    /** The patience is spent in parts: a machine that stood still is nobody's guilt. */
    private static final int LOOKS = 10;

    private final InstalledConnector asked;
    private final DeviceReading device;
    private final List<DeviceIntent> intents;
    private final Quarantine quarantine;
    private final CountDownLatch done = new CountDownLatch(1);
    private final List<Plan> plans = new ArrayList<>();
    private volatile Throwable bug;

    PlanDraft(InstalledConnector asked, DeviceReading device, List<DeviceIntent> intents, Quarantine quarantine) {
        this.quarantine = quarantine;
        this.asked = asked;
        this.device = device;
        this.intents = intents;
    }

    /** One plan an intent, in order; empty if the connector does not come back within the budget, all intents together. */
    Optional<List<Plan>> within(Duration budget, String threadName) {
        Thread thread = new Thread(this, threadName);
        thread.setDaemon(true);
        thread.start();
        long look = Math.max(5, budget.toMillis() / LOOKS);
        try {
            for (int i = 0; i <= LOOKS; i++) {
                if (done.await(look, TimeUnit.MILLISECONDS)) {
                    return Optional.of(finished());
                }
            }
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("The appliance is stopping.", Duration.ofSeconds(5))
                    .thrown(e);
        } finally {
            thread.interrupt();
        }
    }

    private List<Plan> finished() {
        if (bug != null) {
            throw new IllegalStateException("The desk failed", bug);
        }
        return List.copyOf(plans);
    }

    @Override
    public void run() {
        try {
            intents.forEach(intent -> plans.add(plan(intent)));
        } catch (RuntimeException | Error e) {
            bug = e;
        } finally {
            done.countDown();
        }
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
