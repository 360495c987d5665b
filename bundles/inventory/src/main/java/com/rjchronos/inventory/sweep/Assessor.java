package com.rjchronos.inventory.sweep;

import com.rjchronos.inventory.settings.InventorySettings;
import com.rjchronos.model.acs.AcsHealth;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.page.PageRequest;
import com.rjchronos.model.sweep.Sweep;
import com.rjchronos.model.sweep.SweepKind;
import com.rjchronos.model.sweep.SweepOutcome;
import com.rjchronos.port.AcsGateway;
import com.rjchronos.port.DeviceStore;
import com.rjchronos.port.DeviceStore.Assessment;
import com.rjchronos.port.SweepStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells silence of devices from silence of their ACS. Devices go offline only on the word of a sweep that just ended; between
 * two sweeps their last Informs grow old in our books alone. An ACS that cannot be trusted makes them unknown.
 */
@Component(service = Assessor.class)
public final class Assessor {
    private static final Logger LOG = LoggerFactory.getLogger(Assessor.class);

    /** A gateway is away for a moment when its bundle is updated, and when the appliance starts. */
    private static final Duration MOMENT = Duration.ofMinutes(1);

    /** What we hold of an ACS's word. */
    enum Trust {
        TRUSTED,
        /** Too early to say. */
        UNDECIDED,
        UNTRUSTED
    }

    /** A time in which an ACS was not heard, and perhaps heard nobody: its devices' silence counts for nothing. */
    private record Deafness(Instant from, Instant until) {
        /** Both, if the ACS was back too shortly between them for its devices to inform. */
        Deafness after(Deafness before, Duration interval) {
            boolean hardly = before.until.plus(interval.multipliedBy(2)).isAfter(from);
            return hardly ? new Deafness(before.from, until) : this;
        }
    }

    private final AcsRoster roster;
    private final SweepStore sweeps;
    private final DeviceStore devices;
    private final Duration staleAfter;
    private final Duration defaultInterval;
    private final Clock clock;
    private final Instant born;
    private final Map<AcsId, Trust> last = new ConcurrentHashMap<>();
    private final Map<AcsId, Deafness> deafness = new ConcurrentHashMap<>();
    private final Set<AcsId> recalled = ConcurrentHashMap.newKeySet();
    private volatile Set<AcsId> history;

    @Activate
    public Assessor(
            @Reference AcsRoster roster,
            @Reference SweepStore sweeps,
            @Reference DeviceStore devices,
            @Reference InventorySettings settings) {
        this(roster, sweeps, devices, settings, Clock.systemUTC());
    }

    Assessor(AcsRoster roster, SweepStore sweeps, DeviceStore devices, InventorySettings settings, Clock clock) {
        this.roster = roster;
        this.sweeps = sweeps;
        this.devices = devices;
        this.staleAfter = settings.staleAfter();
        this.defaultInterval = settings.defaultInformInterval();
        this.clock = clock;
        this.born = clock.instant();
    }

    /**
     * Assesses after a full or incremental sweep came whole; returns how many devices changed status.
     *
     * @param before when the one before it did
     */
    int afterSweep(AcsId acs, Optional<Instant> before) {
        Instant now = clock.instant();
        if (trust(acs, sweeps.progress(acs).lastComplete(), now) != Trust.TRUSTED) {
            return 0;
        }
        recall(acs);
        boolean distrusted = last.put(acs, Trust.TRUSTED) == Trust.UNTRUSTED;
        before.filter(t -> distrusted || !t.isAfter(now.minus(staleAfter)))
                .ifPresent(t -> deaf(acs, new Deafness(t, now)));
        return store(acs, true, now, now);
    }

    /** From the rows of a former life: its devices may still be on their way back. */
    private void recall(AcsId acs) {
        if (!recalled.add(acs)) {
            return;
        }
        List<Instant> heard = sweeps.page(Optional.of(acs), new PageRequest(0, PageRequest.MAX_LIMIT)).items().stream()
                .filter(s -> s.acs().equals(acs) && s.outcome() == SweepOutcome.COMPLETE)
                .filter(s -> s.kind() == SweepKind.FULL || s.kind() == SweepKind.INCREMENTAL)
                .flatMap(s -> s.endedAt().stream())
                .sorted()
                .toList();
        for (int i = 1; i < heard.size(); i++) {
            if (!heard.get(i - 1).isAfter(heard.get(i).minus(staleAfter))) {
                deaf(acs, new Deafness(heard.get(i - 1), heard.get(i)));
            }
        }
    }

    private void deaf(AcsId acs, Deafness latest) {
        deafness.merge(acs, latest, (older, newer) -> newer.after(older, defaultInterval));
    }

    /** Assesses between sweeps; returns how many devices changed status. */
    int betweenSweeps(AcsId acs) {
        Instant now = clock.instant();
        Optional<Instant> lastComplete = sweeps.progress(acs).lastComplete();
        Trust trust = trust(acs, lastComplete, now);
        Trust before = last.put(acs, trust);
        if (trust != Trust.UNTRUSTED) {
            return 0;
        }
        if (before != Trust.UNTRUSTED) {
            LOG.warn(
                    "ACS cannot be trusted, its devices are unknown. acs={} lastCompleteSweep={}",
                    acs,
                    lastComplete.map(Instant::toString).orElse("never"));
        }
        return store(acs, false, lastComplete.orElse(now), now);
    }

    private int store(AcsId acs, boolean trusted, Instant staleSince, Instant now) {
        Deafness deaf = deafness.getOrDefault(acs, new Deafness(now, now));
        return devices.reassess(
                new Assessment(acs, trusted, staleSince, defaultInterval, now, deaf.from(), deaf.until()));
    }

    private Trust trust(AcsId acs, Optional<Instant> lastComplete, Instant now) {
        boolean young =
                lastComplete.filter(t -> t.isAfter(now.minus(staleAfter))).isPresent();
        AcsHealth.State state = roster.gateway(acs)
                .map(AcsGateway::health)
                .map(AcsHealth::state)
                .orElse(AcsHealth.State.UNKNOWN);
        Instant away = roster.gone().getOrDefault(acs, born);
        boolean moment = now.isBefore(away.plus(MOMENT));
        return switch (state) {
            case UNREACHABLE -> Trust.UNTRUSTED;
            case MAINTENANCE -> young ? Trust.UNDECIDED : Trust.UNTRUSTED;
            case REACHABLE -> young ? Trust.TRUSTED : early(now) ? Trust.UNDECIDED : Trust.UNTRUSTED;
            case UNKNOWN ->
                early(now) || young && (moment || roster.gateway(acs).isPresent()) ? Trust.UNDECIDED : Trust.UNTRUSTED;
        };
    }

    /**
     * Whether the next sweep but one is soon enough for the devices of an ACS to stay trusted.
     *
     * @param last full or incremental sweep
     */
    boolean mayWait(Optional<Sweep> last) {
        Instant half = clock.instant().minus(staleAfter.dividedBy(2));
        return last.filter(s -> s.outcome() == SweepOutcome.COMPLETE)
                .filter(s -> s.startedAt().isAfter(half))
                .isPresent();
    }

    /** The first sweep of this life may still be under way. */
    private boolean early(Instant now) {
        return now.isBefore(born.plus(MOMENT));
    }

    /** The ACSs of which anything is known, also those that are not configured any more. */
    Set<AcsId> known() {
        if (history == null) {
            history = sweeps.page(Optional.empty(), new PageRequest(0, PageRequest.MAX_LIMIT)).items().stream()
                    .map(Sweep::acs)
                    .collect(Collectors.toSet());
        }
        Set<AcsId> known = new HashSet<>(history);
        known.addAll(last.keySet());
        known.addAll(roster.gone().keySet());
        roster.gateways().forEach(g -> known.add(g.acs()));
        return known;
    }
}
