package com.rjchronos.model.acs;

import java.util.Optional;

/**
 * What came of a command to the ACS. Where a case names a task, that task is in the ACS's queue (unless it is {@code Done}) and is carried out
 * when its device comes.
 */
public sealed interface CommandOutcome {

    /** The task that the ACS made, where it told. */
    default Optional<TaskId> task() {
        return Optional.empty();
    }

    /** Whether it is proven that the ACS did nothing of it, so that even what is not idempotent may be sent again. */
    default boolean notTaken() {
        return false;
    }

    /**
     * The ACS did what it was asked for; of a call: the device's session ran and met no fault. That does not mean that a value was
     * applied (unknown and read-only parameters are dropped in silence): read back what matters.
     */
    record Done(Optional<TaskId> task) implements CommandOutcome {}

    /** The call waits for the device's next Inform, as was wanted. */
    record Queued(Optional<TaskId> task) implements CommandOutcome {}

    /** The device came, and the call met a fault. The task waits beside its fault until it is tried again or deleted. */
    record Faulted(Optional<TaskId> task, Optional<AcsFault> fault) implements CommandOutcome {}

    /** The device was asked to come but did not in time, or was in another session all the while; the call waits for it. */
    record NotProcessed(Optional<TaskId> task) implements CommandOutcome {}

    /** The device could not be reached with a connection request. A call waits for it. */
    record Offline(Optional<TaskId> task) implements CommandOutcome {}

    /** The connection request failed for a reason that stays until somebody corrects it. A call waits for the device's next Inform. */
    record KnockRefused(Optional<TaskId> task, Cause cause, String words) implements CommandOutcome {

        /** Why a connection request cannot succeed. */
        public enum Cause {
            /** The device refused the ACS's user or password. */
            CREDENTIALS,
            /** The address that the device reported is missing, malformed or of a protocol that GenieACS does not speak. */
            URL,
            /** The device wants a way to authenticate that the ACS may not or cannot use. */
            AUTHENTICATION,
            OTHER
        }
    }

    /** The ACS does not know the device. */
    record NoSuchDevice() implements CommandOutcome {
        @Override
        public boolean notTaken() {
            return true;
        }
    }

    /** The ACS does not know the task; it was carried out, expired or was deleted. */
    record NoSuchTask() implements CommandOutcome {
        @Override
        public boolean notTaken() {
            return true;
        }
    }

    /** The device is in a session, in which nothing may be taken away from it: try again in some seconds. */
    record InSession() implements CommandOutcome {
        @Override
        public boolean notTaken() {
            return true;
        }
    }

    /** Not sent: the ACS would not survive it, or would not understand. */
    record Invalid(String reason) implements CommandOutcome {
        @Override
        public boolean notTaken() {
            return true;
        }
    }

    /** Not sent: as many calls of its kind as are allowed were under way, for as long as one waits. Try again later. */
    record Busy(String reason) implements CommandOutcome {
        @Override
        public boolean notTaken() {
            return true;
        }
    }

    /** Not sent: the ACS does not answer, or is in maintenance. */
    record Away(String reason) implements CommandOutcome {
        @Override
        public boolean notTaken() {
            return true;
        }
    }

    /** The ACS, or a proxy before it, answered with a refusal. */
    record Refused(String words) implements CommandOutcome {
        @Override
        public boolean notTaken() {
            return true;
        }
    }

    /** The answer was lost, and looking proved nothing: it may have been done, may be done later, or never. */
    record Unknown(String why) implements CommandOutcome {}
}
