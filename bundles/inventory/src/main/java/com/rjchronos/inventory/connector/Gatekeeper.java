package com.rjchronos.inventory.connector;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that a bundle which asks for what is ours resolves only if it is trusted: none of its code runs before. While the
 * settings are refused it trusts what ships, and nobody else.
 */
@Component(immediate = true, service = Gatekeeper.class)
public final class Gatekeeper implements ResolverHookFactory {
    private static final Logger LOG = LoggerFactory.getLogger(Gatekeeper.class);
    private static final Trust NOBODY = new Trust.Nobody();

    private final BundleContext bundles;
    private final ShippedBundles shipped;
    private final SwapWitness witness;
    private final Map<Judged, Optional<String>> judged = new ConcurrentHashMap<>();
    private volatile Trust trust = NOBODY;
    private volatile boolean refusedSomebody;
    private ServiceRegistration<ResolverHookFactory> hook;

    /** A bundle as it was when it was judged. */
    private record Judged(long bundle, long lastModified) {}

    @Activate
    public Gatekeeper(BundleContext bundles, @Reference SwapWitness witness) {
        this(bundles, Path.of(System.getProperty("karaf.home", "."), "system"), witness);
    }

    Gatekeeper(BundleContext bundles, Path system, SwapWitness witness) {
        this.bundles = bundles;
        this.shipped = new ShippedBundles(system.toAbsolutePath());
        this.witness = witness;
    }

    /** Not by DS: the framework asks for the hook in the midst of resolving, where nothing may be activated. */
    @Activate
    void stand() {
        hook = bundles.registerService(ResolverHookFactory.class, this, null);
    }

    // dynamic and optional on purpose: without it the hook would be gone while a file is being corrected
    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL,
            unbind = "distrust")
    void trust(TrustSettings settings) {
        trust = settings.trust();
        judged.clear();
        if (refusedSomebody || !(trust instanceof Trust.Any)) {
            Thread thread = new Thread(this::reconsider, "gatekeeper");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Whoever runs goes on; nobody new is let in. */
    void distrust(TrustSettings settings) {
        if (trust == settings.trust()) {
            trust = NOBODY;
            judged.clear();
        }
    }

    @Deactivate
    void leave() {
        hook.unregister();
    }

    /** Turns out whoever is trusted no more, and lets in who waited. */
    void reconsider() {
        List<Bundle> asking = Arrays.stream(bundles.getBundles())
                .filter(b -> b.getState() != Bundle.UNINSTALLED)
                .filter(Gatekeeper::asksForOurs)
                .toList();
        List<Bundle> out = asking.stream()
                .filter(b -> b.getState() != Bundle.INSTALLED)
                .filter(b -> refusal(b.adapt(BundleRevision.class)).isPresent())
                .toList();
        if (!out.isEmpty()) {
            bundles.getBundle(0).adapt(FrameworkWiring.class).refreshBundles(out);
        }
        asking.stream()
                .filter(b -> b.getState() == Bundle.INSTALLED)
                .filter(b -> b.adapt(BundleStartLevel.class).isPersistentlyStarted())
                .filter(b -> refusal(b.adapt(BundleRevision.class)).isEmpty())
                .forEach(Gatekeeper::start);
    }

    private static boolean asksForOurs(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision != null && Requirements.asksForOurs(revision);
    }

    private static void start(Bundle bundle) {
        try {
            bundle.start();
        } catch (BundleException | IllegalStateException e) {
            LOG.warn("A bundle that is trusted now does not start. bundle={} detail=\"{}\"", bundle, e.getMessage());
        }
    }

    /** Why a bundle may not have what is ours; empty if it may. */
    Optional<String> refusal(BundleRevision revision) {
        Trust asked = trust;
        Bundle bundle = revision.getBundle();
        if (asked instanceof Trust.Any || bundle.getBundleId() == 0) {
            return Optional.empty();
        }
        Judged key = new Judged(bundle.getBundleId(), bundle.getLastModified());
        Optional<String> known = judged.get(key);
        if (known != null) {
            return known;
        }
        Optional<String> refusal = shipped.contains(bundle)
                ? Optional.empty()
                : BundleContent.jar(bundle)
                        .map(asked::refusal)
                        .orElse(Optional.of("It was not installed as a jar of its own."));
        judged.put(key, refusal);
        refusal.filter(r -> Requirements.asksForOurs(revision)).ifPresent(reason -> say(bundle, reason));
        return refusal;
    }

    /** Why a jar that is not installed might not be; empty if it might. */
    public Optional<String> refusal(Path jar) {
        return trust.refusal(jar);
    }

    private void say(Bundle bundle, String reason) {
        refusedSomebody = true;
        LOG.error(
                "Bundle refused; none of its code runs. bundle={} version={} detail=\"{}\"",
                bundle.getSymbolicName(),
                bundle.getVersion(),
                reason);
        String content = BundleContent.sha256(bundle).orElse("");
        witness.saw(new Swap.Refused(
                new Provenance(bundle.getSymbolicName(), bundle.getVersion(), bundle.getLocation(), content).subject(),
                reason));
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return new Examination();
    }

    /** One attempt of the framework to resolve something. */
    private final class Examination implements ResolverHook {
        @Override
        public void filterResolvable(Collection<BundleRevision> candidates) {
            candidates.removeIf(r -> Requirements.asksForOurs(r) && refusal(r).isPresent());
        }

        /** Also not by an import that is made when a class is loaded. */
        @Override
        public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
            if (!(trust instanceof Trust.Any)
                    && candidates.stream().anyMatch(Requirements::isOurs)
                    && refusal(requirement.getRevision()).isPresent()) {
                candidates.removeIf(Requirements::isOurs);
            }
        }

        @Override
        public void filterSingletonCollisions(
                BundleCapability singleton, Collection<BundleCapability> collisionCandidates) {
            // none of its business
        }

        @Override
        public void end() {
            // nothing to tidy
        }
    }
}
