package com.rjchronos.inventory.connector;

import com.rjchronos.inventory.connector.Swap.Subject;
import com.rjchronos.model.connector.ConnectorStatus.State;
import com.rjchronos.spi.VendorConnector;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The bundles that are installed and ask for what is ours, but bring nobody to the desk; and why. */
@Component(service = BundleRoll.class)
public final class BundleRoll {
    private final BundleContext bundles;
    private final Gatekeeper gatekeeper;
    private final ConnectorDesk desk;

    /**
     * One of them.
     *
     * @param state unresolved or refused
     */
    record Absent(Subject who, State state, String reason) {}

    @Activate
    public BundleRoll(BundleContext bundles, @Reference Gatekeeper gatekeeper, @Reference ConnectorDesk desk) {
        this.bundles = bundles;
        this.gatekeeper = gatekeeper;
        this.desk = desk;
    }

    List<Absent> absent() {
        Set<String> heard = Stream.concat(
                        desk.connectors().stream().map(InstalledConnector::bundle),
                        desk.refused().stream().map(r -> r.who().bundle()))
                .collect(Collectors.toSet());
        return Arrays.stream(bundles.getBundles())
                .flatMap(b -> (b.getState() == Bundle.INSTALLED ? unresolved(b) : silent(b, heard)).stream())
                .toList();
    }

    /** One that could do its work and does not. */
    private static Optional<Absent> silent(Bundle bundle, Set<String> heard) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision == null
                || heard.contains(bundle.getSymbolicName())
                || !Requirements.wantsToConnect(revision)
                || (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0) {
            return Optional.empty();
        }
        if (bundle.getState() == Bundle.RESOLVED) {
            String start = "It is stopped: chronos shell bundle:start " + bundle.getBundleId() + ".";
            return Optional.of(new Absent(subject(bundle), State.UNRESOLVED, start));
        }
        boolean offersNobody = bundle.getState() == Bundle.ACTIVE && offersNothingElse(bundle);
        return offersNobody
                ? Optional.of(new Absent(
                        subject(bundle),
                        State.UNRESOLVED,
                        "No connector came of its bundle: it has no component, or its component does not start, and the log "
                                + "says why."))
                : Optional.empty();
    }

    /** Beside connectors: what offers another service to the house need not bring one. */
    private static boolean offersNothingElse(Bundle bundle) {
        ServiceReference<?>[] offered = bundle.getRegisteredServices();
        return offered == null
                || Arrays.stream(offered)
                        .map(s -> (String[]) s.getProperty(Constants.OBJECTCLASS))
                        .allMatch(names -> List.of(names).contains(VendorConnector.class.getName()));
    }

    private static Subject subject(Bundle bundle) {
        return new Provenance(bundle.getSymbolicName(), bundle.getVersion(), bundle.getLocation(), "").subject();
    }

    private Optional<Absent> unresolved(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision == null || !Requirements.asksForOurs(revision)) {
            return Optional.empty();
        }
        Subject who = subject(bundle);
        return Optional.of(gatekeeper
                .refusal(revision)
                .map(reason -> new Absent(who, State.REFUSED, reason))
                .orElseGet(() -> new Absent(who, State.UNRESOLVED, lack(revision))));
    }

    private String lack(BundleRevision revision) {
        List<BundleCapability> offered = Arrays.stream(bundles.getBundles())
                .filter(b -> b.getState() != Bundle.UNINSTALLED)
                .map(b -> b.adapt(BundleRevision.class))
                .filter(r -> r != null && r != revision)
                .flatMap(r -> r.getDeclaredCapabilities(null).stream())
                .toList();
        List<String> missing = mandatory(revision)
                .filter(r -> Stream.concat(offered.stream(), revision.getDeclaredCapabilities(null).stream())
                        .noneMatch(r::matches))
                .map(r -> Requirements.missing(r, offered))
                .toList();
        if (!missing.isEmpty()) {
            return "It " + String.join("; it ", missing) + ".";
        }
        List<String> unresolved = mandatory(revision)
                .filter(r -> offered.stream().filter(r::matches).noneMatch(BundleRoll::resolved))
                .flatMap(r -> offered.stream().filter(r::matches))
                .map(c -> c.getRevision().getSymbolicName())
                .distinct()
                .toList();
        return unresolved.isEmpty()
                ? "It is installed but was not started."
                : "It needs what is not resolved itself: " + String.join(", ", unresolved) + ".";
    }

    private static Stream<BundleRequirement> mandatory(BundleRevision revision) {
        return revision.getDeclaredRequirements(null).stream().filter(Requirements::mandatory);
    }

    private static boolean resolved(BundleCapability capability) {
        return (capability.getRevision().getBundle().getState() & (Bundle.INSTALLED | Bundle.UNINSTALLED)) == 0;
    }
}
