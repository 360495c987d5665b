package com.rjchronos.port;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.model.connector.UnmatchedGroup;
import com.rjchronos.model.device.Device;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.device.DeviceQuery;
import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.device.FleetMetrics;
import com.rjchronos.model.page.Page;
import com.rjchronos.model.page.PageRequest;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.sweep.RejectedDocument;
import com.rjchronos.model.sweep.SweepCounts;
import com.rjchronos.model.sweep.SweepId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Devices and what sweeps bring of them. */
@ProviderType
public interface DeviceStore {

    /**
     * What is stored of a device, as the intake compares it.
     *
     * @param reading without the customer's network
     * @param connectivity as last stored: online, offline or unknown
     */
    record Known(
            DeviceId id,
            DeviceReading reading,
            DeviceStatus connectivity,
            Optional<String> connector,
            Optional<String> parkedBecause) {}

    /** One document's consequence. */
    sealed interface Change {

        /** A device nobody knew. Empty connector: nobody could read it, and it is parked. */
        record Discovered(
                DeviceReading reading,
                DeviceStatus connectivity,
                Optional<String> connector,
                Optional<String> parkedBecause,
                AuditEntry audit)
                implements Change {}

        /**
         * A device that told something new.
         *
         * @param fields names of what changed, as the API spells them
         * @param measured whether the reading holds measurements newer than those stored
         * @param audit only for identity and configuration, never for churn
         */
        record Updated(
                DeviceId id,
                DeviceReading reading,
                DeviceStatus connectivity,
                String connector,
                Set<String> fields,
                boolean measured,
                Optional<AuditEntry> audit)
                implements Change {}

        /**
         * A device whose document nobody could read, be its connector away or failing: its facts stay, with their age; the
         * reason is kept.
         *
         * @param lastInform what the ACS itself says, which needs no connector: a parked device that informs is not silent; an
         *     older one than was heard moves nothing
         */
        record Parked(DeviceId id, DeviceIdentity identity, String reason, Optional<Instant> lastInform)
                implements Change {

            public Parked(DeviceId id, DeviceIdentity identity, String reason) {
                this(id, identity, reason, Optional.empty());
            }
        }
    }

    /**
     * A batch of changes for one transaction.
     *
     * @param counts added to the sweep's row, with the clashes that only the store knows
     * @param rejected named in the sweep's row, as they are
     */
    record Batch(
            SweepId sweep,
            AcsId acs,
            Instant at,
            List<Change> changes,
            SweepCounts counts,
            List<RejectedDocument> rejected) {

        public Batch {
            changes = List.copyOf(changes);
            rejected = List.copyOf(rejected);
        }
    }

    /**
     * What the clock says about an ACS's devices.
     *
     * @param trusted whether the ACS answers and its last complete sweep is young enough; otherwise its devices are unknown
     * @param staleSince since when it cannot be trusted; kept where already set
     * @param defaultInterval the Inform interval of devices that do not report theirs
     * @param deafFrom when the ACS was last heard before it was away; with {@code deafUntil} a time in which silence counts for nothing
     * @param deafUntil when it was heard again; the same as {@code deafFrom} if it was not away
     */
    record Assessment(
            AcsId acs,
            boolean trusted,
            Instant staleSince,
            Duration defaultInterval,
            Instant at,
            Instant deafFrom,
            Instant deafUntil) {

        /** Of an ACS that was not away. */
        public Assessment(AcsId acs, boolean trusted, Instant staleSince, Duration defaultInterval, Instant at) {
            this(acs, trusted, staleSince, defaultInterval, at, at, at);
        }
    }

    /** The stored devices among these, by GenieACS id: one statement. */
    Map<String, Known> known(AcsId acs, Collection<String> genieacsIds);

    /** Stores state, readings, status intervals, change log, trail and the sweep's counts: all or nothing. */
    void apply(Batch batch);

    /**
     * Sets online, offline (no Inform for twice the device's interval) or unknown for all devices of an ACS, set by set, with
     * intervals and change log. A device whose silence would be short enough without the time in which the ACS was deaf keeps
     * its status. Returns how many changed.
     */
    int reassess(Assessment assessment);

    /** With the customer's network. */
    Optional<Device> find(DeviceId id);

    /** Without the customer's networks. */
    Page<Device> page(DeviceQuery query);

    FleetMetrics metrics();

    /** Devices bound to each connector, and how many of them are parked. */
    Map<String, Bound> bound();

    /**
     * Devices of one connector.
     *
     * @param devices all
     * @param parked those that wait for it
     */
    record Bound(long devices, long parked) {}

    /**
     * GenieACS ids of the devices bound to a connector, in order, at most {@code limit} after {@code after}; an empty name asks for
     * those that nobody could read yet.
     */
    List<String> boundTo(AcsId acs, String connector, Optional<String> after, int limit);

    /**
     * The devices of these connectors, grouped by manufacturer, OUI, product class and model, the most first; nothing is said of their
     * objects. One statement.
     */
    Page<UnmatchedGroup> alike(Set<String> connectors, PageRequest window);

    /**
     * Takes all devices from a connector; they are parked for this reason until somebody reads them. Handful by handful, a
     * transaction each, so that nobody waits for long: a call that broke off is repeated. The entry is stored with the first
     * handful, and not at all if there is none. Returns how many devices it took.
     */
    long unbind(String connector, String reason, AuditEntry entry, Instant at);
}
