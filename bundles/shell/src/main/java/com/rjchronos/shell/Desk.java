package com.rjchronos.shell;

import com.rjchronos.api.AcsSetups;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import java.util.Collection;
import java.util.List;
import org.apache.karaf.shell.support.table.ShellTable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * What the commands share: the doors, looked up at each call (with a mandatory reference one absent door would hide every
 * command, {@code chronos:status} first), who calls, and how a table looks.
 */
final class Desk {

    private Desk() {}

    static Caller caller() {
        return Caller.system("shell", Origin.SHELL);
    }

    /** The door, or a sentence that says what to do. */
    static <T> T door(BundleContext bundles, Class<T> door) {
        ServiceReference<T> reference = bundles.getServiceReference(door);
        T service = reference == null ? null : bundles.getService(reference);
        if (service == null) {
            throw new IllegalStateException(
                    door.getSimpleName() + " is not available at the moment; see chronos:status for the reason.");
        }
        return service;
    }

    static <T> List<T> all(BundleContext bundles, Class<T> door) {
        try {
            Collection<ServiceReference<T>> references = bundles.getServiceReferences(door, null);
            return references.stream()
                    .map(bundles::getService)
                    .filter(s -> s != null)
                    .toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e); // there is no filter to be wrong
        }
    }

    /** The ACS of this name, whether it is there or not; without a name every one in service. */
    static List<AcsId> named(AcsSetups setups, String acs) {
        return acs == null
                ? setups.list(caller()).stream().map(s -> s.health().acs()).toList()
                : List.of(new AcsId(acs));
    }

    static ShellTable table(String empty, String... columns) {
        ShellTable table = new ShellTable().emptyTableText(empty);
        for (String column : columns) {
            table.column(column);
        }
        return table;
    }
}
