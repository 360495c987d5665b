package com.rjchronos.shell;

import com.rjchronos.api.Connectors;
import com.rjchronos.model.connector.ConnectorStatus;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.osgi.framework.BundleContext;

/** Shows the vendor connectors. */
@Service
@Command(scope = "chronos", name = "connectors", description = "Shows the vendor connectors, installed or missed.")
public final class ConnectorsCommand implements Action {
    @Reference
    private BundleContext bundles;

    @Override
    public Object execute() {
        ShellTable table = Desk.table(
                "No connector is installed.", "name", "version", "state", "devices", "parked", "failures", "detail");
        for (ConnectorStatus c : Desk.door(bundles, Connectors.class).list(Desk.caller())) {
            table.addRow()
                    .addContent(
                            c.name(),
                            c.version(),
                            c.state(),
                            c.devicesServed(),
                            c.parkedDocuments(),
                            c.failures(),
                            c.detail());
        }
        table.print(System.out);
        return null;
    }
}
