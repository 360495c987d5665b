package com.rjchronos.inventory.fake;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.model.connector.UnmatchedGroup;
import com.rjchronos.model.device.Device;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.device.DeviceQuery;
import com.rjchronos.model.device.FleetMetrics;
import com.rjchronos.model.device.Lifecycle;
import com.rjchronos.model.page.Page;
import com.rjchronos.model.page.PageRequest;
import com.rjchronos.port.DeviceStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Devices of one ACS in memory; {@link #beforeApply} may refuse a batch, which then changes nothing. */
public final class MemoryDeviceStore implements DeviceStore {
    public final TreeMap<String, Known> devices = new TreeMap<>();
    public final List<Batch> batches = new ArrayList<>();
    public final List<AuditEntry> entries = new ArrayList<>();
    public final List<Assessment> assessments = new ArrayList<>();
    public Consumer<Batch> beforeApply = batch -> {};
    public int questions;
    private long nextId = 1;

    @Override
    public synchronized Map<String, Known> known(AcsId acs, Collection<String> genieacsIds) {
        questions++;
        return genieacsIds.stream()
                .filter(devices::containsKey)
                .distinct()
                .collect(Collectors.toMap(i -> i, devices::get));
    }

    @Override
    public synchronized void apply(Batch batch) {
        beforeApply.accept(batch);
        batches.add(batch);
        batch.changes().forEach(this::apply);
    }

    private void apply(Change change) {
        if (change instanceof Change.Discovered d) {
            devices.put(
                    d.reading().identity().genieacsId(),
                    new Known(new DeviceId(nextId++), d.reading(), d.connectivity(), d.connector(), d.parkedBecause()));
        } else if (change instanceof Change.Updated u) {
            devices.put(
                    u.reading().identity().genieacsId(),
                    new Known(u.id(), u.reading(), u.connectivity(), Optional.of(u.connector()), Optional.empty()));
        } else if (change instanceof Change.Parked p) {
            Known k = devices.get(p.identity().genieacsId());
            devices.put(
                    p.identity().genieacsId(),
                    new Known(k.id(), k.reading(), k.connectivity(), k.connector(), Optional.of(p.reason())));
        }
    }

    /** All changes, in the order they were stored. */
    public List<Change> changes() {
        return batches.stream().flatMap(b -> b.changes().stream()).toList();
    }

    @Override
    public synchronized int reassess(Assessment assessment) {
        assessments.add(assessment);
        return devices.size();
    }

    @Override
    public synchronized Optional<Device> find(DeviceId id) {
        return devices.values().stream()
                .filter(known -> known.id().equals(id))
                .map(MemoryDeviceStore::device)
                .findFirst();
    }

    private static Device device(Known known) {
        return new Device(
                known.id(),
                known.reading(),
                known.reading().kind(),
                Lifecycle.INSTALLED,
                known.connectivity(),
                Optional.empty(),
                known.connector(),
                known.parkedBecause(),
                Device.Attachment.NONE,
                Instant.EPOCH,
                1);
    }

    /** By manufacturer, product class and model, and no other condition. */
    @Override
    public synchronized Page<Device> page(DeviceQuery query) {
        List<Device> all = devices.values().stream()
                .map(MemoryDeviceStore::device)
                .filter(d -> holds(
                        query.filter().manufacturer(), d.reading().identity().manufacturer()))
                .filter(d -> holds(
                        query.filter().productClass(), d.reading().identity().productClass()))
                .filter(d -> holds(query.filter().model(), d.reading().model()))
                .toList();
        PageRequest window = query.page();
        return new Page<>(
                all.stream().skip(window.offset()).limit(window.limit()).toList(), all.size());
    }

    private static boolean holds(Set<String> any, Optional<String> value) {
        return any.isEmpty() || value.filter(any::contains).isPresent();
    }

    /** Every device of theirs a group of its own, but those of one product class. */
    @Override
    public Page<UnmatchedGroup> alike(Set<String> connectors, PageRequest window) {
        Map<String, UnmatchedGroup> groups = new TreeMap<>();
        devices.values().stream()
                .filter(k -> k.connector().filter(connectors::contains).isPresent())
                .forEach(k -> groups.putIfAbsent(
                        k.reading().identity().productClass().orElse(k.id().toString()),
                        new UnmatchedGroup(
                                k.reading().identity(), k.id(), k.reading().model(), 1, Optional.empty())));
        List<UnmatchedGroup> all = List.copyOf(groups.values());
        return new Page<>(
                all.stream().skip(window.offset()).limit(window.limit()).toList(), all.size());
    }

    @Override
    public FleetMetrics metrics() {
        throw new UnsupportedOperationException("no test asks for it");
    }

    @Override
    public synchronized Map<String, Bound> bound() {
        Map<String, Bound> bound = new HashMap<>();
        devices.values().forEach(k -> k.connector()
                .ifPresent(c -> bound.merge(
                        c,
                        new Bound(1, k.parkedBecause().isPresent() ? 1 : 0),
                        (a, b) -> new Bound(a.devices() + b.devices(), a.parked() + b.parked()))));
        return bound;
    }

    @Override
    public synchronized long unbind(String connector, String reason, AuditEntry entry, Instant at) {
        List<String> theirs = devices.entrySet().stream()
                .filter(e -> e.getValue().connector().equals(Optional.of(connector)))
                .map(Map.Entry::getKey)
                .toList();
        theirs.forEach(id -> devices.computeIfPresent(
                id,
                (key, k) -> new Known(k.id(), k.reading(), k.connectivity(), Optional.empty(), Optional.of(reason))));
        if (!theirs.isEmpty()) {
            entries.add(entry);
        }
        return theirs.size();
    }

    @Override
    public synchronized List<String> boundTo(AcsId acs, String connector, Optional<String> after, int limit) {
        return devices.entrySet().stream()
                .filter(e -> e.getValue().connector().orElse("").equals(connector))
                .map(Map.Entry::getKey)
                .filter(id -> after.isEmpty() || id.compareTo(after.get()) > 0)
                .limit(limit)
                .toList();
    }
}
