package com.rjchronos.inventory.trial;

import com.rjchronos.inventory.connector.Rehearsal;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.connector.Trial.Outcome;
import com.rjchronos.model.connector.TrialDocuments;
import com.rjchronos.model.connector.UnmatchedGroup;
import com.rjchronos.model.device.Device;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.device.DeviceQuery;
import com.rjchronos.model.page.PageRequest;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.problem.ProblemException;
import com.rjchronos.port.AcsDevices;
import com.rjchronos.port.DeviceStore;
import com.rjchronos.port.SampleReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the documents that a connector is tried with. Those of devices are asked of their ACS, one by one, as a sweep would ask for them. */
final class Scripts {
    private static final Duration RETRY = Duration.ofSeconds(5);

    /** How many kinds of devices are looked at, the most frequent first. */
    private static final int KINDS = 100;

    private final DeviceStore store;
    private final Function<AcsId, Optional<AcsDevices>> acss;
    private final SampleReader samples;

    Scripts(DeviceStore store, Function<AcsId, Optional<AcsDevices>> acss, SampleReader samples) {
        this.store = store;
        this.acss = acss;
        this.samples = samples;
    }

    List<Script> of(TrialDocuments which, Rehearsal rehearsal) {
        Set<String> projection = rehearsal.projection();
        if (which instanceof TrialDocuments.Claimed claimed) {
            return claimed(claimed.most(), rehearsal);
        }
        if (which instanceof TrialDocuments.Devices devices) {
            return devices.ids().stream()
                    .sorted((a, b) -> Long.compare(a.value(), b.value()))
                    .map(id -> script(device(id), projection)
                            .orElseThrow(() ->
                                    Problem.notFound("document of device", id).thrown()))
                    .toList();
        }
        Map<String, String> json = new TreeMap<>(((TrialDocuments.Captured) which).json());
        List<Script> scripts = new ArrayList<>();
        json.forEach((name, text) ->
                scripts.add(new Script(name, Projected.of(sample(name, text), projection), Optional.empty())));
        return scripts;
    }

    /** One of each kind, then more of those kinds of which one is the connector's. */
    private List<Script> claimed(int most, Rehearsal rehearsal) {
        Map<DeviceIdentity, Script> found = new LinkedHashMap<>();
        List<UnmatchedGroup> kinds = new ArrayList<>();
        List<ProblemException> away = new ArrayList<>();
        for (UnmatchedGroup kind : kinds()) {
            if (found.size() == most || rehearsal.over().isPresent()) {
                break;
            }
            Optional<Script> example = ifThere(device(kind.device()), rehearsal.projection(), away)
                    .filter(s -> rehearsal.then(s.document(), s.bound()).outcome() != Outcome.LEFT);
            if (example.isPresent()) {
                kinds.add(kind);
                found.put(kind.example(), example.get());
            }
        }
        if (found.isEmpty() && !away.isEmpty()) {
            throw away.get(0); // perhaps there are some, but nobody can tell
        }
        if (rehearsal.over().isEmpty()) {
            fill(found, kinds, most, rehearsal.projection());
            kinds.forEach(kind -> fill(found, List.of(kind), most, rehearsal.projection())); // what others left
        }
        return List.copyOf(found.values());
    }

    /** Empty if its ACS does not know a device any more, or is away. */
    private Optional<Script> ifThere(Device device, Set<String> projection, List<ProblemException> away) {
        try {
            return script(device, projection);
        } catch (ProblemException e) {
            away.add(e);
            return Optional.empty();
        }
    }

    private List<UnmatchedGroup> kinds() {
        Set<String> everybody = store.bound().keySet().stream()
                .filter(name -> name != null && !name.isEmpty())
                .collect(Collectors.toSet());
        return store.alike(everybody, new PageRequest(0, KINDS)).items();
    }

    private void fill(Map<DeviceIdentity, Script> found, List<UnmatchedGroup> kinds, int most, Set<String> projection) {
        for (int i = 0; i < kinds.size(); i++) {
            int share = (most - found.size()) / (kinds.size() - i);
            for (Device device : more(kinds.get(i), found.keySet(), share)) {
                ifThere(device, projection, new ArrayList<>())
                        .ifPresent(s -> found.put(device.reading().identity(), s));
            }
        }
    }

    private List<Device> more(UnmatchedGroup kind, Set<DeviceIdentity> found, int share) {
        if (share == 0) {
            return List.of();
        }
        PageRequest window = new PageRequest(0, PageRequest.MAX_LIMIT);
        return store.page(new DeviceQuery(filter(kind.example(), kind.model()), List.of(), window)).items().stream()
                .filter(d -> !found.contains(d.reading().identity()) && isAlike(d, kind))
                .limit(share)
                .toList();
    }

    /** A filter cannot ask for what a kind does not say of itself. */
    private static boolean isAlike(Device device, UnmatchedGroup kind) {
        DeviceIdentity identity = device.reading().identity();
        return identity.manufacturer().equals(kind.example().manufacturer())
                && identity.oui().equals(kind.example().oui())
                && identity.productClass().equals(kind.example().productClass())
                && device.reading().model().equals(kind.model());
    }

    private static DeviceQuery.Filter filter(DeviceIdentity like, Optional<String> model) {
        return new DeviceQuery.Filter(
                Optional.empty(),
                Set.of(),
                model.map(Set::of).orElse(Set.of()),
                like.manufacturer().map(Set::of).orElse(Set.of()),
                like.productClass().map(Set::of).orElse(Set.of()),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Device device(DeviceId id) {
        return store.find(id).orElseThrow(() -> Problem.notFound("device", id).thrown());
    }

    /** Empty if its ACS does not know the device any more. */
    private Optional<Script> script(Device device, Set<String> projection) {
        DeviceIdentity identity = device.reading().identity();
        return acss.apply(identity.acs())
                .orElseThrow(() -> Problem.unavailable("ACS " + identity.acs() + " is not in service.", RETRY)
                        .thrown())
                .document(identity.genieacsId(), projection)
                .map(document -> new Script(identity.genieacsId(), document, device.connector()));
    }

    private DeviceDocument sample(String name, String json) {
        try {
            return samples.read(json);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(name, e.getMessage()).thrown(e);
        }
    }
}
