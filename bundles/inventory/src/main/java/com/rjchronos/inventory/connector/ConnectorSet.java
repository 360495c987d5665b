package com.rjchronos.inventory.connector;

import com.rjchronos.model.device.DeviceDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The connectors that are here at one moment. Immutable: a batch is read with one set from its first document to its last. */
final class ConnectorSet {
    /** The higher version first, then by name, so that the choice does not depend on who came first. */
    private static final Comparator<InstalledConnector> ORDER = Comparator.comparing(InstalledConnector::version)
            .reversed()
            .thenComparing(InstalledConnector::name)
            .thenComparing(InstalledConnector::bundle);

    static final ConnectorSet EMPTY =
            new ConnectorSet(List.of(), Set.of(), Set.of()); // below ORDER, which its constructor needs

    private final List<InstalledConnector> all;

    /** The names of fallbacks that are or were here: their devices wait for nobody. */
    private final Set<String> fallbacks;

    /** The names of those that were not asked for. */
    private final Set<String> late;

    private ConnectorSet(List<InstalledConnector> all, Set<String> fallbacks, Set<String> late) {
        this.late = Set.copyOf(late);
        this.all = all.stream().sorted(ORDER).toList();
        this.fallbacks = Set.copyOf(fallbacks);
    }

    /** Who reads a document. */
    sealed interface Choice {
        /**
         * Somebody does.
         *
         * @param binding whose device it is and stays; another's only while the fallback stands in for a quarantined one
         */
        record Reader(InstalledConnector connector, String binding) implements Choice {
            boolean standsIn() {
                return !connector.name().equals(binding);
            }
        }

        /** Nobody does. */
        record Nobody(String reason) implements Choice {}
    }

    ConnectorSet with(InstalledConnector connector) {
        List<InstalledConnector> more = new ArrayList<>(all);
        more.add(connector);
        Set<String> serving = new HashSet<>(fallbacks);
        if (connector.fallback()) {
            serving.add(connector.name());
        } else {
            serving.remove(connector.name());
        }
        return new ConnectorSet(more, serving, late);
    }

    ConnectorSet without(InstalledConnector connector) {
        return new ConnectorSet(all.stream().filter(c -> c != connector).toList(), fallbacks, late);
    }

    /**
     * Those that can read what was asked for. To one that came after the question a document says nothing of what it reads.
     *
     * @param projection of the question; empty if all was asked for
     */
    ConnectorSet asked(Set<String> projection) {
        if (projection.isEmpty()) {
            return this;
        }
        List<InstalledConnector> covered = all.stream()
                .filter(c -> c.asks().allMatch(p -> covers(projection, p)))
                .toList();
        Set<String> names = all.stream()
                .filter(c -> !covered.contains(c))
                .map(InstalledConnector::name)
                .collect(Collectors.toSet());
        return names.isEmpty() ? this : new ConnectorSet(covered, fallbacks, names);
    }

    private static boolean covers(Set<String> projection, String path) {
        return projection.stream().anyMatch(asked -> path.equals(asked) || path.startsWith(asked + "."));
    }

    /** Who serves in place of one that leaves: the best other version of it. */
    Optional<InstalledConnector> heir(InstalledConnector leaving) {
        return named(leaving.name()).stream().filter(c -> c != leaving).findFirst();
    }

    List<InstalledConnector> all() {
        return all;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /**
     * Chooses by the precedence of {@code SpeaksFor}. The device of a vendor's connector that is away is nobody else's; that of one
     * that is quarantined is read by who stands in.
     *
     * @param bound the connector that last read the device
     * @param asked hears whose expressions are about to be evaluated: they are foreign too
     */
    Choice choose(DeviceDocument document, Optional<String> bound, Consumer<InstalledConnector> asked) {
        if (bound.filter(name -> !fallbacks.contains(name) && named(name).isEmpty())
                .isPresent()) {
            return away(bound.get());
        }
        if (bound.filter(this::allQuarantined).isPresent()) {
            return unclaimed(bound);
        }
        InstalledConnector best = null;
        int bestRank = 0;
        for (InstalledConnector candidate : all) {
            if (candidate.fallback() || candidate.quarantined()) {
                continue;
            }
            asked.accept(candidate);
            int rank = candidate.claims().rank(document);
            if (rank > bestRank) {
                best = candidate;
                bestRank = rank;
            }
        }
        return best == null ? unclaimed(bound) : new Choice.Reader(best, best.name());
    }

    private boolean allQuarantined(String name) {
        return !fallbacks.contains(name) && named(name).stream().allMatch(InstalledConnector::quarantined);
    }

    /** Who plans for a stored device: the connector that last read it, or who stands in for that one. */
    Choice planner(Optional<String> bound) {
        return unclaimed(bound);
    }

    private Choice away(String name) {
        if (late.contains(name)) {
            return new Choice.Nobody("Its connector " + name + " came after the sweep had asked; it is read again.");
        }
        return new Choice.Nobody("Its connector " + name + " is away.");
    }

    private Choice unclaimed(Optional<String> bound) {
        List<InstalledConnector> owners = bound.map(this::named).orElse(List.of());
        Optional<InstalledConnector> owner =
                owners.stream().filter(c -> !c.quarantined()).findFirst();
        if (owner.isPresent()) {
            return new Choice.Reader(owner.get(), owner.get().name());
        }
        if (bound.isPresent() && owners.isEmpty()) {
            return away(bound.get());
        }
        return all.stream()
                .filter(c -> c.fallback() && !c.quarantined())
                .findFirst()
                .map(c -> (Choice) new Choice.Reader(c, bound.orElse(c.name())))
                .orElse(new Choice.Nobody("No connector that is in service speaks for it."));
    }

    List<InstalledConnector> named(String name) {
        return all.stream().filter(c -> c.name().equals(name)).toList();
    }

    /** The union of what they read and decide by; no path that another one covers. */
    Set<String> projection() {
        TreeSet<String> paths = new TreeSet<>(Comparator.comparing(p -> p + "."));
        Stream.concat(
                        Claims.MODEL_PATHS.stream().map(p -> p + "._value"),
                        all.stream().flatMap(InstalledConnector::asks))
                .forEach(paths::add);
        Set<String> union = new LinkedHashSet<>();
        String covering = null;
        for (String path : paths) {
            if (covering == null || !path.startsWith(covering + ".")) {
                union.add(path);
                covering = path;
            }
        }
        return union;
    }
}
