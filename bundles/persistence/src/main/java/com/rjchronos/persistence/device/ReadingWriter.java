package com.rjchronos.persistence.device;

import com.fasterxml.jackson.core.JsonGenerator;
import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.OpticalPower;
import com.rjchronos.model.reading.OpticalReading;
import com.rjchronos.model.reading.Traffic;
import com.rjchronos.model.reading.WanConnection;
import com.rjchronos.model.reading.Wlan;
import java.io.IOException;

/** Writes one reading but for the customer's network. {@link ReadingParser} and its kin read what this writes: they change together. */
final class ReadingWriter {
    private final JsonGenerator json;
    private final JsonMembers out;

    ReadingWriter(JsonGenerator json) {
        this.json = json;
        this.out = new JsonMembers(json);
    }

    void reading(DeviceReading reading) throws IOException {
        json.writeStartObject();
        identity(reading.identity());
        out.member("informed", reading.lastInform(), out::instant);
        out.member("registered", reading.registered(), out::instant);
        if (!reading.tags().isEmpty()) {
            out.list(
                    "tags",
                    reading.tags().stream().sorted().toList(),
                    tag -> json.writeString(JsonMembers.limited(tag)));
        }
        json.writeStringField("kind", reading.kind().name());
        out.text("model", reading.model());
        out.text("hardware", reading.hardwareVersion());
        out.text("software", reading.softwareVersion());
        out.text("pon", reading.ponSerial());
        out.text("mac", reading.mac());
        out.measured("uptime", reading.uptime(), out::duration);
        out.member("interval", reading.informInterval(), out::duration);
        out.text("lan", reading.lanIp());
        out.member("hosts", reading.hosts(), json::writeNumber);
        optical(reading.optical());
        if (!reading.wans().isEmpty()) {
            out.list("wans", reading.wans(), this::wan);
        }
        if (!reading.wlans().isEmpty()) {
            out.list("wlans", reading.wlans(), this::wlan);
        }
        json.writeEndObject();
    }

    private void identity(DeviceIdentity identity) throws IOException {
        json.writeStringField("acs", identity.acs().value());
        json.writeStringField("id", DeviceColumns.genieacsId(identity.genieacsId()));
        out.text("manufacturer", identity.manufacturer());
        out.text("oui", identity.oui());
        out.text("class", identity.productClass());
        out.text("serial", identity.serialNumber());
    }

    private void optical(OpticalReading optical) throws IOException {
        out.measured("rx", optical.rx(), this::power);
        out.measured("tx", optical.tx(), this::power);
        out.measured("celsius", optical.celsius(), json::writeNumber);
        out.measured("volts", optical.volts(), json::writeNumber);
        out.measured("milliamperes", optical.milliamperes(), json::writeNumber);
    }

    private void wan(WanConnection wan) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", JsonMembers.limited(wan.path()));
        json.writeStringField("type", wan.type().name());
        out.member("up", wan.connected(), json::writeBoolean);
        out.text("user", wan.username());
        out.text("ip", wan.externalIp());
        out.text("mac", wan.mac());
        out.member("vlan", wan.vlan(), json::writeNumber);
        out.member("uptime", wan.uptime(), out::duration);
        out.text("vlanPath", wan.vlanPath());
        out.text("ip6", wan.ipv6().address());
        out.text("prefix6", wan.ipv6().prefix());
        traffic(wan.traffic());
        json.writeEndObject();
    }

    private void traffic(Traffic traffic) throws IOException {
        if (traffic.equals(Traffic.NONE)) {
            return;
        }
        json.writeArrayFieldStart("traffic");
        out.orNull(traffic.at(), out::instant);
        out.orNull(traffic.bytesReceived(), json::writeNumber);
        out.orNull(traffic.bytesSent(), json::writeNumber);
        out.orNull(traffic.packetsReceived(), json::writeNumber);
        out.orNull(traffic.packetsSent(), json::writeNumber);
        out.orNull(traffic.errorsReceived(), json::writeNumber);
        out.orNull(traffic.errorsSent(), json::writeNumber);
        json.writeEndArray();
    }

    private void wlan(Wlan wlan) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", JsonMembers.limited(wlan.path()));
        out.member("band", wlan.band(), band -> json.writeString(band.name()));
        out.text("ssid", wlan.ssid());
        out.member("on", wlan.enabled(), json::writeBoolean);
        out.member("security", wlan.security(), security -> json.writeString(security.name()));
        out.member("channel", wlan.channel(), json::writeNumber);
        out.member("clients", wlan.clients(), json::writeNumber);
        out.member("signal", wlan.averageSignalDbm(), json::writeNumber);
        out.text("radio", wlan.radio());
        out.text("point", wlan.accessPoint());
        json.writeEndObject();
    }

    private void power(OpticalPower power) throws IOException {
        json.writeNumber(power.dbm());
    }
}
