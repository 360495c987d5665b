package com.rjchronos.inventory.connector;

import com.rjchronos.inventory.settings.InventorySettings;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.problem.Problem;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
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

    /** In how many looks a document must be the same: a machine that stood still is nobody's guilt. */
    private static final int LOOKS = 10;

    private final Duration budget;
    private final Map<VendorConnector, InstalledConnector> here = new IdentityHashMap<>();
    private final BlockingQueue<InstalledConnector> arrivals = new LinkedBlockingQueue<>(MAX_ARRIVALS);
    private final AtomicLong workers = new AtomicLong();
    private volatile ConnectorSet connectors = ConnectorSet.EMPTY;

    @Activate
    public ConnectorDesk(@Reference InventorySettings settings) {
        this(settings.connectorBudget());
    }

    public ConnectorDesk(Duration budget) {
        this.budget = budget;
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "depart",
            service = VendorConnector.class)
    void came(ServiceReference<VendorConnector> reference, VendorConnector connector) {
        Map<String, Object> properties = new HashMap<>();
        Arrays.stream(reference.getPropertyKeys()).forEach(key -> properties.put(key, reference.getProperty(key)));
        arrive(reference.getBundle().getSymbolicName(), reference.getBundle().getVersion(), properties, connector);
    }

    /** Takes a connector in, unless what it says of itself breaks a rule. */
    public void arrive(String bundle, Version version, Map<String, Object> properties, VendorConnector connector) {
        InstalledConnector arrived;
        try {
            arrived = InstalledConnector.of(bundle, version, properties, connector);
        } catch (IllegalArgumentException e) {
            LOG.error("Connector refused. bundle={} version={} detail=\"{}\"", bundle, version, e.getMessage());
            return;
        }
        synchronized (here) {
            here.put(connector, arrived);
            connectors = connectors.with(arrived);
        }
        LOG.info(
                "Connector came. connector={} version={} speaksFor={}",
                arrived.name(),
                version,
                arrived.claims().spoken());
        if (!arrivals.offer(arrived)) {
            LOG.warn(
                    "Too many connectors came at once; its devices are read by the next full sweep. connector={}",
                    arrived);
        }
    }

    public void depart(VendorConnector connector) {
        InstalledConnector departed;
        synchronized (here) {
            departed = here.remove(connector);
            if (departed == null) {
                return;
            }
            connectors = connectors.without(departed);
        }
        LOG.info(
                "Connector left; its devices wait for it. connector={} version={}",
                departed.name(),
                departed.version());
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
     * Reads documents, one verdict each, in order.
     *
     * @param bound the connector that last read a device, by GenieACS id
     */
    public List<Verdict> read(List<DeviceDocument> documents, Function<String, Optional<String>> bound) {
        ConnectorSet set = connectors;
        List<Verdict> verdicts = new ArrayList<>(documents.size());
        while (verdicts.size() < documents.size()) {
            BatchReader reader = new BatchReader(documents, verdicts.size(), set, bound);
            Thread thread = new Thread(reader, "connector-desk-" + workers.incrementAndGet());
            thread.setDaemon(true);
            thread.start();
            Optional<BatchReader.Hang> hang = watch(reader, thread);
            int to = hang.map(BatchReader.Hang::position).orElse(documents.size());
            for (int i = verdicts.size(); i < to; i++) {
                verdicts.add(reader.verdict(i));
            }
            hang.flatMap(h -> leaveBehind(h, reader, thread, documents.get(to))).ifPresent(verdicts::add);
        }
        return verdicts;
    }

    /**
     * Asks the connector of a stored device, or who stands in for it, how to carry out intents. Guarded as reading is: one that
     * does not come back is quarantined, and who stands in for it is asked.
     *
     * @param bound the connector that last read the device
     */
    public Drafted plan(DeviceReading device, Optional<String> bound, List<DeviceIntent> intents) {
        while (true) {
            ConnectorSet.Choice choice = connectors.planner(bound);
            if (choice instanceof ConnectorSet.Choice.Nobody nobody) {
                return new Drafted.Nobody(nobody.reason());
            }
            InstalledConnector asked = ((ConnectorSet.Choice.Reader) choice).connector();
            Optional<List<Plan>> plans =
                    new PlanDraft(asked, device, intents).within(budget, "connector-desk-" + workers.incrementAndGet());
            if (plans.isPresent()) {
                return new Drafted.Plans(plans.get());
            }
            quarantine(asked, device.identity().genieacsId());
        }
    }

    /** Returns when all is read, or with the document that takes longer than its budget. */
    private Optional<BatchReader.Hang> watch(BatchReader reader, Thread thread) {
        long tick = Math.max(5, budget.toMillis() / LOOKS);
        int looks = 0;
        int position = -1;
        try {
            while (!reader.done().await(tick, TimeUnit.MILLISECONDS)) {
                looks = reader.position() == position ? looks + 1 : 0;
                position = reader.position();
                Optional<BatchReader.Hang> hang = looks < LOOKS ? Optional.empty() : reader.hang(budget);
                if (hang.isPresent()) {
                    return hang;
                }
            }
        } catch (InterruptedException e) {
            reader.abandon();
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw Problem.unavailable("The appliance is stopping.", Duration.ofSeconds(5))
                    .thrown(e);
        }
        reader.bug().ifPresent(bug -> {
            throw new IllegalStateException("The desk failed", bug);
        });
        return Optional.empty();
    }

    /** Abandons a reader. The document it hangs on is read again without the guilty connector, if there is one. */
    private Optional<Verdict> leaveBehind(
            BatchReader.Hang hang, BatchReader reader, Thread thread, DeviceDocument document) {
        reader.abandon();
        thread.interrupt();
        if (hang.asked().isEmpty()) {
            return Optional.of(new Verdict.Failed("Reading took longer than " + budget.toMillis() + " ms."));
        }
        quarantine(hang.asked().get(), document.identity().genieacsId());
        return Optional.empty();
    }

    private void quarantine(InstalledConnector guilty, String device) {
        if (guilty.quarantine("It thought longer than " + budget.toMillis() + " ms about device " + device + ".")) {
            LOG.error(
                    "Connector quarantined until it is updated. connector={} device={} budgetMillis={}",
                    guilty,
                    device,
                    budget.toMillis());
        }
    }
}
