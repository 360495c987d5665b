package com.rjchronos.shell;

import com.rjchronos.api.AcsSetups;
import com.rjchronos.model.acs.AcsFinding;
import com.rjchronos.model.acs.AcsId;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.osgi.framework.BundleContext;

/** Looks an ACS over. */
@Service
@Command(
        scope = "chronos",
        name = "acs-check",
        description = "Looks an ACS over and reports what it finds; changes nothing.")
public final class AcsCheckCommand implements Action {
    @Reference
    private BundleContext bundles;

    @Argument(description = "name of the ACS, e.g. main; without it: every one")
    private String acs;

    @Override
    public Object execute() {
        AcsSetups setups = Desk.door(bundles, AcsSetups.class);
        ShellTable table = Desk.table("No ACS is in service.", "acs", "", "about", "found");
        for (AcsId each : Desk.named(setups, acs)) {
            for (AcsFinding finding : setups.check(Desk.caller(), each)) {
                table.addRow().addContent(each, finding.level(), finding.about(), finding.sentence());
            }
        }
        table.print(System.out);
        return null;
    }
}
