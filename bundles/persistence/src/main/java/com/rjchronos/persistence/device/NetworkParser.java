package com.rjchronos.persistence.device;

import com.fasterxml.jackson.core.JsonParser;
import com.rjchronos.model.reading.CustomerNetwork;
import com.rjchronos.model.reading.Host;
import com.rjchronos.model.reading.Station;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads who is in a customer's network, standing at its first brace. */
final class NetworkParser {
    private final JsonValues values;
    private final List<Host> hosts = new ArrayList<>();
    private final List<Station> stations = new ArrayList<>();
    private Host host;
    private Station station;

    NetworkParser(JsonParser json) {
        this.values = new JsonValues(json);
    }

    CustomerNetwork network() throws IOException {
        values.members(name -> {
            switch (name) {
                case "hosts" -> hosts.addAll(values.list(this::host));
                case "stations" -> stations.addAll(values.list(this::station));
                default -> values.json.skipChildren();
            }
        });
        return new CustomerNetwork(hosts, stations);
    }

    private Host host() throws IOException {
        host = Host.of("");
        values.members(this::hostMember);
        return host;
    }

    private void hostMember(String name) throws IOException {
        switch (name) {
            case "path" -> host = Host.of(values.json.getText()); // written first
            case "mac" -> host = host.mac(values.text());
            case "ip" -> host = host.ip(values.text());
            case "name" -> host = host.name(values.text());
            case "active" -> host = host.active(values.flag());
            case "medium" -> host = host.medium(Optional.of(Host.Medium.valueOf(values.json.getText())));
            case "link" -> host = host.link(values.text());
            case "by" -> host = host.addressing(Optional.of(Host.Addressing.valueOf(values.json.getText())));
            case "lease" -> host = host.lease(Optional.of(values.duration()));
            case "at" -> host = host.at(Optional.of(values.instant()));
            default -> values.json.skipChildren();
        }
    }

    private Station station() throws IOException {
        station = Station.of("", "", "");
        values.members(this::stationMember);
        return station;
    }

    private void stationMember(String name) throws IOException {
        switch (name) {
            case "who" -> station = who();
            case "signal" -> station = station.signalDbm(Optional.of(values.measured(values.json::getIntValue)));
            case "down" -> station = station.downKbps(Optional.of(values.measured(values.json::getIntValue)));
            case "up" -> station = station.upKbps(Optional.of(values.measured(values.json::getIntValue)));
            case "at" -> station = station.at(Optional.of(values.instant()));
            default -> values.json.skipChildren();
        }
    }

    /** Path, network, MAC; written first. */
    private Station who() throws IOException {
        List<String> who = values.list(values.json::getText);
        return Station.of(who.get(0), who.get(1), who.get(2));
    }
}
