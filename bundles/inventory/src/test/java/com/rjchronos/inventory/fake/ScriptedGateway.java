package com.rjchronos.inventory.fake;

import com.rjchronos.model.acs.AcsHealth;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.acs.AcsPace;
import com.rjchronos.model.sweep.SweepId;
import com.rjchronos.model.sweep.SweepQuestion;
import com.rjchronos.model.sweep.SweepReport;
import com.rjchronos.port.AcsCommands;
import com.rjchronos.port.AcsDevices;
import com.rjchronos.port.AcsFaults;
import com.rjchronos.port.AcsFiles;
import com.rjchronos.port.AcsFleet;
import com.rjchronos.port.AcsGateway;
import com.rjchronos.port.AcsSetup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A gateway that answers as a test wants and remembers what it was asked. */
public final class ScriptedGateway implements AcsGateway {
    public final List<SweepQuestion> asked = new CopyOnWriteArrayList<>();
    public volatile Function<SweepQuestion, SweepReport> answer;
    public final MemorySetup setup = new MemorySetup();
    public final MemoryFleet fleet = new MemoryFleet();
    public volatile AcsPace pace = AcsPace.UNKNOWN;
    private final AcsId acs;
    private volatile AcsHealth health;

    public ScriptedGateway(AcsId acs, Instant now) {
        this.acs = acs;
        is(AcsHealth.State.REACHABLE, now);
        answer = question -> SweepReport.whole(Optional.of(now));
    }

    public void is(AcsHealth.State state, Instant since) {
        health = new AcsHealth(acs, state, since, Optional.empty(), "It is " + state + ".");
    }

    @Override
    public AcsId acs() {
        return acs;
    }

    @Override
    public AcsHealth health() {
        return health;
    }

    @Override
    public AcsPace pace() {
        return pace;
    }

    @Override
    public SweepReport sweep(SweepId sweep, SweepQuestion question) {
        asked.add(question);
        return answer.apply(question);
    }

    @Override
    public AcsCommands commands() {
        throw new UnsupportedOperationException("a sweep commands nothing");
    }

    @Override
    public AcsDevices devices() {
        throw new UnsupportedOperationException("a sweep asks for lists");
    }

    @Override
    public AcsFleet fleet() {
        return fleet;
    }

    @Override
    public AcsFaults faults() {
        return fleet;
    }

    @Override
    public AcsSetup setup() {
        return setup;
    }

    @Override
    public AcsFiles files() {
        throw new UnsupportedOperationException("a sweep reads no files");
    }
}
