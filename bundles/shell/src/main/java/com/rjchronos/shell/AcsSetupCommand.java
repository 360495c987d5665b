package com.rjchronos.shell;

import com.rjchronos.api.AcsSetups;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.acs.AcsSetupDiff;
import com.rjchronos.model.acs.AcsSetupDiff.Change;
import com.rjchronos.model.acs.AcsSetupTerms;
import com.rjchronos.model.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.osgi.framework.BundleContext;

/** Shows what an ACS lacks to keep values fresh, and puts it there. */
@Service
@Command(
        scope = "chronos",
        name = "acs-setup",
        description =
                "Shows what an ACS lacks so that it keeps fresh what connectors read; with --apply puts it there.")
public final class AcsSetupCommand implements Action {
    @Reference
    private BundleContext bundles;

    @Argument(description = "name of the ACS, e.g. main; without it: every one")
    private String acs;

    @Option(name = "--apply", description = "make the changes instead of showing them only")
    private boolean apply;

    @Option(name = "--force", description = "with --apply: also while a connector is away that devices are bound to")
    private boolean force;

    @Override
    public Object execute() {
        AcsSetups setups = Desk.door(bundles, AcsSetups.class);
        List<AcsId> named = Desk.named(setups, acs);
        if (named.isEmpty()) {
            System.out.println("No ACS is in service.");
        }
        AcsSetupTerms terms = new AcsSetupTerms(force, Set.of());
        each(
                named,
                id -> lines(apply ? setups.apply(Desk.caller(), id, terms) : setups.diff(Desk.caller(), id), apply),
                System.out::println);
        return null;
    }

    /** One that fails keeps no other from its turn; in the end it is an error. */
    static void each(List<AcsId> named, Function<AcsId, List<String>> done, Consumer<String> line) {
        List<String> failed = new ArrayList<>();
        for (AcsId id : named) {
            try {
                done.apply(id).forEach(line);
            } catch (ProblemException e) {
                failed.add(id.value());
                line.accept("acs=" + id + ": " + e.getMessage());
            }
        }
        if (!failed.isEmpty()) {
            throw new IllegalStateException("Failed for " + String.join(", ", failed) + ".");
        }
    }

    static List<String> lines(AcsSetupDiff diff, boolean applied) {
        List<String> lines = new ArrayList<>();
        if (diff.nothingToDo()) {
            lines.add("acs=" + diff.acs() + ": nothing to do.");
            return lines;
        }
        for (Change change : diff.changes()) {
            String verb = change.before().isPresent() ? "replace" : "add";
            lines.add("acs=" + diff.acs() + ": " + (applied ? verb.replaceFirst("e?$", "ed") : "would " + verb) + " "
                    + change.kind().name().toLowerCase(Locale.ROOT) + " " + change.name());
            List<String> before = change.before().map(b -> b.lines().toList()).orElse(List.of());
            List<String> after = change.after().lines().toList();
            without(before, after).forEach(line -> lines.add("  - " + line));
            without(after, before).forEach(line -> lines.add("  + " + line));
        }
        if (!applied) {
            lines.add("Nothing was changed; add --apply to do it.");
        }
        return lines;
    }

    private static List<String> without(List<String> lines, List<String> others) {
        Set<String> there = new HashSet<>(others);
        return lines.stream().filter(line -> !there.contains(line)).toList();
    }
}
