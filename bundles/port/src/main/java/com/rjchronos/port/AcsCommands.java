package com.rjchronos.port;

import com.rjchronos.model.acs.AcsTask;
import com.rjchronos.model.acs.CommandOutcome;
import com.rjchronos.model.acs.Delivery;
import com.rjchronos.model.acs.TaskId;
import com.rjchronos.model.intent.AcsCall;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What can be asked of a device, through its ACS. Each call blocks its caller until the ACS answered, which takes half a second to
 * 160 s with a knock; how many run at once is bounded, and beyond that the outcome is {@code Busy}. Commands never throw for a misbehaving ACS.
 */
@ProviderType
public interface AcsCommands {

    /**
     * Puts a call into the device's queue and, if the delivery says so, knocks. A lost answer is settled by looking for the unique key; a call
     * that is not idempotent is never sent twice.
     */
    CommandOutcome insert(AcsCall call, Delivery delivery);

    /** A connection request alone: {@code Done} means that the device took it, not that its session ended. */
    CommandOutcome knock(String genieacsId);

    /**
     * The tasks that wait for a device, those that faulted included.
     *
     * @throws com.rjchronos.model.problem.ProblemException unavailable, if the ACS does not answer; invalid, for an impossible id
     */
    List<AcsTask> tasks(String genieacsId);

    /** Takes a task out of the queue, together with its fault. */
    CommandOutcome deleteTask(TaskId task);

    /** Lets a task that faulted be tried again at the device's next Inform; nobody knocks for it. */
    CommandOutcome retryTask(TaskId task);
}
