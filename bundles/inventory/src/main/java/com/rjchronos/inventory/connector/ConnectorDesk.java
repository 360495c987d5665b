package com.rjchronos.inventory.connector;

import com.rjchronos.inventory.connector.Swap.Subject;
import com.rjchronos.inventory.settings.InventorySettings;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.spi.VendorConnector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where documents meet the connector that speaks for their device. Connectors come and go while it works. */
@Component(immediate = true, service = ConnectorDesk.class)
public final class ConnectorDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectorDesk.class);
    private static final int MAX_ARRIVALS = 1_000;

    private final Watchdog watchdog;
    private final SwapWitness witness;
    private final Map<VendorConnector, InstalledConnector> here = new IdentityHashMap<>();
    private final Map<VendorConnector, Refusal> refused = new IdentityHashMap<>();
    private final BlockingQueue<InstalledConnector> arrivals = new LinkedBlockingQueue<>(MAX_ARRIVALS);
    private volatile ConnectorSet connectors = ConnectorSet.EMPTY;
    private volatile boolean closed;

    /** Somebody who is here and not let in. */
    record Refusal(Subject who, String reason) {}

    @Activate
    public ConnectorDesk(@Reference InventorySettings settings, @Reference SwapWitness witness) {
        this(settings.connectorBudget(), witness);
        witness.saw(new Swap.Opened());
    }

    public ConnectorDesk(Duration budget) {
        this(budget, SwapWitness.NOBODY);
    }

    ConnectorDesk(Duration budget, SwapWitness witness) {
        this.watchdog = new Watchdog(budget, witness);
        this.witness = witness;
    }

    /** From here on it is the desk that goes, not the connectors. */
    @Deactivate
    void close() {
        closed = true;
        witness.saw(new Swap.Closed());
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "depart",
            service = VendorConnector.class)
    void came(ServiceReference<VendorConnector> reference, VendorConnector connector) {
        Map<String, Object> properties = new HashMap<>();
        Arrays.stream(reference.getPropertyKeys()).forEach(key -> properties.put(key, reference.getProperty(key)));
        Bundle bundle = reference.getBundle();
        arrive(
                new Provenance(
                        bundle.getSymbolicName(),
                        bundle.getVersion(),
                        bundle.getLocation(),
                        BundleContent.sha256(bundle).orElse("")),
                properties,
                connector);
    }

    public void arrive(String bundle, Version version, Map<String, Object> properties, VendorConnector connector) {
        arrive(new Provenance(bundle, version, "", ""), properties, connector);
    }

    /** Takes a connector in, unless what it says of itself breaks a rule. */
    void arrive(Provenance provenance, Map<String, Object> properties, VendorConnector connector) {
        InstalledConnector arrived;
        try {
            arrived = InstalledConnector.of(provenance, properties, connector);
        } catch (IllegalArgumentException e) {
            refuse(
                    new Refusal(provenance.subject(InstalledConnector.nameOf(provenance, properties)), e.getMessage()),
                    connector);
            return;
        }
        synchronized (here) {
            here.put(connector, arrived);
            connectors = connectors.with(arrived);
            witness.saw(new Swap.Came(arrived.subject()));
        }
        LOG.info(
                "Connector came. connector={} version={} speaksFor={}",
                arrived.name(),
                arrived.version(),
                arrived.claims().spoken());
        readSoon(arrived);
    }

    private void refuse(Refusal refusal, VendorConnector connector) {
        LOG.error(
                "Connector refused. bundle={} version={} detail=\"{}\"",
                refusal.who().bundle(),
                refusal.who().version(),
                refusal.reason());
        synchronized (here) {
            refused.put(connector, refusal);
            witness.saw(new Swap.Refused(refusal.who(), refusal.reason()));
        }
    }

    /** Has the devices of a connector read, and those of nobody. */
    private void readSoon(InstalledConnector connector) {
        if (!arrivals.offer(connector)) {
            LOG.warn(
                    "Too many connectors came at once; its devices are read by the next full sweep. connector={}",
                    connector);
        }
    }

    public void depart(VendorConnector connector) {
        InstalledConnector departed;
        Optional<InstalledConnector> heir;
        synchronized (here) {
            refused.remove(connector);
            departed = here.remove(connector);
            if (departed == null) {
                return;
            }
            heir = connectors.heir(departed);
            connectors = connectors.without(departed);
            departed.leave();
            if (!closed) {
                witness.saw(new Swap.Went(departed.subject()));
            }
        }
        if (heir.isEmpty()) {
            LOG.info(
                    "Connector left; its devices wait for it. connector={} version={}",
                    departed.name(),
                    departed.version());
            return;
        }
        LOG.info(
                "Connector left; another version of it is here. connector={} version={} here={}",
                departed.name(),
                departed.version(),
                heir.get().version());
        if (!closed) {
            readSoon(heir.get()); // it may read otherwise, the same as one that came
        }
    }

    /** Asks a connector again that was quarantined; its devices are read by it at once. Whether it was. */
    boolean release(Caller by, String name) {
        List<InstalledConnector> released = connectors.named(name).stream()
                .filter(InstalledConnector::release)
                .toList();
        released.forEach(connector -> {
            LOG.info(
                    "Connector released. connector={} by={}",
                    connector,
                    by.actor().name());
            witness.saw(new Swap.Released(connector.subject(), by));
            readSoon(connector);
        });
        return !released.isEmpty();
    }

    /** Has devices read that are nobody's. */
    void readNobodys() {
        List<InstalledConnector> all = connectors.all();
        all.stream()
                .filter(InstalledConnector::fallback)
                .findFirst()
                .or(() -> all.stream().findFirst())
                .ifPresent(this::readSoon);
    }

    List<Refusal> refused() {
        synchronized (here) {
            return List.copyOf(refused.values());
        }
    }

    /** Whether nobody is here to read anything. */
    public boolean isEmpty() {
        return connectors.isEmpty();
    }

    public List<InstalledConnector> connectors() {
        return connectors.all();
    }

    /** The paths that sweeps ask for. */
    public Set<String> projection() {
        return connectors.projection();
    }

    /** Waits for connectors to come, and returns those that did; empty if none did in time. */
    public List<InstalledConnector> awaitArrivals(Duration patience) throws InterruptedException {
        List<InstalledConnector> came = new ArrayList<>();
        InstalledConnector first = arrivals.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            came.add(first);
            arrivals.drainTo(came);
        }
        return came;
    }

    /**
     * Reads documents, one verdict each, in order. What a connector left unread because it went is read again by whoever is here
     * then, or parked.
     *
     * @param bound the connector that last read a device, by GenieACS id
     */
    public List<Verdict> read(List<DeviceDocument> documents, Function<String, Optional<String>> bound) {
        return read(documents, bound, Set.of());
    }

    /**
     * The same of documents that hold no more than what was asked for: a connector that wants more, because it came later, is as if
     * away.
     *
     * @param asked the projection; empty if all was asked for
     */
    public List<Verdict> read(
            List<DeviceDocument> documents, Function<String, Optional<String>> bound, Set<String> asked) {
        return watchdog.read(documents, () -> connectors.asked(asked), bound);
    }

    /**
     * Which of some stored devices a connector takes from another, by the precedence of claims; between equals by that of the desk.
     * Guarded as reading is.
     *
     * @return GenieACS ids
     */
    public Set<String> taken(InstalledConnector newcomer, InstalledConnector owner, List<DeviceReading> devices) {
        List<InstalledConnector> order = connectors();
        boolean before = order.indexOf(newcomer) < order.indexOf(owner);
        return watchdog.taken(new Contest(newcomer, owner, before), devices);
    }

    /**
     * Asks the connector of a stored device, or who stands in for it, how to carry out intents. Guarded as reading is: one that
     * does not come back is quarantined, and who stands in for it is asked.
     *
     * @param bound the connector that last read the device
     */
    public Drafted plan(DeviceReading device, Optional<String> bound, List<DeviceIntent> intents) {
        return watchdog.plan(() -> connectors.planner(bound), device, intents);
    }
}
