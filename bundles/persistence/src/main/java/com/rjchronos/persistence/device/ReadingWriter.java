package com.rjchronos.persistence.device;

import com.fasterxml.jackson.core.JsonGenerator;
import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.reading.CustomerNetwork;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Host;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.OpticalPower;
import com.rjchronos.model.reading.OpticalReading;
import com.rjchronos.model.reading.Station;
import com.rjchronos.model.reading.Traffic;
import com.rjchronos.model.reading.WanConnection;
import com.rjchronos.model.reading.Wlan;
import com.rjchronos.persistence.row.StoredInstant;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes one reading. {@link ReadingParser} and its kin read what this writes: they change together. */
final class ReadingWriter {
    private final JsonGenerator json;

    ReadingWriter(JsonGenerator json) {
        this.json = json;
    }

    /** Writes a value of an array or after a name. */
    @FunctionalInterface
    private interface Value<T> {
        void write(T value) throws IOException;
    }

    void reading(DeviceReading reading) throws IOException {
        json.writeStartObject();
        identity(reading.identity());
        member("informed", reading.lastInform(), this::instant);
        member("registered", reading.registered(), this::instant);
        if (!reading.tags().isEmpty()) {
            list("tags", reading.tags().stream().sorted().toList(), tag -> json.writeString(limited(tag)));
        }
        json.writeStringField("kind", reading.kind().name());
        text("model", reading.model());
        text("hardware", reading.hardwareVersion());
        text("software", reading.softwareVersion());
        text("pon", reading.ponSerial());
        text("mac", reading.mac());
        measured("uptime", reading.uptime(), this::duration);
        member("interval", reading.informInterval(), this::duration);
        text("lan", reading.lanIp());
        member("hosts", reading.hosts(), json::writeNumber);
        optical(reading.optical());
        if (!reading.wans().isEmpty()) {
            list("wans", reading.wans(), this::wan);
        }
        if (!reading.wlans().isEmpty()) {
            list("wlans", reading.wlans(), this::wlan);
        }
        json.writeEndObject();
    }

    private void identity(DeviceIdentity identity) throws IOException {
        json.writeStringField("acs", identity.acs().value());
        json.writeStringField("id", DeviceColumns.genieacsId(identity.genieacsId()));
        text("manufacturer", identity.manufacturer());
        text("oui", identity.oui());
        text("class", identity.productClass());
        text("serial", identity.serialNumber());
    }

    private void optical(OpticalReading optical) throws IOException {
        measured("rx", optical.rx(), this::power);
        measured("tx", optical.tx(), this::power);
        measured("celsius", optical.celsius(), json::writeNumber);
        measured("volts", optical.volts(), json::writeNumber);
        measured("milliamperes", optical.milliamperes(), json::writeNumber);
    }

    private void wan(WanConnection wan) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", limited(wan.path()));
        json.writeStringField("type", wan.type().name());
        member("up", wan.connected(), json::writeBoolean);
        text("user", wan.username());
        text("ip", wan.externalIp());
        text("mac", wan.mac());
        member("vlan", wan.vlan(), json::writeNumber);
        member("uptime", wan.uptime(), this::duration);
        text("vlanPath", wan.vlanPath());
        text("ip6", wan.ipv6().address());
        text("prefix6", wan.ipv6().prefix());
        traffic(wan.traffic());
        json.writeEndObject();
    }

    private void traffic(Traffic traffic) throws IOException {
        if (traffic.equals(Traffic.NONE)) {
            return;
        }
        json.writeArrayFieldStart("traffic");
        orNull(traffic.at(), this::instant);
        orNull(traffic.bytesReceived(), json::writeNumber);
        orNull(traffic.bytesSent(), json::writeNumber);
        orNull(traffic.packetsReceived(), json::writeNumber);
        orNull(traffic.packetsSent(), json::writeNumber);
        orNull(traffic.errorsReceived(), json::writeNumber);
        orNull(traffic.errorsSent(), json::writeNumber);
        json.writeEndArray();
    }

    private void wlan(Wlan wlan) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", limited(wlan.path()));
        member("band", wlan.band(), band -> json.writeString(band.name()));
        text("ssid", wlan.ssid());
        member("on", wlan.enabled(), json::writeBoolean);
        member("security", wlan.security(), security -> json.writeString(security.name()));
        member("channel", wlan.channel(), json::writeNumber);
        member("clients", wlan.clients(), json::writeNumber);
        member("signal", wlan.averageSignalDbm(), json::writeNumber);
        text("radio", wlan.radio());
        text("point", wlan.accessPoint());
        json.writeEndObject();
    }

    /** Of a reading the part that {@link #reading} leaves out, for {@link NetworkParser}. */
    void network(CustomerNetwork network) throws IOException {
        json.writeStartObject();
        if (!network.hosts().isEmpty()) {
            list("hosts", network.hosts(), this::host);
        }
        if (!network.stations().isEmpty()) {
            list("stations", network.stations(), this::station);
        }
        json.writeEndObject();
    }

    private void host(Host host) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", limited(host.path()));
        text("mac", host.mac());
        text("ip", host.ip());
        text("name", host.name());
        member("active", host.active(), json::writeBoolean);
        member("medium", host.medium(), medium -> json.writeString(medium.name()));
        text("link", host.link());
        member("by", host.addressing(), addressing -> json.writeString(addressing.name()));
        member("lease", host.lease(), this::duration);
        member("at", host.at(), this::instant);
        json.writeEndObject();
    }

    private void station(Station station) throws IOException {
        json.writeStartObject();
        list("who", List.of(station.path(), station.network(), station.mac()), who -> json.writeString(limited(who)));
        measured("signal", station.signalDbm(), json::writeNumber);
        measured("down", station.downKbps(), json::writeNumber);
        measured("up", station.upKbps(), json::writeNumber);
        member("at", station.at(), this::instant);
        json.writeEndObject();
    }

    private <T> void measured(String name, Optional<Measured<T>> measured, Value<T> value) throws IOException {
        if (measured.isEmpty()) {
            return;
        }
        Measured<T> present = measured.get();
        json.writeArrayFieldStart(name);
        json.writeString(present.raw());
        orNull(present.at(), this::instant);
        orNull(present.value(), value);
        json.writeEndArray();
    }

    private <T> void orNull(Optional<T> optional, Value<T> value) throws IOException {
        if (optional.isPresent()) {
            value.write(optional.get());
        } else {
            json.writeNull();
        }
    }

    private <T> void member(String name, Optional<T> optional, Value<T> value) throws IOException {
        if (optional.isPresent()) {
            json.writeFieldName(name);
            value.write(optional.get());
        }
    }

    private <T> void list(String name, List<T> entries, Value<T> value) throws IOException {
        json.writeArrayFieldStart(name);
        for (T entry : entries.subList(0, Math.min(entries.size(), ReadingJson.MAX_LIST))) {
            value.write(entry);
        }
        json.writeEndArray();
    }

    private void text(String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            json.writeStringField(name, limited(text.get()));
        }
    }

    private void instant(Instant instant) throws IOException {
        json.writeNumber(StoredInstant.micros(instant));
    }

    /** Whole seconds as a number, others in ISO-8601. */
    private void duration(Duration duration) throws IOException {
        if (duration.getNano() == 0) {
            json.writeNumber(duration.getSeconds());
        } else {
            json.writeString(duration.toString());
        }
    }

    private void power(OpticalPower power) throws IOException {
        json.writeNumber(power.dbm());
    }

    private static String limited(String text) {
        return text.length() > ReadingJson.MAX_TEXT ? text.substring(0, ReadingJson.MAX_TEXT) : text;
    }
}
