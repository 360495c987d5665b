package com.rjchronos.inventory.connector;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.reading.DeviceReading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/** Has documents read, and leaves behind whoever takes longer than the budget for one. */
final class Watchdog {
    /** In how many looks a document must be the same: a machine that stood still is nobody's guilt. */
    private static final int LOOKS = 10;

    /** How often a document is read again whose connector went meanwhile. */
    private static final int ROUNDS = 3;

    private final Duration budget;
    private final Quarantine quarantine;
    private final AtomicLong workers = new AtomicLong();

    Watchdog(Duration budget, SwapWitness witness) {
        this.budget = budget;
        this.quarantine = new Quarantine(budget, witness);
    }

    /**
     * A batch is read with the connectors of one moment; what one of them left undone because it went, with those that are there
     * then. What is left undone again and again waits.
     */
    List<Verdict> read(
            List<DeviceDocument> documents,
            Supplier<ConnectorSet> connectors,
            Function<String, Optional<String>> bound) {
        List<Integer> orphans = new ArrayList<>();
        List<Verdict> verdicts = read(documents, connectors.get(), bound, orphans);
        for (int round = 0; round < ROUNDS && !orphans.isEmpty(); round++) {
            List<Integer> places = List.copyOf(orphans);
            orphans.clear();
            List<Integer> left = new ArrayList<>();
            List<Verdict> more = read(places.stream().map(documents::get).toList(), connectors.get(), bound, left);
            for (int i = 0; i < places.size(); i++) {
                verdicts.set(places.get(i), more.get(i));
            }
            left.forEach(i -> orphans.add(places.get(i)));
        }
        orphans.forEach(i -> verdicts.set(i, new Verdict.Unread("Its connector left while it was read.")));
        return verdicts;
    }

    private List<Verdict> read(
            List<DeviceDocument> documents,
            ConnectorSet set,
            Function<String, Optional<String>> bound,
            List<Integer> orphans) {
        List<Verdict> verdicts = new ArrayList<>(documents.size());
        while (verdicts.size() < documents.size()) {
            BatchReader reader = new BatchReader(documents, verdicts.size(), set, bound, quarantine);
            Thread thread = new Thread(reader, "connector-desk-" + workers.incrementAndGet());
            thread.setDaemon(true);
            thread.start();
            Optional<BatchReader.Hang> hang = watch(reader, thread);
            int to = hang.map(BatchReader.Hang::position).orElse(documents.size());
            for (int i = verdicts.size(); i < to; i++) {
                verdicts.add(reader.verdict(i));
                if (reader.orphaned(i)) {
                    orphans.add(i);
                }
            }
            hang.flatMap(h -> leaveBehind(h, reader, thread, documents.get(to))).ifPresent(verdicts::add);
        }
        return verdicts;
    }

    /** Returns when all is read, or with the document that takes longer than its budget. */
    private Optional<BatchReader.Hang> watch(BatchReader reader, Thread thread) {
        long tick = Math.max(5, budget.toMillis() / LOOKS);
        int looks = 0;
        int position = -1;
        try {
            while (!reader.done().await(tick, TimeUnit.MILLISECONDS)) {
                looks = reader.position() == position ? looks + 1 : 0;
                position = reader.position();
                Optional<BatchReader.Hang> hang = looks < LOOKS ? Optional.empty() : reader.hang(budget);
                if (hang.isPresent()) {
                    return hang;
                }
            }
        } catch (InterruptedException e) {
            reader.abandon();
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw Problem.unavailable("The appliance is stopping.", Duration.ofSeconds(5))
                    .thrown(e);
        }
        reader.bug().ifPresent(bug -> {
            throw new IllegalStateException("The desk failed", bug);
        });
        return Optional.empty();
    }

    /** Abandons a reader. The document it hangs on is read again without the guilty connector, if there is one. */
    private Optional<Verdict> leaveBehind(
            BatchReader.Hang hang, BatchReader reader, Thread thread, DeviceDocument document) {
        reader.abandon();
        thread.interrupt();
        if (hang.asked().isEmpty()) {
            return Optional.of(new Verdict.Failed("Reading took longer than " + budget.toMillis() + " ms."));
        }
        tooLong(hang.asked().get(), document.identity().genieacsId());
        return Optional.empty();
    }

    /** As {@link #read}, but asks one connector for plans; who stands in for one that hangs is asked after it. */
    Drafted plan(Supplier<ConnectorSet.Choice> planner, DeviceReading device, List<DeviceIntent> intents) {
        while (true) {
            ConnectorSet.Choice choice = planner.get();
            if (choice instanceof ConnectorSet.Choice.Nobody nobody) {
                return new Drafted.Nobody(nobody.reason());
            }
            InstalledConnector asked = ((ConnectorSet.Choice.Reader) choice).connector();
            Optional<List<Plan>> plans = new PlanDraft(asked, device, intents, quarantine)
                    .within(budget, "connector-desk-" + workers.incrementAndGet());
            if (plans.isPresent()) {
                return new Drafted.Plans(plans.get());
            }
            tooLong(asked, device.identity().genieacsId());
        }
    }

    /**
     * Whom of some stored devices a connector takes from another; nobody if an expression does not come back within the budget, all
     * devices together.
     *
     * @return GenieACS ids
     */
    Set<String> taken(Contest contest, List<DeviceReading> devices) {
        Optional<Set<String>> taken = new Errand<>(() -> contest.taken(devices))
                .within(budget, "connector-desk-" + workers.incrementAndGet());
        if (taken.isEmpty()) {
            quarantine.take(
                    contest.asked(),
                    "Its claims were not evaluated within " + budget.toMillis() + " ms for " + devices.size()
                            + " devices.");
        }
        return taken.orElse(Set.of());
    }

    private void tooLong(InstalledConnector guilty, String device) {
        quarantine.take(guilty, "It thought longer than " + budget.toMillis() + " ms about device " + device + ".");
    }
}
