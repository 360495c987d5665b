package com.rjchronos.inventory.acs;

import com.rjchronos.model.acs.AcsSetupDiff;
import com.rjchronos.model.acs.AcsSetupDiff.Change;
import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.model.audit.AuditEntry.Level;
import com.rjchronos.model.audit.AuditEntry.Outcome;
import com.rjchronos.model.caller.Caller;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the trail tells of a setup: what was there before is kept in it, so that nobody's work is lost. */
final class SetupStory {
    private SetupStory() {}

    /**
     * An entry.
     *
     * @param failure why it failed
     */
    static AuditEntry of(Caller caller, AcsSetupDiff diff, Outcome outcome, Optional<String> failure) {
        Map<String, String> details = new TreeMap<>();
        details.put("acs", diff.acs().value());
        failure.ifPresent(f -> details.put("reason", f));
        diff.changes()
                .forEach(change -> change.before().ifPresent(before -> details.put("before." + kind(change), before)));
        String what = diff.changes().stream()
                .map(c -> kind(c) + " " + c.name() + (c.before().isPresent() ? " replaced" : " added"))
                .collect(Collectors.joining(", "));
        String description =
                switch (outcome) {
                    case SUCCESS -> "ACS " + diff.acs() + " was set up: " + what + ".";
                    case PENDING -> "ACS " + diff.acs() + " is being set up: " + what + ".";
                    case ERROR, TIMEOUT -> "ACS " + diff.acs() + " was not set up, or in part: " + what + ".";
                };
        Level level = failure.isPresent() ? Level.ERROR : Level.INFO;
        return new AuditEntry(caller, "acs.setup", description, outcome, level, Optional.empty(), details);
    }

    private static String kind(Change change) {
        return change.kind().name().toLowerCase(Locale.ROOT);
    }
}
