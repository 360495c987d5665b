package com.rjchronos.rest.acs;

import com.rjchronos.model.acs.AcsSetupDiff;
import java.util.List;
import java.util.Locale;

/**
 * What would change in an ACS, or was changed.
 *
 * @param changes empty if nothing is to do
 */
public record SetupView(String acs, boolean applied, List<ChangeView> changes) {

    /**
     * One thing put there.
     *
     * @param kind {@code provision} or {@code preset}
     * @param before what it said; null if it was not there
     */
    public record ChangeView(String kind, String name, String before, String after) {

        static ChangeView of(AcsSetupDiff.Change change) {
            return new ChangeView(
                    change.kind().name().toLowerCase(Locale.ROOT),
                    change.name(),
                    change.before().orElse(null),
                    change.after());
        }
    }

    static SetupView of(AcsSetupDiff diff, boolean applied) {
        return new SetupView(
                diff.acs().value(),
                applied,
                diff.changes().stream().map(ChangeView::of).toList());
    }
}
