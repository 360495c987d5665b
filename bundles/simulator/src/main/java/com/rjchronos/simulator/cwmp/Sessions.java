package com.rjchronos.simulator.cwmp;

import com.rjchronos.simulator.fleet.Device;
import com.rjchronos.simulator.query.JsonCollection;
import com.rjchronos.simulator.query.JsonDocument;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A device's session with the ACS: its Inform, then all tasks that wait for it. */
public final class Sessions {
    private static final int PARAMETER_GONE = 9005;

    /** Why a device opens a session. */
    public enum Event {
        PERIODIC,
        BOOT,
        CONNECTION_REQUEST
    }

    private final Clock clock;
    private final Tasks tasks;
    private final Execution execution;
    private final ForcedFaults forced;
    private final Changes changes;
    private final PresetFatality fatality;
    private final AtomicLong held = new AtomicLong();

    /**
     * Of one ACS.
     *
     * @param collections of which it reads {@code files} and {@code presets}
     */
    public Sessions(
            Clock clock, Tasks tasks, Map<String, JsonCollection> collections, ForcedFaults forced, Changes changes) {
        this.clock = clock;
        this.tasks = tasks;
        this.execution = new Execution(collections.get("files"), changes);
        this.fatality = new PresetFatality(collections.get("presets"));
        this.forced = forced;
        this.changes = changes;
    }

    /** Runs a whole session now, at once. */
    public void run(Device device, Event event) {
        run(device, event, clock.millis());
    }

    /** Runs a whole session, unless a preset ends the CWMP workers before it begins, at once, as if it were this time; none is overtaken by one that was due before it. */
    void run(Device device, Event event, long at) {
        if (fatality.struck()) {
            return;
        }
        synchronized (device) {
            long now = Math.max(at, Math.min(device.lastInform(), clock.millis()));
            held.incrementAndGet();
            if (event == Event.BOOT) {
                device.boot(now);
            } else {
                device.inform(now);
            }
            changes.changed("informed", device.id(), event.name());
            for (JsonDocument task : tasks.due(device.id(), now)) {
                carryOut(device, task, now);
            }
        }
    }

    /** How many sessions there were. */
    public long count() {
        return held.get();
    }

    private void carryOut(Device device, JsonDocument task, long now) {
        Optional<Fault> fault = forced.next(task)
                .map(code -> code == PARAMETER_GONE ? Optional.<Fault>empty() : Optional.of(Fault.cwmp(code)))
                .orElseGet(() -> execute(device, task, now));
        if (fault.isPresent()) {
            tasks.faulted(task, fault.get(), now);
        } else {
            tasks.done(task);
        }
    }

    /** A task that nobody foresaw fails like a script that throws; the session goes on. */
    private Optional<Fault> execute(Device device, JsonDocument task, long now) {
        try {
            return execution.run(device, task, now);
        } catch (RuntimeException e) {
            return Optional.of(Fault.script(e.toString(), task.text("name")));
        }
    }
}
