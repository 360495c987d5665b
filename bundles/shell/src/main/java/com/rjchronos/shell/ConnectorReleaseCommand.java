package com.rjchronos.shell;

import com.rjchronos.api.Connectors;
import com.rjchronos.model.connector.ConnectorRelease;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.osgi.framework.BundleContext;

/** Ends a quarantine, or gives the devices of a connector that is away to others. */
@Service
@Command(
        scope = "chronos",
        name = "connector-release",
        description =
                "Asks a quarantined connector again; with --devices gives the devices of an absent one to others.")
public final class ConnectorReleaseCommand implements Action {
    @Reference
    private BundleContext bundles;

    @Argument(description = "name of the connector, e.g. huawei", required = true)
    private String name;

    @Option(name = "--devices", description = "release the devices of a connector that is not installed")
    private boolean devices;

    @Override
    public Object execute() {
        System.out.println(
                sentence(Desk.door(bundles, Connectors.class).release(Desk.caller(), name, devices), devices));
        return null;
    }

    static String sentence(ConnectorRelease release, boolean devices) {
        if (devices) {
            return release.devices() == 0
                    ? "No device waits for " + release.name() + "."
                    : release.devices() + " devices of " + release.name() + " are read by others now.";
        }
        return release.released()
                ? release.name() + " is asked again; its devices are being read."
                : release.name() + " is not quarantined; nothing was done.";
    }
}
