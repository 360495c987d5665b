package com.rjchronos.shell;

import com.rjchronos.api.Samples;
import com.rjchronos.model.connector.UnmatchedGroup;
import com.rjchronos.model.page.Page;
import com.rjchronos.model.page.PageRequest;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.osgi.framework.BundleContext;

/** Shows which devices want a connector. */
@Service
@Command(
        scope = "chronos",
        name = "unmatched",
        description = "Shows devices that only a fallback reads, alike ones together, and their vendor objects.")
public final class UnmatchedCommand implements Action {
    private static final int ROWS = 20;

    @Reference
    private BundleContext bundles;

    @Option(name = "--offset", description = "groups to skip")
    private int offset;

    @Override
    public Object execute() {
        Page<UnmatchedGroup> page =
                Desk.door(bundles, Samples.class).unmatched(Desk.caller(), new PageRequest(offset, ROWS));
        ShellTable table = Desk.table(
                "Every device has a connector of its own.",
                "manufacturer",
                "oui",
                "product class",
                "model",
                "devices",
                "example",
                "vendor objects");
        page.items().forEach(g -> table.addRow()
                .addContent(
                        g.example().manufacturer().orElse(""),
                        g.example().oui().orElse(""),
                        g.example().productClass().orElse(""),
                        g.model().orElse(""),
                        g.devices(),
                        g.device(),
                        objects(g)));
        table.print(System.out);
        if (page.total() > offset + page.items().size()) {
            System.out.println(page.total() + " groups in all; more with --offset " + (offset + ROWS));
        }
        return null;
    }

    static String objects(UnmatchedGroup group) {
        return group.vendorObjects()
                .map(all -> all.isEmpty() ? "none" : String.join(" ", all))
                .orElse("not looked at");
    }
}
