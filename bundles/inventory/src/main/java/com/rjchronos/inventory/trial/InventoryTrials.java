package com.rjchronos.inventory.trial;

import com.rjchronos.api.Trials;
import com.rjchronos.inventory.connector.ConnectorDesk;
import com.rjchronos.inventory.connector.Gatekeeper;
import com.rjchronos.inventory.connector.Rehearsal;
import com.rjchronos.inventory.connector.Rehearsal.Act;
import com.rjchronos.inventory.connector.Verdict;
import com.rjchronos.inventory.settings.InventorySettings;
import com.rjchronos.inventory.sweep.AcsRoster;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Permission;
import com.rjchronos.model.connector.Trial;
import com.rjchronos.model.connector.Trial.Attempt;
import com.rjchronos.model.connector.Trial.Outcome;
import com.rjchronos.model.connector.TrialDocuments;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.port.AcsGateway;
import com.rjchronos.port.DeviceStore;
import com.rjchronos.port.SampleReader;
import com.rjchronos.spi.draft.DraftSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Has a connector that is not installed read documents beside those who are. */
@Component
public final class InventoryTrials implements Trials {
    private final ConnectorDesk desk;
    private final Scripts scripts;
    private final Duration budget;
    private final List<DraftSource> sources;

    @Activate
    public InventoryTrials(
            @Reference ConnectorDesk desk,
            @Reference DeviceStore store,
            @Reference AcsRoster roster,
            @Reference InventorySettings settings,
            @Reference Gatekeeper gatekeeper,
            @Reference SampleReader samples,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) List<DraftSource> sources) {
        this(
                desk,
                new Scripts(store, acs -> roster.gateway(acs).map(AcsGateway::devices), samples),
                settings.connectorBudget(),
                with(sources, new BundleDrafts(gatekeeper::refusal, settings.connectorBudget())));
    }

    InventoryTrials(ConnectorDesk desk, Scripts scripts, Duration budget, List<DraftSource> sources) {
        this.desk = desk;
        this.scripts = scripts;
        this.budget = budget;
        this.sources = List.copyOf(sources);
    }

    private static List<DraftSource> with(List<DraftSource> sources, DraftSource own) {
        List<DraftSource> all = new ArrayList<>(sources);
        all.add(own);
        return all;
    }

    @Override
    public Trial of(Caller caller, Path file, TrialDocuments documents) {
        caller.require(Permission.CONNECTORS_MANAGE);
        Rehearsal rehearsal = rehearsal(file);
        List<Attempt> attempts = new ArrayList<>();
        for (Script script : scripts.of(documents, rehearsal)) {
            if (rehearsal.over().isEmpty()) {
                attempts.add(attempt(script, rehearsal));
            }
        }
        return new Trial(rehearsal.name(), rehearsal.version(), attempts, rehearsal.over());
    }

    private Rehearsal rehearsal(Path file) {
        DraftSource source = sources.stream()
                .filter(s -> s.takes(file))
                .findFirst()
                .orElseThrow(() -> refused("must be a connector's .yaml, .jar or .kar but was " + file, null));
        try {
            return Rehearsal.of(source.draft(file), desk.connectors(), budget);
        } catch (IllegalArgumentException e) {
            throw refused(e.getMessage(), e);
        } catch (IOException e) {
            throw refused("cannot be read: " + e, e);
        }
    }

    private static RuntimeException refused(String reason, Exception cause) {
        Problem problem = Problem.invalid("file", reason);
        return cause == null ? problem.thrown() : problem.thrown(cause);
    }

    private static Attempt attempt(Script script, Rehearsal rehearsal) {
        Optional<Verdict.Read> today = Optional.of(rehearsal.today(script.document(), script.bound()))
                .filter(Verdict.Read.class::isInstance)
                .map(Verdict.Read.class::cast);
        Act act = rehearsal.then(script.document(), script.bound());
        Optional<DeviceReading> before = today.map(Verdict.Read::reading);
        return new Attempt(
                script.name(),
                today.map(Verdict.Read::connector),
                act.outcome(),
                act.detail(),
                act.outcome() == Outcome.READ ? ReadingFields.beside(before, act.reading()) : List.of(),
                act.took());
    }
}
