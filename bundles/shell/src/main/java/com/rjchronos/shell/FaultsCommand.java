package com.rjchronos.shell;

import com.rjchronos.api.Faults;
import com.rjchronos.model.acs.AcsFault;
import com.rjchronos.model.fault.Fault;
import com.rjchronos.model.fault.FaultQuery;
import com.rjchronos.model.page.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.osgi.framework.BundleContext;

/** What the ACSs say went wrong with devices. */
@Service
@Command(scope = "chronos", name = "faults", description = "Shows the newest faults that the ACSs hold.")
public final class FaultsCommand implements Action {
    @Reference
    private BundleContext bundles;

    @Option(name = "-n", description = "How many", valueToShowInHelp = "20")
    private int count = 20;

    @Option(name = "--all", description = "Also those that are gone")
    private boolean all;

    @Option(name = "--now", description = "Asks the ACSs first")
    private boolean now;

    @Override
    public Object execute() {
        Faults faults = Desk.door(bundles, Faults.class);
        if (now) {
            faults.sweep(Desk.caller()).stream()
                    .flatMap(listing -> listing.brokenBecause().stream().map(why -> listing.acs() + ": " + why))
                    .forEach(System.out::println);
        }
        PageRequest newest = new PageRequest(0, Math.max(1, Math.min(count, PageRequest.MAX_LIMIT)));
        FaultQuery query = FaultQuery.newest(all ? Optional.empty() : Optional.of(true), newest);
        table(faults.page(Desk.caller(), query).items()).print(System.out);
        return null;
    }

    static ShellTable table(List<Fault> faults) {
        ShellTable table = Desk.table(
                "No fault.",
                "id",
                "acs",
                "device",
                "channel",
                "code",
                "retries",
                "since",
                "gone",
                "message",
                "refused");
        for (Fault fault : faults) {
            AcsFault said = fault.said();
            table.addRow()
                    .addContent(
                            fault.id(),
                            fault.acs(),
                            said.genieacsId(),
                            said.channel(),
                            said.code(),
                            said.retries(),
                            fault.firstSeen(),
                            fault.goneAt().map(Object::toString).orElse(""),
                            said.message(),
                            said.refused().stream()
                                    .map(AcsFault.Refused::parameter)
                                    .collect(Collectors.joining(" ")));
        }
        return table;
    }
}
