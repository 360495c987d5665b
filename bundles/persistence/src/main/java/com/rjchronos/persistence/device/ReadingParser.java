package com.rjchronos.persistence.device;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.device.DeviceKind;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.OpticalPower;
import com.rjchronos.model.reading.OpticalReading;
import com.rjchronos.model.reading.WanConnection;
import com.rjchronos.model.reading.Wlan;
import com.rjchronos.persistence.row.StoredInstant;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one reading, standing at its first brace. */
final class ReadingParser {
    private final JsonParser json;
    private String acs;
    private String genieacsId;
    private Optional<String> manufacturer = Optional.empty();
    private Optional<String> oui = Optional.empty();
    private Optional<String> productClass = Optional.empty();
    private Optional<String> serialNumber = Optional.empty();
    private Optional<Instant> lastInform = Optional.empty();
    private Optional<Instant> registered = Optional.empty();
    private Set<String> tags = Set.of();
    private DeviceKind kind = DeviceKind.CPE;
    private Optional<String> model = Optional.empty();
    private Optional<String> hardwareVersion = Optional.empty();
    private Optional<String> softwareVersion = Optional.empty();
    private Optional<String> ponSerial = Optional.empty();
    private Optional<String> mac = Optional.empty();
    private Optional<Measured<Duration>> uptime = Optional.empty();
    private Optional<Duration> informInterval = Optional.empty();
    private Optional<String> lanIp = Optional.empty();
    private Optional<Integer> hosts = Optional.empty();
    private Optional<Measured<OpticalPower>> rx = Optional.empty();
    private Optional<Measured<OpticalPower>> tx = Optional.empty();
    private Optional<Measured<Double>> celsius = Optional.empty();
    private Optional<Measured<Double>> volts = Optional.empty();
    private Optional<Measured<Double>> milliamperes = Optional.empty();
    private List<WanConnection> wans = List.of();
    private List<Wlan> wlans = List.of();

    ReadingParser(JsonParser json) {
        this.json = json;
    }

    /** Reads the value that the parser stands at. */
    @FunctionalInterface
    private interface Value<T> {
        T read() throws IOException;
    }

    DeviceReading reading() throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            if (!identity(name) && !facts(name) && !parts(name)) {
                json.skipChildren();
            }
        }
        return new DeviceReading(
                new DeviceIdentity(new AcsId(acs), genieacsId, manufacturer, oui, productClass, serialNumber),
                lastInform,
                registered,
                tags,
                kind,
                model,
                hardwareVersion,
                softwareVersion,
                ponSerial,
                mac,
                uptime,
                informInterval,
                lanIp,
                hosts,
                new OpticalReading(rx, tx, celsius, volts, milliamperes),
                wans,
                wlans);
    }

    private boolean identity(String name) throws IOException {
        switch (name) {
            case "acs" -> acs = json.getText();
            case "id" -> genieacsId = json.getText();
            case "manufacturer" -> manufacturer = text();
            case "oui" -> oui = text();
            case "class" -> productClass = text();
            case "serial" -> serialNumber = text();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean facts(String name) throws IOException {
        switch (name) {
            case "informed" -> lastInform = Optional.of(instant());
            case "registered" -> registered = Optional.of(instant());
            case "tags" -> tags = new HashSet<>(list(json::getText));
            case "kind" -> kind = DeviceKind.valueOf(json.getText());
            case "model" -> model = text();
            case "hardware" -> hardwareVersion = text();
            case "software" -> softwareVersion = text();
            case "pon" -> ponSerial = text();
            case "mac" -> mac = text();
            case "interval" -> informInterval = Optional.of(duration());
            case "lan" -> lanIp = text();
            case "hosts" -> hosts = Optional.of(json.getIntValue());
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean parts(String name) throws IOException {
        switch (name) {
            case "uptime" -> uptime = Optional.of(measured(this::duration));
            case "rx" -> rx = Optional.of(measured(this::power));
            case "tx" -> tx = Optional.of(measured(this::power));
            case "celsius" -> celsius = Optional.of(measured(this::decimal));
            case "volts" -> volts = Optional.of(measured(this::decimal));
            case "milliamperes" -> milliamperes = Optional.of(measured(this::decimal));
            case "wans" -> wans = list(this::wan);
            case "wlans" -> wlans = list(this::wlan);
            default -> {
                return false;
            }
        }
        return true;
    }

    private WanConnection wan() throws IOException {
        String path = "";
        WanConnection.Type type = WanConnection.Type.OTHER;
        Optional<Boolean> up = Optional.empty();
        Optional<String> user = Optional.empty();
        Optional<String> ip = Optional.empty();
        Optional<String> wanMac = Optional.empty();
        Optional<Integer> vlan = Optional.empty();
        Optional<Duration> since = Optional.empty();
        Optional<String> vlanPath = Optional.empty();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            switch (name) {
                case "path" -> path = json.getText();
                case "type" -> type = WanConnection.Type.valueOf(json.getText());
                case "up" -> up = Optional.of(json.getBooleanValue());
                case "user" -> user = text();
                case "ip" -> ip = text();
                case "mac" -> wanMac = text();
                case "vlan" -> vlan = Optional.of(json.getIntValue());
                case "uptime" -> since = Optional.of(duration());
                case "vlanPath" -> vlanPath = text();
                default -> json.skipChildren();
            }
        }
        return new WanConnection(path, type, up, user, ip, wanMac, vlan, since, vlanPath);
    }

    private Wlan wlan() throws IOException {
        String path = "";
        Optional<Wlan.Band> band = Optional.empty();
        Optional<String> ssid = Optional.empty();
        Optional<Boolean> on = Optional.empty();
        Optional<Wlan.Security> security = Optional.empty();
        Optional<Integer> channel = Optional.empty();
        Optional<Integer> clients = Optional.empty();
        Optional<Double> signal = Optional.empty();
        Optional<String> radio = Optional.empty();
        Optional<String> point = Optional.empty();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            switch (name) {
                case "path" -> path = json.getText();
                case "band" -> band = Optional.of(Wlan.Band.valueOf(json.getText()));
                case "ssid" -> ssid = text();
                case "on" -> on = Optional.of(json.getBooleanValue());
                case "security" -> security = Optional.of(Wlan.Security.valueOf(json.getText()));
                case "channel" -> channel = Optional.of(json.getIntValue());
                case "clients" -> clients = Optional.of(json.getIntValue());
                case "signal" -> signal = Optional.of(decimal());
                case "radio" -> radio = text();
                case "point" -> point = text();
                default -> json.skipChildren();
            }
        }
        return new Wlan(path, band, ssid, on, security, channel, clients, signal, radio, point);
    }

    /** Raw text, time, value; the last two may be null. */
    private <T> Measured<T> measured(Value<T> value) throws IOException {
        json.nextToken();
        String raw = json.getText();
        Optional<Instant> at = json.nextToken() == JsonToken.VALUE_NULL ? Optional.empty() : Optional.of(instant());
        Optional<T> converted = json.nextToken() == JsonToken.VALUE_NULL ? Optional.empty() : Optional.of(value.read());
        while (json.nextToken() != JsonToken.END_ARRAY) {
            json.skipChildren();
        }
        return new Measured<>(converted, raw, at);
    }

    private <T> List<T> list(Value<T> value) throws IOException {
        List<T> entries = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            entries.add(value.read());
        }
        return entries;
    }

    private Optional<String> text() throws IOException {
        return Optional.of(json.getText());
    }

    private Instant instant() throws IOException {
        return StoredInstant.ofMicros(json.getLongValue());
    }

    private Duration duration() throws IOException {
        return json.currentToken() == JsonToken.VALUE_STRING
                ? Duration.parse(json.getText())
                : Duration.ofSeconds(json.getLongValue());
    }

    private OpticalPower power() throws IOException {
        return new OpticalPower(decimal());
    }

    /** Not-a-number and the infinities travel as text. */
    private double decimal() throws IOException {
        return json.currentToken() == JsonToken.VALUE_STRING
                ? Double.parseDouble(json.getText())
                : json.getDoubleValue();
    }
}
