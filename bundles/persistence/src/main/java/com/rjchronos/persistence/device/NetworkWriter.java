package com.rjchronos.persistence.device;

import com.fasterxml.jackson.core.JsonGenerator;
import com.rjchronos.model.reading.CustomerNetwork;
import com.rjchronos.model.reading.Host;
import com.rjchronos.model.reading.Station;
import java.io.IOException;
import java.util.List;

/** Writes who is in a customer's network. {@link NetworkParser} reads what this writes: the two change together. */
final class NetworkWriter {
    private final JsonGenerator json;
    private final JsonMembers out;

    NetworkWriter(JsonGenerator json) {
        this.json = json;
        this.out = new JsonMembers(json);
    }

    void network(CustomerNetwork network) throws IOException {
        json.writeStartObject();
        if (!network.hosts().isEmpty()) {
            out.list("hosts", network.hosts(), this::host);
        }
        if (!network.stations().isEmpty()) {
            out.list("stations", network.stations(), this::station);
        }
        json.writeEndObject();
    }

    private void host(Host host) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", JsonMembers.limited(host.path()));
        out.text("mac", host.mac());
        out.text("ip", host.ip());
        out.text("name", host.name());
        out.member("active", host.active(), json::writeBoolean);
        out.member("medium", host.medium(), medium -> json.writeString(medium.name()));
        out.text("link", host.link());
        out.member("by", host.addressing(), addressing -> json.writeString(addressing.name()));
        out.member("lease", host.lease(), out::duration);
        out.member("at", host.at(), out::instant);
        json.writeEndObject();
    }

    private void station(Station station) throws IOException {
        json.writeStartObject();
        out.list(
                "who",
                List.of(station.path(), station.network(), station.mac()),
                who -> json.writeString(JsonMembers.limited(who)));
        out.measured("signal", station.signalDbm(), json::writeNumber);
        out.measured("down", station.downKbps(), json::writeNumber);
        out.measured("up", station.upKbps(), json::writeNumber);
        out.member("at", station.at(), out::instant);
        json.writeEndObject();
    }
}
