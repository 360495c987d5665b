package com.rjchronos.shell;

import com.rjchronos.api.Sweeps;
import com.rjchronos.model.page.PageRequest;
import com.rjchronos.model.sweep.Sweep;
import com.rjchronos.model.sweep.SweepCounts;
import com.rjchronos.model.sweep.SweepQuery;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.osgi.framework.BundleContext;

/** Shows the newest sweeps. */
@Service
@Command(scope = "chronos", name = "sweeps", description = "Shows the newest sweeps and what became of them.")
public final class SweepsCommand implements Action {
    @Reference
    private BundleContext bundles;

    @Option(name = "-n", description = "How many", valueToShowInHelp = "20")
    private int count = 20;

    @Override
    public Object execute() {
        ShellTable table = Desk.table(
                "No sweep yet.",
                "id",
                "acs",
                "kind",
                "started",
                "outcome",
                "read",
                "stored",
                "same",
                "parked",
                "failed",
                "why");
        PageRequest newest = new PageRequest(0, Math.max(1, Math.min(count, PageRequest.MAX_LIMIT)));
        for (Sweep s : Desk.door(bundles, Sweeps.class)
                .page(Desk.caller(), SweepQuery.newest(Optional.empty(), newest))
                .items()) {
            SweepCounts c = s.counts();
            table.addRow()
                    .addContent(
                            s.id(),
                            s.acs(),
                            s.kind().code(),
                            s.startedAt(),
                            s.outcome().code(),
                            c.read(),
                            c.stored(),
                            c.unchanged(),
                            c.parked(),
                            c.failed(),
                            s.reason().orElse(""));
        }
        table.print(System.out);
        return null;
    }
}
