package com.rjchronos.inventory.connector;

import com.rjchronos.inventory.connector.Swap.Subject;
import com.rjchronos.model.connector.ConnectorStatus.State;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The bundles that are installed and ask for what is ours, but do not get as far as the desk; and why. */
@Component(service = BundleRoll.class)
public final class BundleRoll {
    private final BundleContext bundles;
    private final Gatekeeper gatekeeper;

    /**
     * One of them.
     *
     * @param state unresolved or refused
     */
    record Absent(Subject who, State state, String reason) {}

    @Activate
    public BundleRoll(BundleContext bundles, @Reference Gatekeeper gatekeeper) {
        this.bundles = bundles;
        this.gatekeeper = gatekeeper;
    }

    List<Absent> absent() {
        return Arrays.stream(bundles.getBundles())
                .filter(b -> b.getState() == Bundle.INSTALLED)
                .flatMap(b -> absent(b).stream())
                .toList();
    }

    private Optional<Absent> absent(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision == null || !Requirements.asksForOurs(revision)) {
            return Optional.empty();
        }
        Subject who = new Provenance(bundle.getSymbolicName(), bundle.getVersion(), bundle.getLocation(), "").subject();
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
