package com.rjchronos.rest;

import com.rjchronos.api.AcsSetups;
import com.rjchronos.model.acs.AcsFinding;
import com.rjchronos.model.acs.AcsHealth;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.acs.AcsScope;
import com.rjchronos.model.acs.AcsSetupDiff;
import com.rjchronos.model.acs.AcsSetupDiff.Change;
import com.rjchronos.model.acs.AcsSetupDiff.Kind;
import com.rjchronos.model.acs.AcsSetupTerms;
import com.rjchronos.model.acs.AcsStatus;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The door to two ACSs, one of them in maintenance; the other has a provision that somebody edited. */
final class PlayedAcs implements AcsSetups {
    final List<Caller> applied = new ArrayList<>();
    final List<AcsSetupTerms> terms = new ArrayList<>();

    @Override
    public List<AcsStatus> list(Caller caller) {
        return List.of(
                new AcsStatus(
                        health("main", AcsHealth.State.REACHABLE, Optional.of("1.2.13+26")),
                        new AcsScope(Optional.of("north"), Optional.empty())),
                new AcsStatus(health("south", AcsHealth.State.MAINTENANCE, Optional.empty()), AcsScope.ALL));
    }

    private static AcsHealth health(String acs, AcsHealth.State state, Optional<String> version) {
        return new AcsHealth(new AcsId(acs), state, House.NOON, version, "It is so.");
    }

    @Override
    public AcsSetupDiff diff(Caller caller, AcsId acs) {
        if (!acs.value().equals("main")) {
            throw Problem.notFound("ACS in service named", acs).thrown();
        }
        return new AcsSetupDiff(
                acs, List.of(new Change(Kind.PROVISION, "chronos-refresh", Optional.of("mine"), "ours")));
    }

    @Override
    public AcsSetupDiff apply(Caller caller, AcsId acs, AcsSetupTerms asked) {
        AcsSetupDiff diff = diff(caller, acs);
        terms.add(asked);
        applied.add(caller);
        return diff;
    }

    @Override
    public List<AcsFinding> check(Caller caller, AcsId acs) {
        throw new UnsupportedOperationException("not a part of these tests");
    }
}
