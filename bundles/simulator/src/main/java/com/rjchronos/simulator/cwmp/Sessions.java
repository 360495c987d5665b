package com.rjchronos.simulator.cwmp;

import com.rjchronos.simulator.fleet.Device;
import com.rjchronos.simulator.query.JsonCollection;
import com.rjchronos.simulator.query.JsonDocument;
import java.time.Clock;
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
    private final AtomicLong held = new AtomicLong();

    public Sessions(Clock clock, Tasks tasks, JsonCollection files, ForcedFaults forced, Changes changes) {
        this.clock = clock;
        this.tasks = tasks;
        this.execution = new Execution(files, changes);
        this.forced = forced;
    }

    /** Runs a whole session at once. */
    public void run(Device device, Event event) {
        synchronized (device) {
            long now = clock.millis();
            held.incrementAndGet();
            if (event == Event.BOOT) {
                device.boot(now);
            } else {
                device.inform(now);
            }
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
                .orElseGet(() -> execution.run(device, task, now));
        if (fault.isPresent()) {
            tasks.faulted(task, fault.get(), now);
        } else {
            tasks.done(task);
        }
    }
}
