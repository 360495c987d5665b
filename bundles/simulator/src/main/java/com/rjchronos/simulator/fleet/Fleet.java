package com.rjchronos.simulator.fleet;

import com.rjchronos.simulator.query.Document;
import com.rjchronos.simulator.query.JsonDocument;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * All devices that the ACS knows, in the order in which they registered, and loose documents that are no devices at all. The same
 * seed at the same time makes the same fleet.
 */
public final class Fleet {
    private static final long DAY = 86_400_000L;
    private static final int MOST_FORGOTTEN = 10_000;

    private final List<Model> models = Models.all();
    private final int weights = models.stream().mapToInt(Model::weight).sum();
    private final long seed;
    private final Clock clock;
    private final Map<String, Device> byId = new LinkedHashMap<>();
    private final List<JsonDocument> loose = new ArrayList<>();
    private final Map<String, Device> forgotten = new LinkedHashMap<>();
    private int number;
    private volatile Document[] documents = {};
    private volatile Device[] devices = {};

    public Fleet(long seed, Clock clock) {
        this.seed = seed;
        this.clock = clock;
    }

    /** Makes a fleet that has been in the field for a while. */
    public static Fleet of(int size, long seed, Clock clock) {
        Fleet fleet = new Fleet(seed, clock);
        fleet.populate(size);
        return fleet;
    }

    private synchronized void populate(int size) {
        long now = clock.millis();
        for (int i = 0; i < size; i++) {
            SplittableRandom random = randomOf(number);
            Model model = drawn(random);
            long registered = now - DAY - random.nextLong(400 * DAY);
            long boot = now - 600_000L - random.nextLong(40 * DAY);
            add(device(model, Math.max(boot, registered), registered, now, random));
        }
        publish();
    }

    /** New devices register now; returns them. */
    public List<Device> register(int count) {
        return register(count, clock.millis());
    }

    /** New devices register at this time; returns them. */
    public synchronized List<Device> register(int count, long now) {
        List<Device> born = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SplittableRandom random = randomOf(number);
            Device device = device(drawn(random), now, now, now, random);
            device.inform(now);
            device.nextInform(now + device.informInterval());
            add(device);
            born.add(device);
        }
        publish();
        return born;
    }

    /** A device of a known model with an identity of the caller's choice registers now. */
    public synchronized Device enrol(String modelName, String oui, String productClass, String serial) {
        Model model = models.stream()
                .filter(candidate -> candidate.name().equals(modelName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no model is named " + modelName));
        long now = clock.millis();
        Identity identity = Identity.of(model.manufacturer(), oui, productClass, serial);
        Traits traits = Traits.of(number, seed, oui);
        Device device = new Device(identity, traits, model.template(), new Life(now, now, now), randomOf(number));
        device.nextInform(now + device.informInterval());
        add(device);
        publish();
        return device;
    }

    private Device device(Model model, long boot, long registered, long now, SplittableRandom random) {
        String oui = model.ouis().get(random.nextInt(model.ouis().size()));
        Traits traits = Traits.of(number, seed, oui);
        Identity identity = Identity.of(
                model.manufacturer(), oui, model.productClass(), model.serial().of(traits));
        long interval = traits.informInterval() * 1000;
        boolean away = registered < now && random.nextInt(25) == 0;
        long age = registered == now ? 0 : away ? interval * (3 + random.nextInt(200)) : random.nextLong(interval);
        Life life = new Life(registered, Math.min(boot, now - age), Math.max(registered, now - age));
        Device device = new Device(identity, traits, model.template(), life, random);
        device.nextInform(now - age + interval);
        if (away) {
            device.leave(now + interval * (1 + random.nextInt(40)));
        }
        return device;
    }

    public synchronized Optional<Device> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The ACS forgets a device, which knows nothing of it and will inform again; false if there is none. */
    public synchronized boolean remove(String id) {
        Device removed = byId.remove(id);
        if (removed == null) {
            return false;
        }
        if (forgotten.size() < MOST_FORGOTTEN) {
            forgotten.put(id, removed);
        }
        publish();
        return true;
    }

    /** Devices that the ACS forgot and that did not inform since. */
    public synchronized List<Device> forgotten() {
        return List.copyOf(forgotten.values());
    }

    /** A forgotten device informs: it registers anew, with a document that remembers nothing. */
    public synchronized Optional<Device> readmit(String id, long now) {
        Device before = forgotten.remove(id);
        if (before == null) {
            return Optional.empty();
        }
        Device device = before.reborn(now);
        byId.put(id, device);
        publish();
        return Optional.of(device);
    }

    /** A document of any shape appears in the collection. */
    public synchronized void addLoose(JsonDocument document) {
        loose.add(document);
        publish();
    }

    public synchronized int clearLoose() {
        int had = loose.size();
        loose.clear();
        publish();
        return had;
    }

    /** Everything in the collection at this moment; not to be changed. */
    public Document[] documents() {
        return documents;
    }

    /** The real devices at this moment; not to be changed. */
    public Device[] devices() {
        return devices;
    }

    private void add(Device device) {
        byId.put(device.id(), device);
        number++;
    }

    private void publish() {
        devices = byId.values().toArray(Device[]::new);
        Document[] all = new Document[devices.length + loose.size()];
        System.arraycopy(devices, 0, all, 0, devices.length);
        for (int i = 0; i < loose.size(); i++) {
            all[devices.length + i] = loose.get(i);
        }
        documents = all;
    }

    private SplittableRandom randomOf(int device) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + device);
    }

    private Model drawn(SplittableRandom random) {
        int drawn = random.nextInt(weights);
        for (Model model : models) {
            drawn -= model.weight();
            if (drawn < 0) {
                return model;
            }
        }
        return models.get(0);
    }
}
