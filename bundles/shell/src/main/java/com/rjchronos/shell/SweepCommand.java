package com.rjchronos.shell;

import com.rjchronos.api.Sweeps;
import com.rjchronos.model.sweep.Sweep;
import com.rjchronos.model.sweep.SweepKind;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.osgi.framework.BundleContext;

/** Sweeps now. */
@Service
@Command(scope = "chronos", name = "sweep", description = "Sweeps every ACS now and says what came of it.")
public final class SweepCommand implements Action {
    @Reference
    private BundleContext bundles;

    @Argument(description = "full or incremental")
    private String kind = "incremental";

    @Override
    public Object execute() {
        SweepKind wanted = SweepKind.parse(kind)
                .filter(k -> k == SweepKind.FULL || k == SweepKind.INCREMENTAL)
                .orElseThrow(() -> new IllegalArgumentException("kind must be full or incremental but was " + kind));
        List<Sweep> done = Desk.door(bundles, Sweeps.class).run(Desk.caller(), wanted);
        if (done.isEmpty()) {
            System.out.println("Nothing was swept: no ACS is configured, or each is being swept already.");
        }
        done.forEach(s ->
                System.out.println("acs=" + s.acs() + " outcome=" + s.outcome().code() + " read="
                        + s.counts().read() + " stored=" + s.counts().stored() + " failed="
                        + s.counts().failed()
                        + s.reason().map(r -> " reason=\"" + r + "\"").orElse("")));
        return null;
    }
}
