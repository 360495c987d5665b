package com.rjchronos.inventory.connector;

import com.rjchronos.inventory.connector.Swap.Subject;
import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.model.audit.AuditEntry.Level;
import com.rjchronos.model.audit.AuditEntry.Outcome;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.port.ConnectorStore.Standing;
import com.rjchronos.port.ConnectorStore.Told;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.Version;

/** What the trail says of a swap, given what it said before. Pure. */
final class SwapStory {
    private static final Caller SYSTEM = Caller.system("connectors", Origin.SYSTEM);

    private SwapStory() {}

    /**
     * One entry.
     *
     * @param now what is so from now on
     */
    record Page(List<Told> now, AuditEntry entry) {}

    /**
     * What is to be told; empty if nothing is new.
     *
     * @param here who is at the desk at the moment
     */
    static Optional<Page> of(Swap swap, Collection<Told> told, Set<Subject> here) {
        if (swap instanceof Swap.Came came) {
            return came(came.who(), told, here);
        }
        if (swap instanceof Swap.Went went) {
            return went(went.who(), told, here);
        }
        if (swap instanceof Swap.Refused refused) {
            return refused(refused.who(), refused.reason(), told);
        }
        if (swap instanceof Swap.Quarantined kept) {
            return Optional.of(new Page(List.of(), quarantined(kept.who(), kept.reason())));
        }
        if (swap instanceof Swap.Released released) {
            return Optional.of(new Page(List.of(), released(released.who(), released.by())));
        }
        return Optional.empty();
    }

    private static Optional<Page> came(Subject who, Collection<Told> told, Set<Subject> here) {
        Optional<Subject> before = standing(Standing.HERE, told)
                .filter(t -> t.sameLineAs(who))
                .filter(t -> t.sameVersionAs(who) || here.stream().noneMatch(t::sameVersionAs))
                // itself first: two versions may be here side by side
                .min(Comparator.comparing(t -> !t.sameVersionAs(who)));
        if (before.filter(who::sameAs).isPresent()) {
            return Optional.empty();
        }
        if (before.isEmpty()) {
            return Optional.of(new Page(
                    List.of(told(who, Standing.HERE)),
                    AuditEntry.info(SYSTEM, "connector.came", "Connector " + name(who) + " came.", details(who))));
        }
        Subject old = before.get();
        Map<String, String> details = details(who);
        details.put("version.before", old.version());
        details.put("version.after", who.version());
        details.put("sha256.before", old.content());
        details.put("location.before", old.location());
        List<Told> now = old.sameVersionAs(who)
                ? List.of(told(who, Standing.HERE))
                : List.of(told(old, Standing.GONE), told(who, Standing.HERE));
        String description = "Connector " + name(who) + " replaced " + old.version() + ".";
        return Optional.of(new Page(now, AuditEntry.info(SYSTEM, "connector.replaced", description, details)));
    }

    private static Optional<Page> went(Subject who, Collection<Told> told, Set<Subject> here) {
        if (here.stream().anyMatch(who::sameVersionAs)) {
            return Optional.empty(); // other bytes of it came before it went, which was told
        }
        Optional<Subject> heir = here.stream()
                .filter(other -> other.connector().equals(who.connector()))
                .max(Comparator.comparing(other -> Version.parseVersion(other.version())));
        return standing(Standing.HERE, told)
                .filter(t -> t.sameVersionAs(who))
                .findFirst()
                .map(t -> new Page(
                        List.of(told(who, Standing.GONE)),
                        AuditEntry.info(
                                SYSTEM,
                                "connector.went",
                                "Connector " + name(who) + " went; "
                                        + heir.map(h -> h.version() + " serves in its place.")
                                                .orElse("its devices wait for it."),
                                details(who))));
    }

    private static Optional<Page> refused(Subject who, String reason, Collection<Told> told) {
        if (standing(Standing.REFUSED, told).anyMatch(who::sameAs)) {
            return Optional.empty();
        }
        Map<String, String> details = details(who);
        details.put("reason", reason);
        AuditEntry entry = new AuditEntry(
                SYSTEM,
                "connector.refused",
                "Connector " + name(who) + " was refused.",
                Outcome.ERROR,
                Level.WARNING,
                Optional.empty(),
                details);
        return Optional.of(new Page(List.of(told(who, Standing.REFUSED)), entry));
    }

    private static AuditEntry quarantined(Subject who, String reason) {
        Map<String, String> details = details(who);
        details.put("reason", reason);
        return new AuditEntry(
                SYSTEM,
                "connector.quarantined",
                "Connector " + name(who) + " is quarantined and asked no more.",
                Outcome.ERROR,
                Level.ERROR,
                Optional.empty(),
                details);
    }

    private static AuditEntry released(Subject who, Caller by) {
        return AuditEntry.info(by, "connector.released", "Connector " + name(who) + " is asked again.", details(who));
    }

    /** Those of which this was told last. */
    static Stream<Subject> standing(Standing standing, Collection<Told> told) {
        return told.stream()
                .filter(t -> t.standing() == standing)
                .map(t -> new Subject(t.connector(), t.bundle(), t.version(), t.location(), t.content()));
    }

    private static Told told(Subject who, Standing standing) {
        return new Told(who.connector(), who.bundle(), who.version(), who.location(), who.content(), standing);
    }

    private static String name(Subject who) {
        return who.connector() + " " + who.version();
    }

    private static Map<String, String> details(Subject who) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("connector", who.connector());
        details.put("bundle", who.bundle());
        details.put("version", who.version());
        details.put("location", who.location());
        details.put("sha256", who.content());
        return details;
    }
}
