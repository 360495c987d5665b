package com.rjchronos.persistence.device;

import com.rjchronos.model.reading.Ipv6;
import com.rjchronos.model.reading.Traffic;
import com.rjchronos.model.reading.WanConnection;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reads one connection, standing at its first brace. */
final class WanParser {
    private final JsonValues values;
    private String path = "";
    private WanConnection.Type type = WanConnection.Type.OTHER;
    private Optional<Boolean> connected = Optional.empty();
    private Optional<String> username = Optional.empty();
    private Optional<String> externalIp = Optional.empty();
    private Optional<String> mac = Optional.empty();
    private Optional<Integer> vlan = Optional.empty();
    private Optional<Duration> uptime = Optional.empty();
    private Optional<String> vlanPath = Optional.empty();
    private Optional<String> address6 = Optional.empty();
    private Optional<String> prefix6 = Optional.empty();
    private Traffic traffic = Traffic.NONE;

    WanParser(JsonValues values) {
        this.values = values;
    }

    WanConnection wan() throws IOException {
        values.members(this::member);
        return new WanConnection(
                path,
                type,
                connected,
                username,
                externalIp,
                mac,
                vlan,
                uptime,
                vlanPath,
                address6.isEmpty() && prefix6.isEmpty() ? Ipv6.NONE : new Ipv6(address6, prefix6),
                traffic);
    }

    private void member(String name) throws IOException {
        switch (name) {
            case "path" -> path = values.json.getText();
            case "type" -> type = WanConnection.Type.valueOf(values.json.getText());
            case "up" -> connected = values.flag();
            case "user" -> username = values.text();
            case "ip" -> externalIp = values.text();
            case "mac" -> mac = values.text();
            case "vlan" -> vlan = values.integer();
            case "uptime" -> uptime = Optional.of(values.duration());
            case "vlanPath" -> vlanPath = values.text();
            case "ip6" -> address6 = values.text();
            case "prefix6" -> prefix6 = values.text();
            case "traffic" -> traffic = traffic();
            default -> values.json.skipChildren();
        }
    }

    private Traffic traffic() throws IOException {
        Optional<Instant> at = values.next(values::instant);
        Traffic read =
                new Traffic(count(), count(), count(), count(), count(), count(), at); // in the order of the record
        values.end();
        return read;
    }

    private Optional<Long> count() throws IOException {
        return values.next(values.json::getLongValue);
    }
}
