package com.rjchronos.model.acs;

import java.util.Set;

/**
 * On which terms an ACS is set up.
 *
 * @param force also while a connector is away that devices are bound to: what only that one reads is kept fresh no more
 * @param shown only if the diff has one of these fingerprints; empty: whatever the diff is
 */
public record AcsSetupTerms(boolean force, Set<String> shown) {
    /** While every connector is here, whatever the diff is. */
    public static final AcsSetupTerms USUAL = new AcsSetupTerms(false, Set.of());

    public AcsSetupTerms {
        shown = Set.copyOf(shown);
    }
}
