package com.rjchronos.simulator.fleet;

import com.rjchronos.simulator.fleet.Template.Node;
import com.rjchronos.simulator.json.ByteSink;
import com.rjchronos.simulator.json.Json;
import com.rjchronos.simulator.json.Moment;
import com.rjchronos.simulator.json.Stamp;
import com.rjchronos.simulator.query.Document;
import com.rjchronos.simulator.query.Path;
import com.rjchronos.simulator.query.Projection;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One CPE and the document that the ACS has of it. It shares its model's {@link Template} and keeps only what is its own; after a
 * change of structure it shares the template that came of it. All state is guarded by its monitor.
 */
public final class Device implements Document {
    private static final List<String> SENT_WITH_INFORM = List.of(
            "DeviceInfo.SpecVersion",
            "DeviceInfo.HardwareVersion",
            "DeviceInfo.SoftwareVersion",
            "DeviceInfo.ProvisioningCode",
            "ManagementServer.ParameterKey",
            "ManagementServer.ConnectionRequestURL",
            "WANDevice.1.WANConnectionDevice.1.WANIPConnection.1.ExternalIPAddress",
            "WANDevice.1.WANConnectionDevice.1.WANPPPConnection.1.ExternalIPAddress");

    private final Identity identity;
    private final byte[] idToken;
    private final Traits traits;
    private final Life life;
    private final Optics optics;
    private final Traffic traffic;
    private final SplittableRandom random;
    private Template template;
    private byte[][] values;
    private byte[][] times;
    private List<String> tags;
    private Reach reach = Reach.ONLINE;
    private long nextInform;
    private int periods;
    private long returns = Long.MAX_VALUE;
    private long sessionEnds;

    Device(Identity identity, Traits traits, Template template, Life life, SplittableRandom random) {
        this.identity = identity;
        this.idToken = Json.token(identity.id());
        this.traits = traits;
        this.life = life;
        this.random = random;
        this.optics = new Optics(random);
        this.traffic = new Traffic(random);
        this.template = template;
        this.values = new byte[template.nodes().size()][];
        this.times = new byte[template.nodes().size()][];
        template.gauges().forEach((node, gauge) -> read(node, gauge, life.lastInform()));
        sentWithInform(life.lastInform());
    }

    public String id() {
        return identity.id();
    }

    public Identity identity() {
        return identity;
    }

    /** The same CPE to an ACS that never heard of it. */
    synchronized Device reborn(long now) {
        Life anew = new Life(now, now, now);
        Device reborn = new Device(identity, traits, template, anew, random.split());
        reborn.periods = periods;
        reborn.nextInform = now + reborn.informInterval();
        return reborn;
    }

    /** An Inform at this time: the values that live drift and are read, and the parameters of the Inform are fresh. */
    public synchronized void inform(long now) {
        Stamp stamp = Stamp.at(now);
        life.informed(stamp);
        optics.drift(random);
        traffic.drift(random);
        template.gauges().forEach((node, gauge) -> {
            if (gauge.living()) {
                read(node, gauge, stamp);
            }
        });
        sentWithInform(stamp);
    }

    /** An Inform with the event "1 BOOT". */
    public synchronized void boot(long now) {
        life.booted(Stamp.at(now));
        traffic.booted();
        inform(now);
    }

    /** An Inform with the events "0 BOOTSTRAP" and "1 BOOT". */
    public synchronized void bootstrap(long now) {
        life.bootstrapped(Stamp.at(now));
        boot(now);
    }

    @Override
    public synchronized Object at(Path path) {
        return DeviceReader.at(this, template, path);
    }

    @Override
    public synchronized void write(Projection projection, ByteSink out) {
        template.rendering(projection).write(this, out);
    }

    /** Reads an object or a parameter anew from the CPE; true if there is one of that name. */
    public synchronized boolean refresh(String path, long now, boolean withObjects) {
        Predicate<Node> within = node ->
                path.isEmpty() || node.path().equals(path) || node.path().startsWith(path + ".");
        Stamp stamp = Stamp.at(now);
        boolean any = false;
        for (Node node : template.nodes()) {
            if (within.test(node)) {
                any = true;
                refresh(node, stamp, withObjects);
            }
        }
        return any;
    }

    private void refresh(Node node, Stamp stamp, boolean withObjects) {
        Gauge gauge = template.gauges().get(node.number());
        if (gauge != null && gauge.living()) {
            read(node.number(), gauge, stamp);
        } else if (node.isLeaf() && !node.shape().hidden && value(node.number()) == null) {
            values[node.number()] = node.shape().unread();
            times[node.number()] = stamp.token();
        } else if (withObjects ? node.shape().timed && !node.shape().hidden : value(node.number()) != null) {
            times[node.number()] = stamp.token();
        }
    }

    /** Stores a JSON token as the value of a parameter. */
    synchronized void store(Node node, byte[] token, long now) {
        values[node.number()] = token;
        times[node.number()] = Stamp.at(now).token();
    }

    /** A factory reset: what was set is lost, what the device was born with comes back. */
    public synchronized void forgetSettings(long now) {
        for (Node node : template.nodes()) {
            if (!node.shape().hidden && node.isLeaf()) {
                values[node.number()] = null;
            }
        }
        template.gauges().forEach((node, gauge) -> read(node, gauge, Stamp.at(now)));
    }

    /** Changes the structure of the device's data model and carries over what it had by name. */
    synchronized void reshape(String change, Consumer<ParameterTree> shaping, long now) {
        Template shaped = template.derive(change, shaping);
        byte[] fresh = Moment.token(now);
        byte[][] newValues = new byte[shaped.nodes().size()][];
        byte[][] newTimes = new byte[shaped.nodes().size()][];
        for (Node node : shaped.nodes()) {
            Node before = template.at(node.path());
            newValues[node.number()] = before == null ? null : values[before.number()];
            newTimes[node.number()] = before == null ? fresh : times[before.number()];
        }
        template = shaped;
        values = newValues;
        times = newTimes;
    }

    synchronized Template template() {
        return template;
    }

    synchronized Optional<List<String>> tags() {
        return Optional.ofNullable(tags);
    }

    /** Adds or removes a tag; false if it was there, or was not, already. */
    public synchronized boolean tag(String tag, boolean present) {
        List<String> had = tags == null ? List.of() : tags;
        if (had.contains(tag) == present) {
            return false;
        }
        tags = present
                ? Stream.concat(had.stream(), Stream.of(tag)).toList()
                : had.stream().filter(other -> !other.equals(tag)).toList();
        return true;
    }

    public synchronized Reach reach() {
        return reach;
    }

    /** From now on a connection request meets this; an absent device does not inform either. */
    public synchronized void reach(Reach now) {
        reach = now;
        returns = Long.MAX_VALUE;
    }

    /** The device goes away, and comes back with a boot at this time by itself. */
    public synchronized void leave(long backAt) {
        reach = Reach.OFFLINE;
        returns = backAt;
    }

    /** When it next does something by itself, comes back or informs, in milliseconds since the epoch; {@code Long.MAX_VALUE} for never. */
    public synchronized long due() {
        if (reach == Reach.OFFLINE) {
            return returns;
        }
        return reach.informs() ? nextInform : Long.MAX_VALUE;
    }

    /** Its number in the fleet, from 0. */
    public int number() {
        return traits.number();
    }

    /** Counts its periods: 0 for the first one. */
    public synchronized int nextPeriod() {
        return periods++;
    }

    /** Lets so many periods go by without an Inform. */
    public synchronized void skip(long missed, long period) {
        periods += (int) missed;
        nextInform += missed * period;
    }

    /** Milliseconds since the epoch of the next Inform by itself. */
    public synchronized long nextInform() {
        return nextInform;
    }

    public synchronized void nextInform(long at) {
        nextInform = at;
    }

    /** Holds the device in a CWMP session until this time. */
    public synchronized void inSessionUntil(long until) {
        sessionEnds = until;
    }

    public synchronized boolean inSession(long now) {
        return now < sessionEnds;
    }

    /** In milliseconds; what the CPE was told, not what the template says. */
    public synchronized long informInterval() {
        Object seconds = at(Path.of(root() + ".ManagementServer.PeriodicInformInterval._value"));
        return seconds instanceof Number number && number.longValue() > 0 ? number.longValue() * 1000 : 300_000;
    }

    /** {@code InternetGatewayDevice} or {@code Device}. */
    public synchronized String root() {
        return template.at("Device") == null ? "InternetGatewayDevice" : "Device";
    }

    public synchronized long lastInform() {
        return life.lastInform().millis();
    }

    long upSeconds(long now) {
        return Math.max(0, (now - life.lastBoot().millis()) / 1000);
    }

    byte[] idToken() {
        return idToken;
    }

    Traits traits() {
        return traits;
    }

    Life life() {
        return life;
    }

    Optics optics() {
        return optics;
    }

    Traffic traffic() {
        return traffic;
    }

    /** The JSON token of a parameter's value, or null if it was never read; under the monitor. */
    byte[] value(int node) {
        byte[] own = values[node];
        return own != null ? own : template.nodes().get(node).shape().value;
    }

    /** The JSON token of a timestamp; under the monitor. */
    byte[] time(int node) {
        byte[] own = times[node];
        return own != null ? own : life.discovered().token();
    }

    private void read(int node, Gauge gauge, Stamp stamp) {
        values[node] = Json.token(gauge.reading().of(this, stamp.millis()));
        times[node] = stamp.token();
    }

    private void sentWithInform(Stamp stamp) {
        for (String name : SENT_WITH_INFORM) {
            Node node = template.at(root() + "." + name);
            if (node != null && value(node.number()) != null) {
                times[node.number()] = stamp.token();
            }
        }
    }
}
