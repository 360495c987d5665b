package com.rjchronos.inventory.sweep;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.health.HealthIndicator;
import com.rjchronos.port.AcsGateway;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ACSs in service, as their gateways come and go; each shows its health for as long as it is here. */
@Component(immediate = true, service = AcsRoster.class)
public final class AcsRoster {
    private static final Logger LOG = LoggerFactory.getLogger(AcsRoster.class);

    /** Registers an indicator, and returns what takes it away again. */
    public interface HealthBoard {
        Runnable show(HealthIndicator indicator);
    }

    private final HealthBoard board;
    private final Clock clock;
    private final Map<AcsId, AcsGateway> here = new ConcurrentHashMap<>();
    private final Map<AcsId, Runnable> shown = new ConcurrentHashMap<>();
    private final Map<AcsId, Instant> gone = new ConcurrentHashMap<>();
    private final List<AcsGateway> doubles = new CopyOnWriteArrayList<>();

    @Activate
    public AcsRoster(BundleContext bundle) {
        this(
                indicator -> {
                    ServiceRegistration<HealthIndicator> registration =
                            bundle.registerService(HealthIndicator.class, indicator, null);
                    return registration::unregister;
                },
                Clock.systemUTC());
    }

    public AcsRoster(HealthBoard board, Clock clock) {
        this.board = board;
        this.clock = clock;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "leave")
    public void join(AcsGateway gateway) {
        if (enter(gateway)) {
            return;
        }
        LOG.error(
                "Two configurations name the same ACS; the second is not used while the first is there. acs={}",
                gateway.acs());
        doubles.add(gateway);
        succeed(gateway.acs()); // the first may have left just now
    }

    void leave(AcsGateway gateway) {
        doubles.remove(gateway);
        if (here.remove(gateway.acs(), gateway)) {
            gone.put(gateway.acs(), clock.instant());
            // closed already when the whole bundle leaves
            Optional.ofNullable(shown.remove(gateway.acs())).ifPresent(Runnable::run);
            LOG.info("ACS out of service. acs={}", gateway.acs());
            succeed(gateway.acs());
        }
    }

    private boolean enter(AcsGateway gateway) {
        if (here.putIfAbsent(gateway.acs(), gateway) != null) {
            return false;
        }
        gone.remove(gateway.acs());
        shown.put(gateway.acs(), board.show(new AcsHealthIndicator(gateway)));
        LOG.info("ACS in service. acs={}", gateway.acs());
        return true;
    }

    /** A file that was renamed is two configurations for a moment: the second takes the place of the first. */
    private void succeed(AcsId acs) {
        doubles.stream()
                .filter(g -> g.acs().equals(acs))
                .filter(this::enter)
                .findFirst()
                .ifPresent(doubles::remove);
    }

    /** Takes the indicators away that are still shown. */
    @Deactivate
    void close() {
        shown.values().removeIf(hide -> {
            hide.run();
            return true;
        });
    }

    /** By name. */
    public List<AcsGateway> gateways() {
        return here.values().stream()
                .sorted(Comparator.comparing(g -> g.acs().value()))
                .toList();
    }

    public Optional<AcsGateway> gateway(AcsId acs) {
        return Optional.ofNullable(here.get(acs));
    }

    /** Since when an ACS that was here is not any more. */
    Map<AcsId, Instant> gone() {
        return Map.copyOf(gone);
    }
}
