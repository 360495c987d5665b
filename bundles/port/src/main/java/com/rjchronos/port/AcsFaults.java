package com.rjchronos.port;

import com.rjchronos.model.acs.AcsFault;
import com.rjchronos.model.acs.CommandOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** What went wrong between an ACS and its devices. Reading throws as {@link AcsDevices} does. */
@ProviderType
public interface AcsFaults {

    /**
     * Streams the faults that the ACS holds, the oldest first, and returns how many there were. Take them fast: the ACS does not wait for a slow reader
     * but keeps what is unread in memory. What was handed over before an answer broke off stays handed over.
     *
     * @param since only those met or retried after this time, by the ACS's clock; empty: all
     */
    long sweep(Optional<Instant> since, Consumer<AcsFault> each);

    /** The faults of one device. */
    List<AcsFault> of(String genieacsId);

    /** Deletes a fault and, if it is a task's, the task with it. {@code Done} also if there was none. */
    CommandOutcome delete(String genieacsId, String channel);
}
