package com.rjchronos.inventory.device;

import com.rjchronos.api.Intake;
import com.rjchronos.inventory.connector.ConnectorDesk;
import com.rjchronos.inventory.connector.Verdict;
import com.rjchronos.inventory.settings.InventorySettings;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.problem.ProblemException;
import com.rjchronos.model.problem.ProblemKind;
import com.rjchronos.model.sweep.RejectedDocument;
import com.rjchronos.model.sweep.SweepBatch;
import com.rjchronos.model.sweep.SweepCounts;
import com.rjchronos.port.DeviceStore;
import com.rjchronos.port.DeviceStore.Change;
import com.rjchronos.port.DeviceStore.Known;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads, compares and stores: a batch is one question to the store, one round at the desk and one transaction. */
@Component
public final class DeviceIntake implements Intake {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceIntake.class);

    /** More documents than this that cannot be stored are not the documents' fault. */
    private static final int MAX_UNSTORABLE = 50;

    private final ConnectorDesk desk;
    private final DeviceStore store;
    private final Judgement judgement;
    private final Clock clock;
    private final Patience patience;

    @Activate
    public DeviceIntake(
            @Reference ConnectorDesk desk, @Reference DeviceStore store, @Reference InventorySettings settings) {
        this(desk, store, settings.defaultInformInterval(), Clock.systemUTC(), new Patience(Duration.ofSeconds(30)));
    }

    DeviceIntake(ConnectorDesk desk, DeviceStore store, Duration defaultInterval, Clock clock, Patience patience) {
        this.desk = desk;
        this.store = store;
        this.judgement = new Judgement(defaultInterval);
        this.clock = clock;
        this.patience = patience;
    }

    /** Waits for nothing any more. */
    @Deactivate
    void leave() {
        patience.end();
    }

    @Override
    public SweepCounts accept(SweepBatch batch) {
        List<DeviceDocument> documents = lastOfEach(batch.documents());
        long repeated = batch.documents().size() - documents.size();
        SweepCounts counts = new SweepCounts(
                repeated + batch.rejected().size(),
                0,
                repeated,
                0,
                batch.rejected().size(),
                batch.bytes(),
                repeated);
        Instant now = clock.instant();
        Map<String, Known> known = known(batch, documents);
        List<RejectedDocument> named = new ArrayList<>(batch.rejected());
        if (repeated > 0) {
            named.addAll(repetitions(batch.documents()));
        }
        Beside beside = new Beside(unreadable(batch, documents, known), counts, named);
        return new Storing(batch, now).all(judge(batch, documents, known, now), beside);
    }

    /** What is stored of the devices of a batch, also of those that could not be read. */
    private Map<String, Known> known(SweepBatch batch, List<DeviceDocument> documents) {
        List<String> ids = Stream.concat(
                        documents.stream().map(d -> d.identity().genieacsId()),
                        batch.rejected().stream().map(RejectedDocument::device))
                .distinct()
                .toList();
        return known(batch.acs(), ids);
    }

    private Map<String, Known> known(AcsId acs, List<String> ids) {
        return ids.isEmpty() ? Map.of() : patience.with(() -> store.known(acs, ids));
    }

    /** Devices of which nothing came but what cannot be read. */
    private static List<Change> unreadable(SweepBatch batch, List<DeviceDocument> documents, Map<String, Known> known) {
        if (batch.rejected().isEmpty()) {
            return List.of();
        }
        Set<String> read =
                documents.stream().map(d -> d.identity().genieacsId()).collect(Collectors.toSet());
        return batch.rejected().stream()
                .filter(r -> !read.contains(r.device()) && known.containsKey(r.device()))
                .flatMap(r -> Judgement.unreadable(known.get(r.device()), r).stream())
                .toList();
    }

    private List<Consequence> judge(
            SweepBatch batch, List<DeviceDocument> documents, Map<String, Known> known, Instant now) {
        List<Verdict> verdicts =
                desk.read(documents, id -> Optional.ofNullable(known.get(id)).flatMap(Known::connector), batch.asked());
        List<Consequence> consequences = new ArrayList<>(documents.size());
        for (int i = 0; i < documents.size(); i++) {
            DeviceDocument document = documents.get(i);
            Optional<Known> stored =
                    Optional.ofNullable(known.get(document.identity().genieacsId()));
            consequences.add(judgement.of(document, stored, verdicts.get(i), now));
        }
        return consequences;
    }

    private static List<RejectedDocument> repetitions(List<DeviceDocument> documents) {
        Set<String> seen = new HashSet<>();
        return documents.stream()
                .map(d -> d.identity().genieacsId())
                .filter(id -> !seen.add(id))
                .map(id -> RejectedDocument.remark(id, "it came more than once in one answer; the last one counts"))
                .toList();
    }

    private static List<DeviceDocument> lastOfEach(List<DeviceDocument> documents) {
        Map<String, DeviceDocument> byId = new LinkedHashMap<>(documents.size() * 2);
        documents.forEach(d -> byId.put(d.identity().genieacsId(), d));
        return byId.size() == documents.size() ? documents : List.copyOf(byId.values());
    }

    /**
     * What a part of a batch brings beside its documents.
     *
     * @param changes of devices whose documents could not be read
     * @param counts of what has no consequence
     * @param named in the sweep's row
     */
    private record Beside(List<Change> changes, SweepCounts counts, List<RejectedDocument> named) {
        private static final Beside NOTHING = new Beside(List.of(), SweepCounts.ZERO, List.of());
    }

    /** The way of one batch into the store, cut in halves where one document spoils it. */
    private final class Storing {
        private final SweepBatch batch;
        private final Instant now;
        private int unstorable;

        private Storing(SweepBatch batch, Instant now) {
            this.batch = batch;
            this.now = now;
        }

        private SweepCounts all(List<Consequence> consequences, Beside beside) {
            try {
                return apply(consequences, beside);
            } catch (RuntimeException e) {
                refuseOutage(e);
                LOG.warn(
                        "A batch could not be stored and is cut to find the cause. acs={} sweep={} documents={}",
                        batch.acs(),
                        batch.sweep(),
                        consequences.size(),
                        e);
                SweepCounts counts = apply(List.of(), beside);
                return counts.plus(halves(consequences));
            }
        }

        private SweepCounts halves(List<Consequence> consequences) {
            if (consequences.size() == 1) {
                return again(consequences.get(0));
            }
            int middle = consequences.size() / 2;
            return part(consequences.subList(0, middle)).plus(part(consequences.subList(middle, consequences.size())));
        }

        private SweepCounts part(List<Consequence> consequences) {
            if (consequences.isEmpty()) {
                return SweepCounts.ZERO;
            }
            try {
                return apply(consequences, Beside.NOTHING);
            } catch (RuntimeException e) {
                refuseOutage(e);
                return halves(consequences);
            }
        }

        /** A document alone: judged once more, for another batch may have stored its device meanwhile. */
        private SweepCounts again(Consequence consequence) {
            DeviceDocument document = consequence.document();
            Map<String, Known> known = Map.of();
            try {
                known = known(batch.acs(), List.of(document.identity().genieacsId()));
                return apply(judge(batch, List.of(document), known, now), Beside.NOTHING);
            } catch (RuntimeException e) {
                refuseOutage(e);
                if (++unstorable > MAX_UNSTORABLE) {
                    throw e;
                }
                String reason = rootMessage(e);
                LOG.warn(
                        "A document cannot be stored. device={} detail=\"{}\"",
                        document.identity().genieacsId(),
                        reason);
                Optional<Known> stored =
                        Optional.ofNullable(known.get(document.identity().genieacsId()));
                Consequence failed = Judgement.failed(document, stored, "It cannot be stored: " + reason);
                return apply(List.of(failed), Beside.NOTHING);
            }
        }

        /** One part, one transaction. A part is waited for alone: what is stored already must not be counted again. */
        private SweepCounts apply(List<Consequence> consequences, Beside beside) {
            SweepCounts counts =
                    consequences.stream().map(Consequence::counts).reduce(beside.counts(), SweepCounts::plus);
            List<Change> changes = new ArrayList<>(beside.changes());
            consequences.forEach(c -> c.change().ifPresent(changes::add));
            List<RejectedDocument> named = new ArrayList<>(beside.named());
            consequences.forEach(c -> named.addAll(c.named()));
            if (counts.equals(SweepCounts.ZERO)) {
                return counts;
            }
            DeviceStore.Batch part = new DeviceStore.Batch(batch.sweep(), batch.acs(), now, changes, counts, named);
            return patience.with(() -> {
                store.apply(part);
                return counts;
            });
        }

        private void refuseOutage(RuntimeException e) {
            if (e instanceof ProblemException problem && problem.problem().kind() == ProblemKind.UNAVAILABLE) {
                throw e;
            }
        }
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
