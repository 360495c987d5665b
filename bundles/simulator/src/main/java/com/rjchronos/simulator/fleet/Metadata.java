package com.rjchronos.simulator.fleet;

import com.rjchronos.simulator.json.ByteSink;
import com.rjchronos.simulator.json.Json;
import com.rjchronos.simulator.json.Stamp;
import com.rjchronos.simulator.query.Document;
import com.rjchronos.simulator.query.Projection.Branch;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The members of a device document beside its {@code _id} and its parameters. */
enum Metadata {
    TIMESTAMP("_timestamp", device -> device.life().discovered()),
    DEVICE_ID("_deviceId", device -> device.identity().document()),
    LAST_INFORM("_lastInform", device -> device.life().lastInform()),
    LAST_BOOTSTRAP("_lastBootstrap", device -> device.life().lastBootstrap()),
    LAST_BOOT("_lastBoot", device -> device.life().lastBoot()),
    REGISTERED("_registered", device -> device.life().registered()),
    TAGS("_tags", device -> device.tags().<Object>map(tags -> tags).orElse(Document.ABSENT));

    private static final Map<String, Metadata> BY_MEMBER = byMember();

    private final String member;
    private final byte[] lead;
    private final Function<Device, Object> reading;

    Metadata(String member, Function<Device, Object> reading) {
        this.member = member;
        this.lead = Json.token(member);
        this.reading = reading;
    }

    static Optional<Metadata> named(String member) {
        return Optional.ofNullable(BY_MEMBER.get(member));
    }

    String member() {
        return member;
    }

    /** The plain value, or {@link Document#ABSENT}. */
    Object of(Device device) {
        Object value = reading.apply(device);
        return value instanceof Stamp stamp ? stamp.moment() : value;
    }

    /** Appends {@code ,"_member":…}, or nothing where the device has no such member. */
    void write(Device device, Branch asked, ByteSink out) {
        Object value = reading.apply(device);
        if (value == Document.ABSENT) {
            return;
        }
        out.put(',');
        out.put(lead);
        out.put(':');
        if (value instanceof Stamp stamp) {
            out.put(stamp.token());
        } else if (this == DEVICE_ID && asked.whole()) {
            out.put(device.identity().token());
        } else if (value instanceof Map<?, ?> map && !asked.whole()) {
            Map<Object, Object> part = new LinkedHashMap<>(map);
            part.keySet().removeIf(key -> !asked.children().containsKey(key.toString()));
            Json.write(part, out);
        } else {
            Json.write(value, out);
        }
    }

    private static Map<String, Metadata> byMember() {
        Map<String, Metadata> byMember = new LinkedHashMap<>();
        for (Metadata metadata : values()) {
            byMember.put(metadata.member, metadata);
        }
        return byMember;
    }
}
